import * as vscode from 'vscode'
import { type Input, inputsOf } from '../core/input.ts'
import { folderOf } from '../core/path.ts'
import type { Documents } from './documents.ts'
import type { Results, Shown } from './results.ts'

const terraform: vscode.DocumentSelector = [{ language: 'terraform' }, { language: 'opentofu' }]

export interface Variables extends vscode.Disposable {
  choose(): Promise<void>
}

/** With which variable files, workspace and plan the Terraform file in front is read; a click chooses others. */
export function createVariables(documents: Documents, results: Results): Variables {
  let item: vscode.LanguageStatusItem | undefined

  const front = () => {
    const document = vscode.window.activeTextEditor?.document
    return document && vscode.languages.match(terraform, document) > 0 ? documents.id(document) : undefined
  }

  const inputsOfShown = (shown: Shown) => shown.scanned?.inputs ?? inputsOf(shown.result.sites)

  /** Of a file without resources, like variables.tf, those its folder is read with. */
  const inputsFor = (file: string): readonly Input[] => {
    const own = inputsOf(results.current(file)?.result.sites ?? [])
    if (own.length > 0) return own
    const root = folderOf(file)
    let last: Input | undefined
    for (const shown of results.all().values()) last = inputsOfShown(shown).find((it) => it.root === root) ?? last
    return last ? [last] : []
  }

  function show(): void {
    const file = front()
    if (file === undefined) return
    item ??= create()
    const inputs = inputsFor(file)
    item.text =
      inputs.length === 1
        ? inputText(inputs[0]!)
        : inputs.length === 0
          ? vscode.l10n.t('no resources read yet')
          : vscode.l10n.t('{0} Terraform roots', inputs.length)
    item.detail = vscode.l10n.t('what costs are read with')
    item.accessibilityInformation = { label: vscode.l10n.t('Outlay: costs are read with {0}', item.text) }
  }

  function create(): vscode.LanguageStatusItem {
    const made = vscode.languages.createLanguageStatusItem('outlay.variables', terraform)
    made.name = vscode.l10n.t('Outlay: Variable Files')
    made.command = { command: 'outlay.chooseVariableFiles', title: vscode.l10n.t('Choose') }
    return made
  }

  const subscriptions = [
    results.onDidChange((file) => file === front() && show()),
    vscode.window.onDidChangeActiveTextEditor(show),
  ]
  return {
    async choose() {
      const file = front()
      if (file === undefined) {
        await vscode.window.showInformationMessage(vscode.l10n.t('Open a Terraform file first.'))
        return
      }
      const inputs = inputsFor(file)
      const roots = inputs.length === 0 ? [folderOf(file)] : inputs.map(({ root }) => root)
      const { chooseVariableFiles } = await import('./variable-files/choose.ts')
      await chooseVariableFiles(
        roots,
        inputs.flatMap(({ varFiles }) => varFiles),
      )
    },
    dispose: () => vscode.Disposable.from(...subscriptions, ...(item ? [item] : [])).dispose(),
  }
}

const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1)

function inputText({ varFiles, workspace, plan }: Input): string {
  const parts = [
    ...(plan === undefined ? varFiles : [plan]).map(nameOf),
    ...(workspace === undefined ? [] : [vscode.l10n.t('workspace {0}', workspace)]),
  ]
  return parts.length === 0 ? vscode.l10n.t('no variable files') : parts.join(', ')
}

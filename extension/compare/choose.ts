import * as vscode from 'vscode'
import type { Base, Ref, Refs } from '../protocol.ts'

type Item = vscode.QuickPickItem & { readonly base?: Base; readonly isOther?: true }

/** What costs are to be compared with; undefined where nothing was chosen. `refs` may still be on their way. */
export async function chooseBase(now: Base, refs: Promise<Refs | undefined>): Promise<Base | undefined> {
  const pick = vscode.window.createQuickPick<Item>()
  pick.title = vscode.l10n.t('Compare costs with…')
  pick.placeholder = vscode.l10n.t('A commit, a tag or a branch that files are compared with')
  pick.matchOnDescription = true
  pick.matchOnDetail = true
  pick.busy = true
  pick.items = items(now, undefined)
  pick.show()
  let open = true
  void refs.then((found) => {
    if (!open) return
    pick.busy = false
    pick.items = items(now, found)
  })
  const item = await new Promise<Item | undefined>((done) => {
    pick.onDidAccept(() => done(pick.selectedItems[0]))
    pick.onDidHide(() => done(undefined))
  })
  open = false
  pick.dispose()
  return item?.isOther ? askRef(now) : item?.base
}

function items(now: Base, refs: Refs | undefined): Item[] {
  const main = refs?.main
  const current = vscode.l10n.t('current')
  const described = (base: Base, text: string) => (isSame(base, now) ? `${text} · ${current}` : text)
  const mergeBase: Base = { is: 'merge-base' }
  const first: Item[] = [
    {
      label: '$(git-commit) HEAD',
      description: described({ is: 'head' }, vscode.l10n.t('the last commit')),
      base: { is: 'head' },
    },
    {
      label: `$(git-merge) ${vscode.l10n.t('Merge base with {0}', shortOf(main) ?? vscode.l10n.t('the default branch'))}`,
      description: described(mergeBase, vscode.l10n.t('where this branch left it')),
      base: mergeBase,
    },
    {
      label: `$(edit) ${vscode.l10n.t('Another commit…')}`,
      description: vscode.l10n.t('by its hash or any other name'),
      isOther: true,
    },
  ]
  const listed = (kinds: readonly Ref['kind'][], icon: string, title: string): Item[] => {
    const found = (refs?.all ?? []).filter(({ kind }) => kinds.includes(kind))
    const heading: Item = { label: title, kind: vscode.QuickPickItemKind.Separator }
    return found.length === 0 ? [] : [heading, ...found.map((ref) => refItem(ref, icon, described))]
  }
  return [
    ...first,
    ...listed(['tag'], 'tag', vscode.l10n.t('Tags')),
    ...listed(['branch'], 'git-branch', vscode.l10n.t('Branches')),
    ...listed(['remote'], 'cloud', vscode.l10n.t('Remote branches')),
  ]
}

function refItem(
  { name, commit, date, subject }: Ref,
  icon: string,
  described: (base: Base, text: string) => string,
): Item {
  const base: Base = { is: 'ref', ref: name }
  return {
    label: `$(${icon}) ${name}`,
    description: described(base, [date, commit, subject].filter(Boolean).join(' · ')),
    base,
  }
}

/** `origin/main` is called `main`. */
const shortOf = (branch: string | undefined) => branch?.replace(/^origin\//, '')

const isSame = (a: Base, b: Base) => JSON.stringify(a) === JSON.stringify(b)

async function askRef(now: Base): Promise<Base | undefined> {
  const ref = await vscode.window.showInputBox({
    title: vscode.l10n.t('Compare costs with…'),
    prompt: vscode.l10n.t('A commit, as git understands it: a hash, HEAD~3, v1.2'),
    value: now.is === 'ref' ? now.ref : '',
    validateInput: (text) => (/^[^-\s]\S*$/.test(text.trim()) ? undefined : vscode.l10n.t('A name without spaces.')),
  })
  return ref === undefined ? undefined : { is: 'ref', ref: ref.trim() }
}

import * as vscode from 'vscode'
import type { SourceInfo } from '../../billing/describe.ts'
import type { Field } from '../../billing/source.ts'
import { copyButton, copyRight, linkButton, type Needy, openLink } from './rights.ts'

/** @returns undefined where the user wants no more; '' for one that may be left out */
export async function askField(
  field: Field,
  info: Needy,
  step: number,
  steps: number,
  before = '',
): Promise<string | undefined> {
  if (field.multiline) return fromFile(field, info)
  const box = vscode.window.createInputBox()
  box.title = vscode.l10n.t('Connect {0}', info.name)
  box.step = step
  box.totalSteps = steps
  box.password = field.secret
  box.placeholder = field.example
  box.value = before
  box.ignoreFocusOut = true
  box.buttons = [copyButton, linkButton]
  box.prompt = [
    field.optional ? vscode.l10n.t('{0}; Enter leaves it out.', capital(field.label)) : `${capital(field.label)}.`,
    vscode.l10n.t('It needs: {0}.', info.needs.scope),
    ...(field.secret ? [vscode.l10n.t('Kept in the editor’s secret storage and sent to {0} alone.', info.name)] : []),
  ].join(' ')
  return asked(box, info, (value) =>
    value === '' && !field.optional ? vscode.l10n.t('{0} needs {1}.', info.name, field.label) : undefined,
  )
}

/** Where a server of the user's own is. */
export function askAddress(info: SourceInfo): Promise<string | undefined> {
  const box = vscode.window.createInputBox()
  box.title = vscode.l10n.t('Connect {0}', info.name)
  box.ignoreFocusOut = true
  box.placeholder = 'https://'
  box.prompt = vscode.l10n.t(
    'The address of your own server of {0}. It must start with https://, but on this machine.',
    info.name,
  )
  return asked(box, info, (value) =>
    URL.canParse(value) && /^https?:/.test(value)
      ? undefined
      : vscode.l10n.t('Write an address, such as https://costs.example.com.'),
  )
}

export function askText(
  title: string,
  prompt: string,
  fits: RegExp,
  wrong: string,
  before = '',
): Promise<string | undefined> {
  const box = vscode.window.createInputBox()
  Object.assign(box, { title, prompt, ignoreFocusOut: true, value: before })
  return asked(box, undefined, (value) => (fits.test(value) ? undefined : wrong))
}

function asked(
  box: vscode.InputBox,
  info: Needy | undefined,
  wrong: (value: string) => string | undefined,
): Promise<string | undefined> {
  return new Promise((done) => {
    let answer: string | undefined
    box.onDidTriggerButton((button) => {
      if (info) void (button === copyButton ? copyRight(info) : openLink(info))
    })
    box.onDidChangeValue(() => {
      box.validationMessage = undefined
    })
    box.onDidAccept(() => {
      const value = box.value.trim()
      box.validationMessage = wrong(value)
      if (box.validationMessage) return
      answer = value
      box.hide()
    })
    box.onDidHide(() => {
      box.dispose()
      done(answer)
    })
    box.show()
  })
}

/** A box takes one line: a key of several is read from its file. */
async function fromFile(field: Field, info: Needy): Promise<string | undefined> {
  const title = vscode.l10n.t('{0}: choose the file that holds {1}', info.name, field.label)
  const [file] = (await vscode.window.showOpenDialog({ title })) ?? []
  return file && new TextDecoder().decode(await vscode.workspace.fs.readFile(file)).trim()
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

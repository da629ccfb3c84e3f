import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import type { Api } from '../../../extension/extension.ts'

// Looking at what the user gets. Everything waits for an event or asks again; nothing waits for a time.

/** Longest wait for an answer of the worker on a busy machine. Milliseconds. */
const patience = 20_000

/** @param what is told where it is not seen */
export async function until<T>(
  what: string | (() => string),
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + patience
  for (;;) {
    const seen = await look()
    if (seen !== undefined) return seen
    if (Date.now() > end) throw new Error(`not seen in ${patience} ms: ${typeof what === 'string' ? what : what()}`)
    await new Promise((again) => setTimeout(again, 25))
  }
}

export function uriOf(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  assert.ok(folder)
  return vscode.Uri.joinPath(folder.uri, name)
}

export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(name))
  await vscode.window.showTextDocument(document)
  return document
}

export const own = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter((one) => one.source === 'outlay')

export const diagnosticsOf = (document: vscode.TextDocument) =>
  until(`diagnostics of ${document.uri.path}`, () => {
    const found = own(document.uri)
    return found.length > 0 ? found : undefined
  })

export const rule = (diagnostic: vscode.Diagnostic) =>
  typeof diagnostic.code === 'object' ? String(diagnostic.code.value) : undefined

export async function hintsOf(
  document: vscode.TextDocument,
  range?: vscode.Range,
): Promise<{ line: number; text: string; tooltip: string }[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0)
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    range ?? whole,
  )
  return hints.map((hint) => ({
    line: hint.position.line,
    text: typeof hint.label === 'string' ? hint.label : hint.label.map((part) => part.value).join(''),
    tooltip: textOf(hint.tooltip),
  }))
}

/** What the hints say of costs, without what became of them. */
export const costsOf = async (document: vscode.TextDocument) =>
  (await hintsOf(document)).map(({ text }) => text.replace(/ · [^·]+ since \S+$/, ''))

export async function hoverOf(document: vscode.TextDocument, line: number): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(line, 0),
  )
  return hovers.flatMap((hover) => hover.contents.map(textOf)).join('\n\n')
}

const textOf = (text: vscode.MarkdownString | vscode.MarkedString | undefined) =>
  text === undefined ? '' : typeof text === 'string' ? text : text.value

export const actionsOf = (document: vscode.TextDocument, range: vscode.Range, kind?: string) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind)

export function lineOf(document: vscode.TextDocument, text: string): number {
  for (let line = 0; line < document.lineCount; line++) if (document.lineAt(line).text.includes(text)) return line
  throw new Error(`no line with ${text}`)
}

export const textAt = (document: vscode.TextDocument, range: vscode.Range) => document.getText(range)

/** Asks the page the editor is drawn in; see page-server.mjs. */
export async function page<T>(request: { readonly do: string; readonly [key: string]: unknown }): Promise<T> {
  const url = process.env.OUTLAY_TEST_PAGE
  assert.ok(url, 'the runner serves the page')
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(request) })
  const answer = (await response.json()) as T & { error?: string }
  if (answer !== null && typeof answer === 'object' && 'error' in answer) throw new Error(answer.error)
  return answer
}

/** Into the quick input that is open, or opens: its field is kept while it is closed, and a panel may have the focus. */
export async function typeQuickly(text: string): Promise<void> {
  await page({ do: 'click', selector: '.quick-input-widget .quick-input-box input' })
  if (text !== '') await page({ do: 'type', text })
}

/** What the extension gives its tests; see `Api` in extension/extension.ts. */
export async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('outlay.outlay')
  assert.ok(extension)
  return extension.activate()
}

export const statusOf = async () => (await api()).status()

/** One call without an output limit, on its fourth line. */
export const oneCall = `from openai import OpenAI

client = OpenAI()
client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "hi"}])
`

/** One call of a model that is retired, on its fourth line: that is told where there is no config, too. */
export const retiredCall = `from anthropic import Anthropic

client = Anthropic()
client.messages.create(model="claude-sonnet-4-0", max_tokens=9, messages=[{"role": "user", "content": "hi"}])
`

export const write = (name: string, text: string) =>
  vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text))

export const found = (uri: vscode.Uri) => until(`findings in ${uri.path}`, () => own(uri)[0])

export const clean = (uri: vscode.Uri) =>
  until(`no findings in ${uri.path}`, () => (own(uri).length === 0 ? true : undefined))

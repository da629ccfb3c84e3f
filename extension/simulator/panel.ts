import * as vscode from 'vscode'
import { panelHtml } from '../../webview/html.ts'
import {
  readSimulatorMessage,
  type SimulatorHostMessage,
  type SimulatorMessage,
  type SimulatorValues,
} from '../../webview/simulator-protocol.ts'
import { uriOf } from '../file-id.ts'
import type { Simulated } from '../protocol.ts'
import { reveal } from '../reveal.ts'
import type { AskSimulated, SimulatorTools, Target } from '../simulator.ts'
import { askVolume } from './volume.ts'
import { words } from './words.ts'
import { writeCode, writeSettings } from './write-back.ts'

// A bundle of its own, loaded when somebody simulates: dist/simulator.js.

export interface SimulatorPanel extends vscode.Disposable {
  open(target: Target): Promise<void>
  setVolume(target: Target): Promise<void>
  switchOff(file: string, rule: string): Promise<void>
}

const patience = 2000

/** One form beside the editor; it follows the file it is about. */
export function createSimulatorPanel(tools: SimulatorTools & { readonly ask: AskSimulated }): SimulatorPanel {
  const { context, documents, results, places, ask } = tools
  let panel: vscode.WebviewPanel | undefined
  let target: Target | undefined
  let values: SimulatorValues = {}
  let last: Simulated | undefined
  let asking = false
  let again = false

  const idOf = ({ file, key }: Target) => `${file}#${key}`
  const isOf = (of: string) => target !== undefined && of === idOf(target)

  const tell = (message: SimulatorHostMessage) => void panel?.webview.postMessage(message)

  /** One question at a time; what was typed meanwhile is asked next. */
  async function look(): Promise<void> {
    if (asking || !target || !panel) {
      again = asking
      return
    }
    asking = true
    const now = target
    const found = await ask(now, values)
    asking = false
    if (now === target) show(found)
    if (again) {
      again = false
      await look()
    }
  }

  function show(found: Simulated | undefined): void {
    last = found ?? last
    const gone = found ? undefined : vscode.l10n.t('It is not in the file any more, or the file is not open.')
    tell({
      type: 'state',
      where: whereOf(),
      words: words(),
      ...(found ? { view: found.view } : {}),
      ...(gone === undefined ? {} : { gone }),
      of: target ? idOf(target) : '',
    })
  }

  function placeOf(): vscode.Location | undefined {
    const shown = target && results.current(target.file)
    const site = shown?.result.sites.find((each) => each.site.key === target?.key)?.site
    return site && places.find(site.location, [])
  }

  function whereOf(): string {
    const place = placeOf()
    const uri = place?.uri ?? uriOf(target?.file ?? '')
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1)
    return place ? `${name}:${place.range.start.line + 1}` : name
  }

  function make(): vscode.WebviewPanel {
    const made = vscode.window.createWebviewPanel(
      'outlay.simulator',
      vscode.l10n.t('Outlay: Simulate'),
      vscode.ViewColumn.Beside,
      {},
    )
    const assets = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview')
    const { webview } = made
    webview.options = { enableScripts: true, localResourceRoots: [assets] }
    const icon = (theme: string) => vscode.Uri.joinPath(context.extensionUri, 'media', `panel-${theme}.svg`)
    made.iconPath = { light: icon('light'), dark: icon('dark') }
    webview.onDidReceiveMessage(receive)
    made.onDidDispose(() => {
      if (panel === made) panel = undefined
    })
    webview.html = panelHtml({
      nonce: globalThis.crypto.randomUUID(),
      cspSource: webview.cspSource,
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(assets, 'simulator.js')).toString(),
      styleUri: webview.asWebviewUri(vscode.Uri.joinPath(assets, 'simulator.css')).toString(),
      element: 'outlay-simulator',
      title: vscode.l10n.t('Outlay: Simulate'),
    })
    return made
  }

  function receive(data: unknown): void {
    const message = readSimulatorMessage(data)
    if (!message) {
      tools.log('simulator: a message it cannot have sent')
      return
    }
    act(message).catch((error: unknown) =>
      tools.log(`simulator: ${error instanceof Error ? error.stack : String(error)}`),
    )
  }

  async function act(message: SimulatorMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        // A form that was hidden brings back what was typed, for this site or another.
        values = isOf(message.of) ? message.values : {}
        return look()
      case 'change':
        if (isOf(message.of)) values = message.values
        return look()
      case 'reveal': {
        const place = placeOf()
        return place && reveal(place.uri, place.range, undefined, vscode.ViewColumn.One)
      }
      case 'write':
        return write(message.to)
    }
  }

  async function write(to: 'code' | 'config'): Promise<void> {
    if (!target || !last) return
    const isWritten =
      to === 'code'
        ? documents.version(target.file) === last.version && (await writeCode(last.edits, documents))
        : await writeSettings(last.config)
    if (isWritten) tell({ type: 'written', to })
    else await look()
  }

  const subscriptions = [
    results.onDidChange((file) => {
      if (file === target?.file) void look()
    }),
  ]

  return {
    async open(wanted) {
      if (!results.current(wanted.file)) {
        const document = await vscode.workspace.openTextDocument(uriOf(wanted.file))
        documents.track(document)
        await results.within(wanted.file, patience)
      }
      const isOther = target?.file !== wanted.file || target.key !== wanted.key
      target = wanted
      if (isOther) values = {}
      if (panel) {
        panel.reveal()
        await look()
      } else {
        panel = make()
      }
    },
    setVolume: askVolume,
    async switchOff(file, rule) {
      await writeSettings([{ is: 'rule', file, rule }])
    },
    dispose() {
      vscode.Disposable.from(...subscriptions).dispose()
      panel?.dispose()
    },
  }
}

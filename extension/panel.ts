import * as vscode from 'vscode'
import { panelHtml } from '../webview/html.ts'
import {
  type EstimateView,
  type HostMessage,
  type PanelState,
  protocolVersion,
  readViewMessage,
  type ViewMessage,
} from '../webview/protocol.ts'
import type { ProjectSpends } from './accounts/spend-settings.ts'
import { uriOf } from './file-id.ts'
import { gistIn, makeGists } from './gists.ts'
import { eachInTurn } from './long-lists.ts'
import { panelType } from './manifest.ts'
import { type EstimatedFile, estimateView } from './panel-estimate.ts'
import type { Places } from './places.ts'
import type { Results, Shown } from './results.ts'
import { reveal } from './reveal.ts'
import { createSpaced } from './spaced.ts'
import { createSpend, readsBills } from './spend.ts'
import type { InTurn } from './turns.ts'

/** The panel and what it shows: the estimate of the code beside the spend. */
export interface PanelHost extends vscode.Disposable {
  open(): void
  /** A panel VS Code kept over a restart. */
  restore(panel: vscode.WebviewPanel): void
  /** A source, an account by their id; left out, the user is asked. */
  connect(source?: string): Promise<void>
  test(account?: string): Promise<void>
  disconnect(account?: string): Promise<void>
  chooseScope(account?: string): Promise<void>
  refresh(account?: string): Promise<void>
  importFocus(): Promise<void>
  demo(): Promise<void>
}

export interface PanelTools {
  readonly context: vscode.ExtensionContext
  readonly results: Results
  readonly places: Places
  readonly inTurn: InTurn
  readonly projectSpends: ProjectSpends
  scan(): Promise<void>
  afterOthers(): Promise<void>
  log(message: string): void
}

const isLive = () => readsBills && vscode.workspace.isTrusted

export function createPanelHost({
  context,
  results,
  places,
  inTurn,
  projectSpends,
  scan,
  afterOthers,
  log,
}: PanelTools): PanelHost {
  let panel: vscode.WebviewPanel | undefined
  /** What was shown last, for a panel that opens again. */
  let state: PanelState = { live: isLive() }
  const spend = createSpend({ context, projectSpends, show, log })

  function show(part: PanelState): void {
    state = { ...state, ...part }
    void panel?.webview.postMessage({ version: protocolVersion, type: 'state', state: part } satisfies HostMessage)
  }

  // A scan answers file by file, and the estimate is of all of them.
  const estimate = createSpaced(() => view().then((estimate) => show({ estimate })), {
    soon: 50,
    apart: (took) => Math.max(500, took * 5),
  })

  async function view(): Promise<EstimateView> {
    await makeGists(results.all().values(), inTurn)
    const files = await eachInTurn([...results.all()], ([file, shown]) => [estimated(file, shown)], inTurn)
    return estimateView(files, inTurn)
  }

  /** Files of which something is shown, by what they are called there. */
  const named = new Map<string, string>()

  const estimated = (file: string, shown: Shown): EstimatedFile => ({
    name() {
      const name = vscode.workspace.asRelativePath(uriOf(file))
      named.set(name, file)
      return name
    },
    gist: gistIn(shown),
    month: shown.total.month,
    result: () => shown.result,
    line: (index) => shown.scanned?.lines[index] ?? lineOf(shown.result.sites[index]!.site.location),
  })

  function lineOf(location: Parameters<Places['document']>[0]): number {
    const document = places.document(location)
    return document ? places.range(document, location).start.line : 0
  }

  function open(): void {
    if (panel) {
      panel.reveal()
      return
    }
    adopt(
      vscode.window.createWebviewPanel(
        panelType,
        vscode.l10n.t('Outlay: Spend and Estimate'),
        vscode.ViewColumn.Beside,
        {},
      ),
    )
  }

  function adopt(made: vscode.WebviewPanel): void {
    panel = made
    const assets = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview')
    const { webview } = made
    webview.options = { enableScripts: true, localResourceRoots: [assets] }
    // A tab's icon is drawn as a picture: it does not take the colour of the text, as the activity bar's does.
    const icon = (theme: string) => vscode.Uri.joinPath(context.extensionUri, 'media', `panel-${theme}.svg`)
    made.iconPath = { light: icon('light'), dark: icon('dark') }
    webview.onDidReceiveMessage(receive)
    made.onDidDispose(() => {
      if (panel !== made) return
      panel = undefined
      estimate.cancel()
      spend.closed()
    })
    webview.html = panelHtml({
      nonce: btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))),
      cspSource: webview.cspSource,
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(assets, 'panel.js')).toString(),
      styleUri: webview.asWebviewUri(vscode.Uri.joinPath(assets, 'panel.css')).toString(),
    })
    void afterOthers().then(scan)
  }

  function receive(data: unknown): void {
    const message = readViewMessage(data)
    if (typeof message === 'string') {
      log(`panel: ${message}`)
      return
    }
    act(message).catch((error: unknown) => {
      log(`panel: ${error instanceof Error ? error.stack : String(error)}`)
      show({ status: { is: 'error', message: vscode.l10n.t('That did not work; the log says why.') } })
    })
  }

  async function act(message: ViewMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        await view().then((estimate) => show({ ...state, live: isLive(), estimate }))
        return spend.opened()
      case 'demo':
        return spend.demo()
      case 'importFile':
        return spend.importFocus()
      case 'connect':
        return spend.connect()
      case 'refresh':
        return spend.refresh(message.account)
      case 'cancel':
        return spend.cancel(message.account)
      case 'manage':
        return spend.manage(message.account)
      case 'connectStore':
        return spend.connectStore()
      case 'manageStore':
        return spend.manageStore()
      case 'chooseScope':
        return spend.chooseScope(message.account)
      case 'look':
        return spend.analyses.look(message)
      case 'stopLooking':
        return spend.analyses.stop()
      case 'openSite':
        return openSite(message.file, message.key)
      case 'unknownMessage':
        return log(`panel does not know: ${message.what}`)
    }
  }

  async function openSite(name: string, key: string): Promise<void> {
    const file = named.get(name)
    const shown = file === undefined ? undefined : results.all().get(file)
    const index = shown?.result.sites.findIndex(({ site }) => site.key === key) ?? -1
    if (file === undefined || !shown || index < 0) return
    const line = estimated(file, shown).line(index)
    const { location } = shown.result.sites[index]!.site
    const document = places.document(location)
    const uri = document?.uri ?? uriOf(location.file)
    const range = new vscode.Range(line, 0, line, 0)
    await reveal(uri, range, document ? undefined : location.cell, vscode.ViewColumn.One)
  }

  const subscriptions = [
    results.onDidChange(() => {
      if (panel) estimate.ask()
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      show({ live: isLive() })
      if (panel) receive({ version: protocolVersion, type: 'ready' })
    }),
  ]

  const opened =
    (step: (id?: string) => Promise<void>) =>
    async (id?: string): Promise<void> => {
      open()
      await afterOthers()
      await step(id)
    }
  return {
    open,
    restore: adopt,
    connect: opened(spend.connect),
    test: opened(spend.test),
    disconnect: opened(spend.disconnect),
    chooseScope: opened(spend.chooseScope),
    refresh: opened(spend.refresh),
    importFocus: opened(spend.importFocus),
    demo: opened(spend.demo),
    dispose() {
      estimate.cancel()
      vscode.Disposable.from(...subscriptions, spend).dispose()
      panel?.dispose()
    },
  }
}

import * as vscode from 'vscode'
import type { RefreshRequest } from '../cli/prices-refresh/protocol.ts'
import type { Band } from '../core/types.ts'
import { createProjectSpends } from './accounts/spend-settings.ts'
import { answer } from './answers.ts'
import { createCheaper } from './cheaper.ts'
import { createBaseChoice } from './compare/base-choice.ts'
import { createDocuments, type Documents } from './documents.ts'
import { createExplain } from './explain.ts'
import { createFolders } from './folders.ts'
import { createLog } from './log.ts'
import { createLostFiles } from './lost-files.ts'
import type { PanelHost } from './panel.ts'
import { createPlaces } from './places.ts'
import { createPrices } from './prices.ts'
import type { FromWorker, PricesState, ToWorker } from './protocol.ts'
import { createResults, type Results } from './results.ts'
import { createScan } from './scan.ts'
import { createInbox } from './sent-results.ts'
import { createSimulator } from './simulator.ts'
import { createTurns } from './turns.ts'
import { createWatch } from './watch.ts'
import { createWorkerHost, workerScript } from './worker-host.ts'

/** What the tests read: what the user sees, where VS Code has no API to ask for it. */
export interface Api {
  /** Text of the status bar item. */
  status(): string | undefined
  /** What every open or scanned site costs, USD. */
  estimates(): readonly { readonly file: string; readonly key: string; readonly usd: Band | undefined }[]
  /** What the worker goes by. */
  prices(): PricesState | undefined
  /** Servers on this machine that stand in for the price lists. */
  standIn(bases: RefreshRequest['bases']): void
}

export interface Extension {
  readonly api: Api
  /** @param command as the manifest names it */
  run(command: string, given: readonly unknown[]): unknown
  /** A panel VS Code kept over a restart. */
  restore(panel: vscode.WebviewPanel): Promise<void>
}

/**
 * Registers, a part of it in each turn, and returns; the worker starts with the first document somebody sees, which is looked for
 * when everybody is there who shows what it answers.
 */
export async function createExtension(context: vscode.ExtensionContext, afterOthers: () => Promise<void>) {
  const log = createLog()
  const watch = createWatch({
    send,
    gone: (file) => documents.gone(file),
    came: (file) => documents.came(file),
    headMoved: () => base.compare(),
  })
  /** From then on an answer may rest on files that nobody has open. */
  const sendWatched = (message: ToWorker) => {
    watch.start()
    send(message)
  }
  const documents: Documents = createDocuments(sendWatched)
  // All that is done in turns shares them: each part by itself would take its own piece of them.
  const turns = createTurns()
  const { soon, inTurn } = turns
  const failed = (error: unknown) => log.write(error instanceof Error ? `${error.stack}` : String(error))
  const results: Results = createResults({ version: documents.version, turns, failed })
  const places = createPlaces(documents)
  const scan = createScan({ send: sendWatched, finished: results.forgetScanned, inTurn })
  const tools = { documents, results, places, soon }
  const inbox = createInbox({ turns, deliver: receive, lost: documents.resend, failed })
  const worker = createWorkerHost({
    script: workerScript(context.extensionUri),
    answer,
    receive: inbox.receive,
    down: () => surfaces.engine.down(),
    restarted() {
      surfaces.engine.up()
      folders.restarted()
      scan.abandon()
      documents.resendAll()
      prices.restarted()
      cheaper.restarted()
      simulator.restarted()
      explain.restarted()
      projectSpends.restarted()
      base.restarted()
    },
    log: log.write,
  })
  const folders = createFolders(worker.send)
  context.subscriptions.push(log, watch, documents, results, folders, worker)
  await afterOthers()
  const prices = createPrices({ context, site: (node) => surfaces.site(node), send, log: log.write, showLog: log.show })
  const cheaper = createCheaper(send)
  const explain = createExplain({ ...tools, send })
  const projectSpends = createProjectSpends(send)
  const simulator = createSimulator({ ...tools, context, send, log: log.write })
  context.subscriptions.push(prices, explain, simulator)
  await afterOthers()
  const base = createBaseChoice(context.workspaceState, documents, results, sendWatched)
  const lost = createLostFiles({ results, scan, inTurn })
  context.subscriptions.push(base, lost)
  let panel: Promise<PanelHost> | undefined
  const openPanel = () => {
    panel ??= makePanel()
    return panel
  }

  async function makePanel(): Promise<PanelHost> {
    const { createPanelHost } = await import('./panel.ts')
    await afterOthers()
    const tools = { context, results, places, inTurn, afterOthers, projectSpends, scan: scan.run, log: log.write }
    const made = createPanelHost(tools)
    await afterOthers()
    return made
  }

  function send(message: ToWorker): void {
    folders.ahead()
    worker.send(message)
  }

  function receive(message: FromWorker): void {
    if (message.is === 'log') log.write(message.message)
    else if (message.is === 'resync') documents.resend(message.file)
    else {
      results.receive(message)
      scan.receive(message)
      lost.receive(message)
      prices.receive(message)
      cheaper.receive(message)
      simulator.receive(message)
      explain.receive(message)
      projectSpends.receive(message)
      base.receive(message)
      changes.receive(message)
    }
  }

  await afterOthers()
  const { createViews } = await import('./views.ts')
  await afterOthers()
  const { costs, changes } = createViews({ ...tools, memory: context.workspaceState, base, inTurn })
  await afterOthers()
  const { createSurfaces } = await import('./surfaces.ts')
  await afterOthers()
  const asked = { panel: openPanel, scan, simulator, explain, prices, cheaper, base, costs }
  const surfaces = createSurfaces({ ...tools, ...asked, context, log })
  // From here on the worker may be asked for something.
  context.subscriptions.push(
    costs,
    changes,
    surfaces,
    documents.onDidForget((file) => {
      inbox.forget(file)
      results.forget(file)
      scan.closed(file)
    }),
    results.onDidChange((file) => {
      for (const { message } of results.current(file)?.result.problems ?? []) log.note(file, message)
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('outlay')) return
      documents.look()
      prices.check()
      base.refresh()
      surfaces.refresh()
    }),
    { dispose: () => void panel?.then((host) => host.dispose()) },
  )
  await afterOthers()
  documents.start()
  await afterOthers()
  documents.look()
  const estimates = () =>
    [...results.all()].flatMap(([file, { result }]) =>
      result.sites.map(({ site, estimate }) => ({ file, key: site.key, usd: estimate.usd })),
    )
  return {
    api: { status: surfaces.status, estimates, prices: prices.state, standIn: prices.standIn },
    run: surfaces.commands.run,
    restore: async (kept: vscode.WebviewPanel) => (await openPanel()).restore(kept),
  } satisfies Extension
}

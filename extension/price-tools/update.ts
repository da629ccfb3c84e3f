import { fileURLToPath } from 'node:url'
import * as vscode from 'vscode'
import { type Refreshed, runRefresh } from '../../cli/prices-refresh/client.ts'
import { pricesFolder } from '../../cli/prices-refresh/folder.ts'
import type { Progress } from '../../cli/prices-refresh/protocol.ts'
import { count, sentence } from '../../cli/prices-refresh/sentence.ts'
import { startInThread } from '../child-in-thread.ts'
import { priceRegions } from '../settings.ts'
import { proxyVariables } from './proxy.ts'
import { type Summary, summaryOf } from './summary.ts'
import type { PriceToolsHost } from './tools.ts'

interface Running {
  readonly ended: Promise<Refreshed>
  readonly controller: AbortController
  readonly progress: vscode.Event<Progress>
}

type UpdateHost = Pick<PriceToolsHost, 'log' | 'showLog' | 'bases' | 'attempted' | 'refreshed'>

/** Refreshes the price lists in a process of its own; one at a time in this window, and by its lock in all of them. */
export function createUpdate({ log, showLog, bases, attempted, refreshed }: UpdateHost) {
  let running: Running | undefined

  function start(again?: Summary['drifted']): Running {
    const controller = new AbortController()
    const told = new vscode.EventEmitter<Progress>()
    const request = {
      sources: again?.sources ?? [],
      regions: again?.regions ?? priceRegions(),
      acceptDrift: again !== undefined,
      folder: pricesFolder(),
      bases: bases(),
    }
    const thread = startInThread(fileURLToPath(new URL('./child-thread.mjs', import.meta.url)))
    const tell = (progress: Progress) => told.fire(progress)
    const ended = runRefresh(request, controller.signal, tell, proxy(), thread).finally(() => {
      running = undefined
      told.dispose()
    })
    running = { ended, controller, progress: told.event }
    return running
  }

  function quietly(): Thenable<Refreshed> {
    const { ended } = running ?? start()
    const title = vscode.l10n.t('Outlay: updating prices')
    return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => ended)
  }

  function aloud(again?: Summary['drifted']): Thenable<Refreshed> {
    const { ended, controller, progress } = running ?? start(again)
    const title = vscode.l10n.t('Outlay: updating prices')
    return vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (report, token) => {
        token.onCancellationRequested(() => controller.abort())
        progress(({ source, region, characters, rows }) => {
          const list = region === '' ? source : `${source} ${region}`
          const megabytes = (characters / 1_000_000).toFixed(1)
          report.report({ message: vscode.l10n.t('{0}, {1} MB, {2} prices', list, megabytes, count(rows)) })
        })
        return ended
      },
    )
  }

  async function say({ outcomes, why }: Refreshed): Promise<void> {
    const { message, isGood, isByRegion, drifted } = summaryOf({ outcomes, why })
    const [logButton, regionsButton] = [vscode.l10n.t('Show Log'), vscode.l10n.t('Choose Regions')]
    const acceptButton = vscode.l10n.t('Accept')
    const buttons = [...(drifted ? [acceptButton] : []), ...(isByRegion ? [regionsButton] : []), logButton]
    const chosen = await (isGood
      ? vscode.window.showInformationMessage(message, ...buttons)
      : vscode.window.showWarningMessage(message, ...buttons))
    if (chosen === logButton) showLog()
    if (chosen === acceptButton && drifted) await run('aloud', drifted)
    if (chosen === regionsButton)
      await vscode.commands.executeCommand('workbench.action.openSettings', 'outlay.prices.regions')
  }

  async function run(how: 'aloud' | 'quietly', again?: Summary['drifted']): Promise<void> {
    await attempted()
    const done = await (how === 'aloud' ? aloud(again) : quietly())
    for (const outcome of done.outcomes) if (outcome.is !== 'skipped') log(`prices: ${sentence(outcome)}`)
    if (done.why !== undefined) log(`prices: ${done.why}`)
    refreshed()
    // Nobody waits for the answer to the message.
    if (how === 'aloud') void say(done)
  }

  return {
    run: (how: 'aloud' | 'quietly') => run(how),
    cancel: () => running?.controller.abort(),
  }
}

function proxy() {
  const http = vscode.workspace.getConfiguration('http')
  return proxyVariables({
    proxy: http.get<string>('proxy') ?? '',
    support: http.get<string>('proxySupport') ?? '',
    noProxy: http.get<readonly string[]>('noProxy') ?? [],
  })
}

import { join } from 'node:path'
import * as vscode from 'vscode'
import { type BillingClient, createBillingClient } from '../billing/client.ts'
import type { PanelState, ViewRequest } from '../webview/protocol.ts'
import { openaiBaseUrl } from './settings.ts'

/** Bills are read by a process of their own. */
export const readsBills: boolean = true

const keyName = 'outlay.openai.adminKey'
/** How far back live spend is read, in days; the panel's longest range. */
const days = 90
const oneDay = 86_400_000

/** Loads spend through the billing process and says, state by state, what the panel shows of it. */
export interface Spend extends vscode.Disposable {
  connected(): Promise<readonly string[]>
  connectOpenAI(): Promise<void>
  disconnectOpenAI(): Promise<void>
  importFocus(): Promise<void>
  demo(): Promise<void>
  refresh(): Promise<void>
  cancel(): void
}

export interface SpendTools {
  readonly context: vscode.ExtensionContext
  show(state: PanelState): void
  log(message: string): void
}

type Loading = ReturnType<BillingClient['demo']>

export function createSpend({ context, show, log }: SpendTools): Spend {
  const client = createBillingClient(join(context.extensionPath, 'dist', 'billing.mjs'))
  let abort: AbortController | undefined
  /** What is asked for last is what is shown, whichever comes back last. */
  let latest = 0

  async function load(what: string, retry: ViewRequest, start: () => Loading): Promise<void> {
    abort?.abort()
    abort = undefined
    latest += 1
    const mine = latest
    show({ status: { is: 'busy', what } })
    const loaded = await start()
    if (mine !== latest) return
    if (loaded.is === 'failed') return fail(loaded.failure.message, retry)
    for (const problem of loaded.problems) log(`${loaded.source}: ${problem}`)
    const summary = await client.summary()
    if (mine !== latest) return
    if ('is' in summary) return fail(summary.failure.message, retry)
    show({ spend: summary, status: { is: 'idle' } })
  }

  function fail(message: string, retry: ViewRequest): void {
    log(message)
    show({ status: { is: 'error', message, retry } })
  }

  async function sync(key: string): Promise<void> {
    const now = Date.now()
    // `until` is exclusive: today is read as far as it is known.
    const range = { since: day(now - (days - 1) * oneDay), until: day(now + oneDay) }
    await load(vscode.l10n.t('Reading spend from OpenAI'), { type: 'refresh' }, () => {
      abort = new AbortController()
      return client.sync('openai', { credentials: { key }, base: openaiBaseUrl() }, range, abort.signal)
    })
  }

  const spend: Spend = {
    async connected() {
      return (await context.secrets.get(keyName)) === undefined ? [] : ['openai']
    },
    async connectOpenAI() {
      if (!vscode.workspace.isTrusted) return
      const key = await vscode.window.showInputBox({
        title: vscode.l10n.t('Connect OpenAI spend'),
        prompt: vscode.l10n.t(
          'An admin key of your organization. It is kept in the editor’s secret storage and sent to OpenAI alone.',
        ),
        password: true,
        ignoreFocusOut: true,
        validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Paste an admin key.') : undefined),
      })
      if (key === undefined) return
      await context.secrets.store(keyName, key.trim())
      show({ connected: await spend.connected() })
      await sync(key.trim())
    },
    async disconnectOpenAI() {
      await context.secrets.delete(keyName)
      show({ connected: [] })
    },
    async importFocus() {
      const [file] =
        (await vscode.window.showOpenDialog({
          title: vscode.l10n.t('Import a FOCUS file'),
          filters: { FOCUS: ['csv', 'parquet', 'gz'] },
        })) ?? []
      if (file)
        await load(vscode.l10n.t('Reading {0}', file.path), { type: 'importFile' }, () =>
          client.importFile(file.fsPath),
        )
    },
    async demo() {
      await load(vscode.l10n.t('Reading demo data'), { type: 'demo' }, () =>
        client.demo(join(context.extensionPath, 'dist', 'demo.csv')),
      )
    },
    async refresh() {
      if (!vscode.workspace.isTrusted) return
      const key = await context.secrets.get(keyName)
      if (key === undefined) show({ status: { is: 'idle' }, connected: [] })
      else await sync(key)
    },
    cancel: () => abort?.abort(),
    dispose: () => client.stop(),
  }
  return spend
}

/** UTC, as providers bill. */
const day = (time: number) => new Date(time).toISOString().slice(0, 10)

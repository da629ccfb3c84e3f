import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { type BillingClient, createBillingClient } from '../billing/client.ts'
import type { SourceInfo } from '../billing/describe.ts'
import type { Summary } from '../billing/protocol.ts'
import type { SpendScopes } from '../core/config/spend-schema.ts'
import type { PanelState, ViewRequest } from '../webview/protocol.ts'
import { type Account, createAccounts } from './accounts/account.ts'
import { dueAt, hoursBetween, isPaid, newRange, wholeRange } from './accounts/cadence.ts'
import { connectionOf } from './accounts/connection.ts'
import type { Desk } from './accounts/desk.ts'
import { createKeys } from './accounts/keys.ts'
import { createProviderWords } from './accounts/provider-words.ts'
import { createReadings } from './accounts/readings.ts'
import { noProjectSpend, type ProjectSpends } from './accounts/spend-settings.ts'
import { type ChosenStore, chooseStore } from './accounts/store-choice.ts'
import { createStoreWatch } from './accounts/store-watch.ts'
import { accountView } from './accounts/view.ts'
import { createWarehouses } from './accounts/warehouses.ts'
import { type AnalysesShown, createAnalyses } from './analyses.ts'
import { startInThread } from './child-in-thread.ts'
import { spendHours } from './settings.ts'

/** Bills are read by a process of their own. */
export const readsBills: boolean = true

/** Loads spend through the billing process and says, state by state, what the panel shows of it. */
export interface Spend extends vscode.Disposable {
  /** Somebody looks: shows what is kept, and reads what is due. */
  opened(): Promise<void>
  /** Nobody looks any more: nothing is read by itself. */
  closed(): void
  /** `source`: its id; left out, the user is asked. */
  connect(source?: string): Promise<void>
  /** `account`: its id; left out, the user is asked where there are several. The same below. */
  test(account?: string): Promise<void>
  disconnect(account?: string): Promise<void>
  chooseScope(account?: string): Promise<void>
  /** Everything that can be done with an account, to choose from. */
  manage(account?: string): Promise<void>
  /** The warehouse that outlay.json names. */
  connectStore(): Promise<void>
  /** Everything that can be done with it, to choose from. */
  manageStore(): Promise<void>
  /** All that is shown, of one account or of all. */
  refresh(account?: string): Promise<void>
  cancel(account?: string): void
  /** What is asked of spend, beyond what it is. */
  readonly analyses: AnalysesShown
  importFocus(): Promise<void>
  demo(): Promise<void>
}

export interface SpendTools {
  readonly context: vscode.ExtensionContext
  readonly projectSpends: ProjectSpends
  show(state: PanelState): void
  log(message: string): void
}

type Loading = ReturnType<BillingClient['demo']>

export function createSpend({ context, projectSpends, show, log }: SpendTools): Spend {
  const accounts = createAccounts(context.globalState)
  const keys = createKeys(context.secrets)
  const settings = async () => (await projectSpends.ask()).settings
  const analyses = createAnalyses({ client, settings, show, log })
  const readings = createReadings({ client, connection, changed: showAccounts, loaded: summarise, log })
  const words = createProviderWords({
    ...{ client, connection, infoOf, log, memento: context.workspaceState },
    changed: () => show({ providers: words.views(accounts.all()) }),
  })
  const warehouses = createWarehouses(context.globalState, keys)
  const others = createStoreWatch(() => {
    if (isOpen && !isDemo) void showKept()
  })
  let store: ChosenStore | undefined
  let billing: { readonly client: BillingClient; readonly place: string } | undefined
  let known: readonly SourceInfo[] = []
  let project = noProjectSpend
  let summary: Summary | undefined
  let importing: AbortController | undefined
  let timer: NodeJS.Timeout | undefined
  let isOpen = false
  /** The demo stays until somebody asks for something else. */
  let isDemo = false

  /** Figures of one project's part of an account are no other project's: they have a store of the workspace's own. */
  const isPart = () => accounts.all().some(({ id }) => project.scopes[id] !== undefined)

  /** What outlay.json says now, and the store that follows from it. */
  async function look(): Promise<ChosenStore> {
    project = await projectSpends.ask()
    store = await chooseStore(context, project, isPart(), warehouses)
    show({ store: store.view })
    return store
  }

  async function client(): Promise<BillingClient> {
    const { place } = store ?? (await look())
    const wanted = JSON.stringify(place)
    if (billing?.place !== wanted) {
      billing?.client.stop()
      // What was read is in the other store.
      for (const { id } of accounts.all()) readings.forget(id)
      if (billing) show({ spend: nothingSpent })
      const entry = join(context.extensionPath, 'dist', 'billing.mjs')
      const thread = join(context.extensionPath, 'dist', 'child-thread.mjs')
      billing = { client: createBillingClient(entry, [], place, startInThread(thread)), place: wanted }
      summary = undefined
    }
    return billing.client
  }

  /** What can be connected: asked once, of the process that knows the sources. */
  async function sources(): Promise<readonly SourceInfo[]> {
    if (known.length > 0) return known
    const found = await (await client()).sources()
    if ('is' in found) fail(found.failure.message)
    else known = found
    return known
  }

  function infoOf({ source }: Account): SourceInfo | undefined {
    return known.find(({ id }) => id === source)
  }
  const isPaidFor = (account: Account) => {
    const info = infoOf(account)
    return info !== undefined && isPaid(info)
  }
  const hoursOf = (account: Account) => {
    const info = infoOf(account)
    if (!info || store?.keeps === false) return undefined
    return hoursBetween(info, account, spendHours(account.id, account.source))
  }

  async function connection(account: Account, asked: boolean) {
    const info = (await sources()).find(({ id }) => id === account.source)
    if (!info) return { message: vscode.l10n.t('This version of Outlay does not know the source {0}.', account.source) }
    return connectionOf(account, info, keys, project.scopes[account.id] ?? account.scope ?? {}, asked)
  }

  function showAccounts(): void {
    const views = accounts.all().map((account) =>
      accountView({
        account,
        info: infoOf(account),
        reading: readings.of(account.id),
        scope: project.scopes[account.id],
        hours: hoursOf(account),
        ...(store?.keeps === false ? { instead: store.view.name } : {}),
      }),
    )
    show({ accounts: views, providers: words.views(accounts.all()) })
  }

  /** @returns why what is kept cannot be shown */
  async function summarise(): Promise<string | undefined> {
    const found = await (await client()).summary()
    if ('is' in found) return found.failure.message
    summary = found
    // From the first reading on there is a folder.
    if (isOpen) others.on(store?.place)
    show({ spend: found })
    await analyses.again()
    return undefined
  }

  async function showKept(): Promise<void> {
    const failed = await summarise()
    if (failed !== undefined) fail(failed, { type: 'refresh' })
    else show({ status: { is: 'idle' } })
  }

  function fail(message: string, retry?: ViewRequest): void {
    log(message)
    show({ status: { is: 'error', message, ...(retry ? { retry } : {}) } })
  }

  /** @returns accounts of which the project's part is another one than what was read; what was read of it is gone */
  async function lookAtScopes(): Promise<readonly Account[]> {
    const { isWorkspace } = await look()
    const noted = context.workspaceState.get<SpendScopes>(readScopes, {})
    const others = accounts.all().filter(({ id }) => !isSame(noted[id], project.scopes[id]))
    if (others.length === 0) return []
    for (const { id } of others) {
      readings.forget(id)
      if (isWorkspace) await (await client()).forget(id)
    }
    const now = accounts.all().flatMap(({ id }) => (project.scopes[id] ? [[id, project.scopes[id]]] : []))
    await context.workspaceState.update(readScopes, Object.fromEntries(now))
    return others
  }

  async function read(account: Account, asked: boolean): Promise<void> {
    const kept = summary?.sources.find(({ source }) => source === account.id)
    const now = Date.now()
    // What a reading that broke off did not get is asked for in any case.
    const range =
      (asked && !kept?.isBroken) || !kept?.readAt ? wholeRange(now) : newRange(now, kept.readAt, kept.estimatedSince)
    await readings.read(account, range, asked)
    await words.hear(account, asked)
  }

  /** Last time anybody tried, in this window or, where it went well, in another one. ms */
  function lastTried({ id }: Account): number | undefined {
    const reading = readings.of(id)
    if (reading.is === 'read' || reading.is === 'failed') return reading.at
    const kept = summary?.sources.find(({ source }) => source === id)
    return kept?.readAt && !kept.isBroken ? Date.parse(kept.readAt) : undefined
  }

  const dueOf = (account: Account) => dueAt(lastTried(account), hoursOf(account))

  async function readDue(): Promise<void> {
    clearTimeout(timer)
    if (!isOpen || !vscode.workspace.isTrusted) return
    const due = isDemo ? [] : accounts.all().filter((account) => (dueOf(account) ?? Infinity) <= Date.now())
    await Promise.all(due.map((account) => read(account, false)))
    schedule()
  }

  function schedule(): void {
    clearTimeout(timer)
    const next = Math.min(...accounts.all().map((account) => dueOf(account) ?? Infinity))
    if (isOpen && next < Infinity) timer = setTimeout(() => void readDue(), Math.max(aMinute, next - Date.now()))
  }

  async function load(what: string, retry: ViewRequest, start: (asked: BillingClient) => Loading): Promise<void> {
    show({ status: { is: 'busy', what } })
    const loaded = await start(await client())
    if (loaded.is === 'failed') return fail(loaded.failure.message, retry)
    for (const problem of loaded.problems) log(`${loaded.source}: ${problem}`)
    const failed = await summarise()
    if (failed !== undefined) return fail(failed, retry)
    show({ status: { is: 'idle' } })
  }

  /** What asks the user is a bundle of its own. */
  async function atDesk(act: (desk: Desk) => Promise<void>): Promise<void> {
    if (!vscode.workspace.isTrusted) return
    const { createDesk } = await import('./accounts/desk.ts')
    await look()
    await sources()
    const scopeOf = (id: string) => project.scopes[id]
    const hear = async (id: string) => {
      const account = accounts.get(id)
      if (account) await words.hear(account, true)
      showAccounts()
    }
    const stores = { warehouses, named: () => project.settings.store, changed: storeChanged }
    await act(
      createDesk({ accounts, keys, client, sources, connection, scopeOf, changed, forget, refresh, hear, stores }),
    )
  }

  /** Another store is shown, or the same with other credentials. */
  async function storeChanged(): Promise<void> {
    isDemo = false
    await lookAtScopes()
    showAccounts()
    await showKept()
    await readDue()
  }

  /** An account is there, or is not what it was. */
  async function changed(id: string): Promise<void> {
    await lookAtScopes()
    readings.forget(id)
    const account = accounts.get(id)
    isDemo = false
    showAccounts()
    await showKept()
    const info = account && infoOf(account)
    // What costs money is read when somebody asks for that.
    if (account && info && (!isPaid(info) || account.byItself)) await read(account, true)
    await readDue()
  }

  async function refresh(id?: string): Promise<void> {
    if (!vscode.workspace.isTrusted) return
    isDemo = false
    await lookAtScopes()
    await sources()
    if (id === undefined || !store?.keeps) await showKept()
    if (!store?.keeps) return showAccounts()
    const chosen = accounts.all().filter((account) => id === undefined || id === account.id)
    // All at once leaves out what costs money and was not allowed: that is asked for by name.
    const isAsked = (account: Account) => id !== undefined || hoursOf(account) !== undefined || !isPaidFor(account)
    await Promise.all(chosen.filter(isAsked).map((account) => read(account, true)))
    schedule()
  }

  async function forget(id: string): Promise<void> {
    readings.forget(id)
    await words.forget(id)
    const failed = await (await client()).forget(id)
    showAccounts()
    await showKept()
    if (failed) fail(failed.failure.message)
  }

  const watcher = vscode.workspace.createFileSystemWatcher('**/outlay.json')
  const rescope = async () => {
    if (!isOpen || !vscode.workspace.isTrusted) return
    const before = JSON.stringify(store?.place)
    const said = project.settings
    const others = accounts.all().length === 0 ? [] : await lookAtScopes()
    const { place, byItself } = await look()
    if (byItself && !isSame(said, project.settings)) await analyses.again()
    if (others.length === 0 && JSON.stringify(place) === before) return
    showAccounts()
    if (byItself) await showKept()
    await readDue()
  }
  const subscriptions = [
    watcher,
    watcher.onDidChange(rescope),
    watcher.onDidCreate(rescope),
    watcher.onDidDelete(rescope),
  ]

  return {
    async opened() {
      isOpen = true
      if (!vscode.workspace.isTrusted) return
      const { place, byItself } = await look()
      if (accounts.all().length === 0 && place.is === 'folder' && !existsSync(place.folder)) return
      await lookAtScopes()
      await sources()
      showAccounts()
      if (isDemo) return
      if (byItself) await showKept()
      await readDue()
    },
    closed() {
      isOpen = false
      others.off()
      clearTimeout(timer)
      analyses.leave()
    },
    analyses,
    connect: (source) => atDesk((desk) => desk.connect(source)),
    test: (account) => atDesk((desk) => desk.test(account)),
    disconnect: (account) => atDesk((desk) => desk.disconnect(account)),
    chooseScope: (account) => atDesk((desk) => desk.chooseScope(account)),
    manage: (account) => atDesk((desk) => desk.manage(account)),
    connectStore: () => atDesk((desk) => desk.connectStore()),
    manageStore: () => atDesk((desk) => desk.manageStore()),
    refresh,
    async importFocus() {
      const [file] =
        (await vscode.window.showOpenDialog({
          title: vscode.l10n.t('Import a FOCUS file'),
          filters: { [vscode.l10n.t('Bills')]: ['csv', 'parquet', 'gz', 'json'] },
        })) ?? []
      if (!file) return
      isDemo = false
      importing = new AbortController()
      const { signal } = importing
      await load(vscode.l10n.t('Reading {0}', file.path), { type: 'importFile' }, (asked) =>
        asked.importFile(file.fsPath, signal),
      )
    },
    async demo() {
      isDemo = true
      await load(vscode.l10n.t('Reading demo data'), { type: 'demo' }, (asked) =>
        asked.demo(join(context.extensionPath, 'dist', 'demo.csv')),
      )
    },
    cancel(account) {
      if (account === undefined) importing?.abort()
      readings.cancel(account)
    },
    dispose() {
      others.off()
      clearTimeout(timer)
      billing?.client.stop()
      vscode.Disposable.from(...subscriptions).dispose()
    },
  }
}

const nothingSpent: Summary = { demo: false, totals: [], sources: [], days: [], overlaps: [], problems: [] }

/** Of the workspace: what the rows in its store are of. */
const readScopes = 'outlay.readScopes'

/** Shortest pause before something is read by itself. ms */
const aMinute = 60_000

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? {}) === JSON.stringify(b ?? {})

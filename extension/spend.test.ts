import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SourceInfo } from '../billing/describe.ts'
import type { StorePlace } from '../billing/store.ts'
import { noSpendSettings, type SpendSettings } from '../core/config/spend.ts'
import type { SpendScopes } from '../core/config/spend-schema.ts'
import type { PanelState } from '../webview/protocol.ts'
import { createSpend, type SpendTools } from './spend.ts'

const billing = vi.hoisted(() => ({
  places: [] as unknown[],
  read: [] as { source: string; since: string; scope: unknown; as: string | undefined }[],
  forgotten: [] as unknown[],
  /** How often all that is shown was asked for. */
  asked: 0,
  readAt: {} as Record<string, string>,
  /** outlay.json was written. */
  written: (): unknown => undefined,
}))
vi.mock('vscode', () => ({
  Disposable: { from: () => ({ dispose: () => undefined }) },
  l10n: { t: (text: string) => text },
  workspace: {
    isTrusted: true,
    getConfiguration: () => ({ get: () => undefined }),
    createFileSystemWatcher: () => ({
      onDidChange: (heard: () => unknown) => (billing.written = heard),
      onDidCreate: () => 0,
      onDidDelete: () => 0,
    }),
  },
}))
vi.mock('../billing/client.ts', () => ({
  createBillingClient: (_entry: string, _execArgv: unknown, place: StorePlace | (() => StorePlace)) => {
    billing.places.push(typeof place === 'function' ? place() : place)
    return {
      sources: async () => infos,
      summary: async () => {
        billing.asked++
        return {
          ...{ demo: false, totals: [], days: [], overlaps: [], problems: [] },
          sources: Object.entries(billing.readAt).map(([source, readAt]) => ({ source, readAt, estimatedSince: null })),
        }
      },
      sync: async (
        source: string,
        { scope }: { scope: unknown },
        { since }: { since: string },
        { as }: { as: string },
      ) => {
        billing.read.push({ source, since, scope, as })
        return { is: 'loaded', id: 1, source: as, rows: 1, problems: [], unread: [] }
      },
      forget: async (source: string) => void billing.forgotten.push(source),
      stop: () => undefined,
    }
  },
}))

const of = (id: string, more: Partial<SourceInfo> = {}): SourceInfo => ({
  ...{ id, name: id, reads: id, isOwn: false, byAccount: false, tells: [] },
  needs: { fields: [], scope: 'read', link: 'https://example.com' },
  ...more,
})
const infos = [of('free'), of('dear', { askCosts: { usd: 0.01, source: 'https://example.com' } })]

/** What VS Code keeps for an extension, by its key. */
function memento(kept: Record<string, unknown>) {
  return {
    get: (key: string, otherwise: unknown) => kept[key] ?? otherwise,
    update: async (key: string, value: unknown) => {
      kept[key] = value
    },
  }
}

function open(
  accounts: readonly object[],
  scopes: SpendScopes = {},
  noted: Record<string, unknown> = {},
  settings: SpendSettings = noSpendSettings,
  warehouses: object = {},
) {
  const shown: PanelState = {}
  const context = {
    extensionPath: '/extension',
    globalStorageUri: { fsPath: '/global' },
    storageUri: { fsPath: '/workspace' },
    globalState: memento({ 'outlay.accounts': accounts, 'outlay.warehouses': warehouses }),
    workspaceState: memento(noted),
    secrets: { get: async () => undefined },
  } as unknown as SpendTools['context']
  const spend = createSpend({
    context,
    projectSpends: {
      ask: async () => ({ scopes, settings }),
      receive: () => undefined,
      restarted: () => undefined,
    },
    show: (state) => Object.assign(shown, state),
    log: () => undefined,
  })
  return { spend, shown }
}
const account = (id: string, more: object = {}) => ({ id, source: id.split(':')[0], values: {}, ...more })

beforeEach(() => {
  Object.assign(billing, { places: [], read: [], forgotten: [], readAt: {}, asked: 0 })
  vi.useFakeTimers({ now: new Date('2026-11-22T18:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

test('what is due is read on opening, and again after its hours while somebody looks', async () => {
  const { spend, shown } = open([account('free'), account('free:work')])
  await spend.opened()
  expect(billing.read.map(({ as, since }) => [as, since])).toEqual([
    ['free', '2026-08-25'],
    ['free:work', '2026-08-25'],
  ])
  expect(shown.accounts?.map(({ name, state }) => [name, state])).toEqual([
    ['free', 'read'],
    ['free (work)', 'read'],
  ])
  await vi.advanceTimersByTimeAsync(5 * 3_600_000)
  expect(billing.read).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(billing.read).toHaveLength(4)
  spend.closed()
  await vi.advanceTimersByTimeAsync(24 * 3_600_000)
  expect(billing.read).toHaveLength(4)
})

test('what another window has read a moment ago is shown and not read again; later only what may have changed', async () => {
  billing.readAt.free = '2026-11-22T17:00:00Z'
  const { spend } = open([account('free')])
  await spend.opened()
  expect(billing.read).toEqual([])
  await vi.advanceTimersByTimeAsync(5 * 3_600_000)
  expect(billing.read.map(({ since }) => since)).toEqual(['2026-11-01'])
})

test('what costs money to ask is read when it is asked for by name, or where that was allowed', async () => {
  const { spend } = open([account('dear')])
  await spend.opened()
  await spend.refresh()
  await vi.advanceTimersByTimeAsync(48 * 3_600_000)
  expect(billing.read).toEqual([])
  await spend.refresh('dear')
  expect(billing.read).toHaveLength(1)
  const allowed = open([account('dear', { byItself: true })])
  await allowed.spend.opened()
  expect(billing.read).toHaveLength(2)
})

test('a project’s part is kept in a store of its own, and read anew when it is another part', async () => {
  await open([account('free')]).spend.opened()
  const part = { free: { projects: ['a'] } }
  const { spend, shown } = open([account('free')], part, { 'outlay.readScopes': { free: { projects: ['b'] } } })
  await spend.opened()
  expect(billing.places).toEqual([
    { is: 'folder', folder: '/global/spend', tags: [] },
    { is: 'folder', folder: '/workspace/spend', tags: [] },
  ])
  expect(billing.forgotten).toEqual(['free'])
  expect(billing.read.map(({ scope }) => scope)).toEqual([{}, { projects: ['a'] }])
  expect(shown.accounts?.[0]?.isScoped).toBe(true)
})

test('once a part is chosen all that is shown is read into the project’s own store', async () => {
  const scopes: Record<string, SpendScopes[string]> = {}
  const { spend } = open([account('free'), account('free:work')], scopes)
  await spend.opened()
  scopes.free = { projects: ['a'] }
  await billing.written()
  expect(billing.places).toEqual([
    { is: 'folder', folder: '/global/spend', tags: [] },
    { is: 'folder', folder: '/workspace/spend', tags: [] },
  ])
  expect(billing.read.map(({ as, scope }) => [as, scope])).toEqual([
    ['free', {}],
    ['free:work', {}],
    ['free', { projects: ['a'] }],
    ['free:work', {}],
  ])
})

test('a warehouse that costs money to ask is asked when somebody says so, and no account is read for it', async () => {
  const store = { kind: 'bigquery', table: 'a.b.focus' } as const
  const receiver = `warehouse ${JSON.stringify(['bigquery', null, null, null, null, null, null, null, null])}`
  const settings = { ...noSpendSettings, store }
  const { spend, shown } = open([account('free')], {}, {}, settings, { [receiver]: { values: {}, byItself: false } })
  await spend.opened()
  expect(billing.asked).toBe(0)
  await spend.refresh()
  expect(billing.asked).toBe(1)
  expect(billing.places).toEqual([{ is: 'warehouse', settings: store, credentials: {} }])
  expect(billing.read).toEqual([])
  expect(shown.store?.name).toBe('Google BigQuery, a.b.focus')
  expect(shown.accounts?.[0]?.again).toMatch(/^Not read here/)
  const byItself = open([], {}, {}, settings, { [receiver]: { values: {}, byItself: true } })
  await byItself.spend.opened()
  expect(billing.asked).toBe(2)
})

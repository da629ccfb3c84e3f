import { afterEach, expect, test, vi } from 'vitest'
import { noSpendSettings } from '../../core/config/spend.ts'
import type { SpendStoreSetting } from '../../core/config/spend-store-schema.ts'
import { createKeys } from './keys.ts'
import { chooseStore } from './store-choice.ts'
import { createWarehouses } from './warehouses.ts'

vi.mock('vscode', () => ({
  l10n: {
    t: (text: string, ...given: string[]) => text.replaceAll(/\{(\d)\}/g, (_, at: string) => given[Number(at)]!),
  },
  workspace: { workspaceFolders: [{ uri: { fsPath: '/project' } }] },
}))
afterEach(() => vi.unstubAllEnvs())

const context = { globalStorageUri: { fsPath: '/global' }, storageUri: { fsPath: '/workspace' } } as never
const named: SpendStoreSetting = {
  kind: 'clickhouse',
  address: 'https://clickhouse.example:8443',
  database: 'billing',
  user: 'finops',
}

function kept() {
  const mementos: Record<string, unknown> = {}
  const secrets: Record<string, string> = {}
  const memento = {
    get: (key: string, otherwise: unknown) => mementos[key] ?? otherwise,
    update: async (key: string, value: unknown) => void Object.assign(mementos, { [key]: value }),
  }
  const storage = {
    get: async (key: string) => secrets[key],
    store: async (key: string, value: string) => void Object.assign(secrets, { [key]: value }),
    delete: async (key: string) => void delete secrets[key],
  }
  return { mementos, secrets, warehouses: createWarehouses(memento as never, createKeys(storage as never)) }
}
const choose = (store: SpendStoreSetting | undefined, { warehouses }: ReturnType<typeof kept>, isPart = false) =>
  chooseStore(
    context,
    {
      scopes: isPart ? { openai: { projects: ['a'] } } : {},
      settings: { ...noSpendSettings, ...(store && { store }) },
    },
    isPart,
    warehouses,
  )

test('a warehouse that outlay.json names is asked once somebody has connected it here; until then the panel says that nobody has', async () => {
  const window = kept()
  expect(await choose(named, window)).toMatchObject({
    place: { is: 'folder', folder: '/global/spend' },
    view: { name: 'On this machine', unconnected: 'ClickHouse at clickhouse.example:8443, billing' },
  })
  await window.warehouses.put(named, { values: {}, byItself: true }, { password: 'marked-secret-4711' })
  expect(await choose(named, window, true)).toEqual({
    place: {
      is: 'warehouse',
      settings: named,
      credentials: { password: 'marked-secret-4711' },
      scope: expect.stringMatching(/^scope-/),
      folder: '/workspace/spend',
    },
    keeps: true,
    byItself: true,
    isWorkspace: false,
    view: {
      name: 'ClickHouse at clickhouse.example:8443, billing',
      isWarehouse: true,
      says: 'What anybody has read into it for this project; what is read here goes there.',
    },
  })
  expect(JSON.stringify(window.mementos)).not.toContain('marked-secret-4711')
  await window.warehouses.remove(named)
  expect(window).toMatchObject({ mementos: { 'outlay.warehouses': {} }, secrets: {} })
  expect(await choose(named, window)).toMatchObject({ place: { is: 'folder' } })
})

test.each([
  ['address', 'https://elsewhere.example:8443'],
  ['user', 'admin'],
])('the secret of one place is given to no other: another %s is not connected', async (key, other) => {
  const window = kept()
  await window.warehouses.put(named, { values: {}, byItself: true }, { password: 'marked-secret-4711' })
  const chosen = await choose({ ...named, [key]: other }, window)
  expect(chosen).toMatchObject({
    place: { is: 'folder' },
    view: { unconnected: expect.stringContaining('ClickHouse') },
  })
  expect(JSON.stringify(chosen)).not.toContain('marked-secret-4711')
})

test('a table that is named, and every other kind, is only read', async () => {
  const window = kept()
  for (const only of [{ ...named, table: 'focus' }, { kind: 'bigquery', table: 'a.b.c' } as const]) {
    await window.warehouses.put(only, { values: {}, byItself: false })
    expect(await choose(only, window)).toMatchObject({
      keeps: false,
      byItself: false,
      view: { says: 'All that its table holds, whoever’s it is. It is only read.' },
    })
  }
})

test('OUTLAY_STORE is before all else, as on the command line', async () => {
  const window = kept()
  await window.warehouses.put(named, { values: {}, byItself: true }, {})
  vi.stubEnv('OUTLAY_STORE', 'bills')
  expect(await choose(named, window)).toMatchObject({
    place: { is: 'folder', folder: '/project/bills' },
    isWorkspace: false,
    view: { name: '/project/bills', says: 'The folder that OUTLAY_STORE names.' },
  })
})

test('a project’s part has a folder of the workspace, with the tags and the months that outlay.json says', async () => {
  const { warehouses } = kept()
  const settings = { ...noSpendSettings, retention: 3, tags: ['team'] }
  expect(await chooseStore(context, { scopes: {}, settings }, true, warehouses)).toMatchObject({
    place: { is: 'folder', folder: '/workspace/spend', keepMonths: 3, tags: ['team'] },
    isWorkspace: true,
    view: { says: 'For this project alone.' },
  })
})

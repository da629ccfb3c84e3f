import { beforeEach, expect, test, vi } from 'vitest'
import type { ToBills } from './bills-protocol.ts'

const held = vi.hoisted(() => ({
  files: new Map<string, Uint8Array>(),
  sent: [] as unknown[],
  started: 0,
  startFails: false,
  script: undefined as undefined | { onmessage(event: object): void; onerror(event: object): void },
}))

vi.mock('vscode', () => ({
  l10n: { t: (text: string, ...values: string[]) => text.replace(/\{(\d)\}/g, (_, at: string) => values[Number(at)]!) },
  Uri: { joinPath: (base: { path: string }, ...parts: string[]) => uri([base.path, ...parts].join('/')) },
  workspace: {
    fs: {
      stat: async ({ path }: { path: string }) => ({ mtime: 0, size: contentOf(path).length }),
      readFile: async ({ path }: { path: string }) => contentOf(path),
    },
  },
}))
vi.mock('./run-script.ts', () => ({
  runScript: async () => {
    held.started += 1
    if (held.startFails) throw new Error('no script')
    held.script = {
      postMessage: (message: unknown) => held.sent.push(message),
      terminate: () => undefined,
    } as never
    return held.script
  },
}))

const uri = (path: string) => ({ path, toString: () => `file://${path}` }) as never
function contentOf(path: string): Uint8Array {
  const bytes = held.files.get(path)
  if (!bytes) throw new Error(`${path} is not there`)
  return bytes
}

const { createBills } = await import('./bills.ts')
const kinds = () => (held.sent as ToBills[]).map(({ is }) => is)
const settled = () => new Promise((done) => setTimeout(done))

beforeEach(() => {
  held.files = new Map([['/a.csv', new Uint8Array(3)]])
  Object.assign(held, { sent: [], started: 0, startFails: false })
})

test('a file that cannot be read leaves the worker, and with it what was read before', async () => {
  const bills = createBills(uri('/dist'), () => undefined)
  const first = bills.importFocus(uri('/a.csv'))
  await settled()
  held.script!.onmessage({ data: { is: 'imported', id: 1, loaded: { is: 'loaded' } } })
  expect(await first).toMatchObject({ is: 'imported' })
  expect(await bills.importFocus(uri('/gone.csv'))).toEqual({ is: 'failed', why: 'Error: /gone.csv is not there' })
  void bills.importFocus(uri('/a.csv'))
  await settled()
  expect([held.started, kinds()]).toEqual([1, ['import', 'import']])
})

test('a worker that did not start is started with the next file', async () => {
  held.startFails = true
  const bills = createBills(uri('/dist'), () => undefined)
  expect(await bills.importFocus(uri('/a.csv'))).toEqual({ is: 'failed', why: 'Error: no script' })
  held.startFails = false
  void bills.importFocus(uri('/a.csv'))
  await settled()
  expect([held.started, kinds()]).toEqual([2, ['import']])
})

test('what is called off on its way to the worker never gets there; the next file does', async () => {
  const bills = createBills(uri('/dist'), () => undefined)
  const first = bills.importFocus(uri('/a.csv'))
  bills.cancel()
  expect(await first).toEqual({ is: 'cancelled' })
  void bills.importFocus(uri('/a.csv'))
  await settled()
  expect(kinds()).toEqual(['import'])
})

/** The worker's answer to the last file it was sent. */
function answer(problems: readonly string[] = []) {
  const { id } = (held.sent as Extract<ToBills, { is: 'import' }>[]).at(-1)!
  held.script!.onmessage({ data: { is: 'imported', id, loaded: { is: 'loaded' }, spend: { problems } } })
}
const names = () => (held.sent as Extract<ToBills, { is: 'import' }>[]).map(({ file }) => file.name)

test('a worker that ended takes no file with it: what it had read is read again before the next', async () => {
  held.files.set('/b.csv', new Uint8Array(1)).set('/c.csv', new Uint8Array(1))
  const bills = createBills(uri('/dist'), () => undefined)
  for (const path of ['/a.csv', '/b.csv']) {
    const read = bills.importFocus(uri(path))
    await settled()
    answer()
    await read
  }
  held.script!.onerror({ message: 'out of memory' })
  const next = bills.importFocus(uri('/c.csv'))
  for (let i = 0; i < 3; i++) {
    await settled()
    answer(['a row without a day'])
  }
  expect(await next).toMatchObject({ is: 'imported', spend: { problems: ['a row without a day'] } })
  expect([held.started, names()]).toEqual([2, ['a.csv', 'b.csv', 'a.csv', 'b.csv', 'c.csv']])
})

test('a file that cannot be read again is told, until it is: no total is silently short', async () => {
  const bills = createBills(uri('/dist'), () => undefined)
  const first = bills.importFocus(uri('/a.csv'))
  await settled()
  answer()
  await first
  held.script!.onerror({ message: 'out of memory' })
  held.files = new Map([['/b.csv', new Uint8Array(1)]])
  const read = async (path: string) => {
    const imported = bills.importFocus(uri(path))
    await settled()
    answer()
    return imported
  }
  const missing =
    'What reads bills had ended, and a.csv could not be read again: it is not in the totals. Import it again.'
  expect(await read('/b.csv')).toMatchObject({ spend: { problems: [missing] } })
  expect(await read('/b.csv')).toMatchObject({ spend: { problems: [missing] } })
  held.files.set('/a.csv', new Uint8Array(3))
  expect(await read('/a.csv')).toMatchObject({ spend: { problems: [] } })
})

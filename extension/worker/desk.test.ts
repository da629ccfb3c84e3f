import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Language } from '../../core/language.ts'
import type { Module } from '../../core/module.ts'
import type { Registry } from '../../core/registry.ts'
import type { Answer, Ask, FromWorker } from '../protocol.ts'
import { openDesk } from './desk.fixture.ts'

const lowered: string[] = []

/** Reads nothing, but remembers what it was given; the text "crash" breaks it. */
const python: Language = {
  id: 'python',
  extensions: ['.py'],
  editorIds: ['python'],
  comment: { line: '#' },
  named: 'keyword',
  load: async () => (text) => {
    if (text === 'crash') throw new Error('a bug')
    lowered.push(text)
    return {
      language: 'python',
      scopes: [],
      bindings: [],
      calls: [],
      loops: [],
      imports: [],
      exports: [],
      comments: [],
      problems: [],
      returns: [],
    } as unknown as Module
  },
}

const registry: Registry = {
  languages: [python],
  containers: [],
  formats: [],
  sdks: [],
  resources: [],
  modules: [],
  free: [],
  freeTiers: [],
  rules: [],
}

function desk(answer: (ask: Ask) => Answer = () => undefined) {
  const steps: (() => void)[] = []
  const counter = { exact: true, count: () => ({ low: 0, likely: 0, high: 0 }), method: () => '' }
  const { posted, receive, reprice } = openDesk({
    registry,
    prices: { asOf: '2026-01-01' } as never,
    tokens: counter,
    exactTokens: async () => counter,
    ask: async (question) => answer(question),
    later: (step) => steps.push(step),
  })
  /** Runs what was put off, until nothing is left to do. */
  const settle = async () => {
    for (let quiet = 0; quiet < 20; quiet++) {
      steps.shift()?.()
      await new Promise((go) => setImmediate(go))
    }
  }
  return { posted, receive, reprice, settle }
}

const versions = (posted: readonly FromWorker[]) =>
  posted.flatMap((message) => (message.is === 'result' ? [message.version] : []))

it('answers the latest of several edits that came together, and only that', async () => {
  const { posted, receive, settle } = desk()
  receive({ is: 'open', file: '/p/a.py', version: 1, text: 'x' })
  receive({ is: 'edit', file: '/p/a.py', version: 2, changes: [{ start: 1, length: 0, text: 'y' }], length: 2 })
  receive({ is: 'edit', file: '/p/a.py', version: 3, changes: [{ start: 2, length: 0, text: 'z' }], length: 3 })
  await settle()
  expect(versions(posted)).toEqual([3])
  expect(lowered.at(-1)).toBe('xyz')
})

it('asks for the whole text where an edit was lost', async () => {
  const { posted, receive } = desk()
  receive({ is: 'open', file: '/p/a.py', version: 1, text: 'x' })
  receive({ is: 'edit', file: '/p/a.py', version: 4, changes: [{ start: 0, length: 0, text: 'y' }], length: 9 })
  expect(posted).toEqual([{ is: 'resync', file: '/p/a.py' }])
})

it('answers for all that is open again, by another price book', async () => {
  const { posted, receive, reprice, settle } = desk()
  receive({ is: 'open', file: '/p/a.py', version: 1, text: 'x' })
  await settle()
  reprice({ asOf: '2026-02-02' } as never)
  await settle()
  expect(versions(posted)).toEqual([1, 1])
})

it('says nothing of a file that was closed meanwhile', async () => {
  const { posted, receive, settle } = desk()
  receive({ is: 'open', file: '/p/a.py', version: 1, text: 'x' })
  receive({ is: 'close', file: '/p/a.py' })
  await settle()
  expect(posted).toEqual([])
})

it('answers a file that breaks the engine with the problem, and the next file as ever', async () => {
  const { posted, receive, settle } = desk()
  receive({ is: 'open', file: '/p/bad.py', version: 1, text: 'crash' })
  receive({ is: 'open', file: '/p/good.py', version: 1, text: 'x' })
  await settle()
  const results = posted.flatMap((message) =>
    message.is === 'result' ? [[message.file, message.result.problems.length]] : [],
  )
  expect(results).toEqual([
    ['/p/bad.py', 1],
    ['/p/good.py', 0],
  ])
  expect(posted.find((message) => message.is === 'log')).toMatchObject({ message: expect.stringContaining('a bug') })
})

it('marks what is wrong with an open outlay.json on its key', async () => {
  const { posted, receive, settle } = desk()
  receive({ is: 'open', file: '/nowhere/outlay.json', version: 1, text: '{\n  "volum": {}\n}' })
  await settle()
  expect(posted).toEqual([
    {
      is: 'config',
      file: '/nowhere/outlay.json',
      problems: [{ message: expect.stringContaining('did you mean "volume"'), range: [1, 2, 1, 9] }],
    },
  ])
})

it('looks at an open file again when the price sheet of its config changes, and says what is wrong with it', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'outlay-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const at = (name: string) => `${folder.replaceAll('\\', '/')}/${name}`
  writeFileSync(at('outlay.json'), '{ "prices": { "sheet": "acme.csv" } }')
  writeFileSync(at('acme.csv'), 'sku,region,unit,usd\na,,hour,1\n')
  const { posted, receive, settle } = desk()
  receive({ is: 'open', file: at('a.py'), version: 1, text: 'x' })
  await settle()
  writeFileSync(at('acme.csv'), 'sku,region,unit,usd\na,,hour,-1\n')
  receive({ is: 'changed', uris: [at('acme.csv')] })
  await settle()
  expect(posted.map((message) => message.is)).toEqual(['result', 'result', 'config'])
  expect(posted[2]).toMatchObject({
    file: at('outlay.json'),
    problems: [{ message: expect.stringContaining('line 2: expected a price in USD'), range: [0, 23, 0, 33] }],
  })
})

it('takes back what it said of an outlay.json that is closed and was never written', async () => {
  const { posted, receive, settle } = desk()
  receive({ is: 'open', file: '/nowhere/outlay.json', version: 1, text: '{ "volum": {} }' })
  await settle()
  receive({ is: 'close', file: '/nowhere/outlay.json' })
  await settle()
  expect(posted.map((message) => message.is === 'config' && message.problems.length)).toEqual([1, 0])
})

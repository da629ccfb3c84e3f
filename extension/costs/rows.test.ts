import { expect, test } from 'vitest'
import { exactly } from '../../core/band.ts'
import { gistOf } from '../../core/report/gist.ts'
import { totalOf } from '../../core/report/total.ts'
import type { CostedSite, FunctionCost, ModelCall, Resource } from '../../core/types.ts'
import type { InTurn } from '../turns.ts'
import { type Choice, type CostFile, costRows, type More, nameOf, paged, type Row } from './rows.ts'

const estimate = (usd: number, per: 'month' | 'call') => ({
  per,
  status: 'priced' as const,
  usd: exactly(usd),
  month: undefined,
  lines: [],
  unknown: [],
  assumed: [],
})

function machine(file: string, name: string, usd: number): CostedSite {
  const site: Partial<Resource> = {
    kind: 'resource',
    key: `aws_instance.${name}`,
    label: name,
    type: 'aws_instance',
    location: { file, span: [0, 1] },
  }
  return { site: site as Resource, estimate: estimate(usd, 'month') }
}

function call(file: string, key: string, usd: number): CostedSite {
  const site: Partial<ModelCall> = {
    kind: 'model-call',
    key,
    label: `gpt · ${key}`,
    provider: 'openai',
    location: { file, span: [0, 1] },
  }
  return { site: site as ModelCall, estimate: estimate(usd, 'call') }
}

const fn = (
  file: string,
  name: string,
  entry: FunctionCost['entry'],
  usd: number,
  keys: readonly string[],
): FunctionCost => ({
  name,
  entry,
  location: { file, span: [0, 1] },
  usd: exactly(usd),
  calls: keys.map((key) => ({ file: '/p/app.py', key })),
  unknownCalls: 0,
})

const file = (path: string, sites: readonly CostedSite[], functions: readonly FunctionCost[] = []): CostFile => ({
  file: `/p/${path}`,
  path,
  shown: {
    total: totalOf([{ sites }]),
    result: { file: `/p/${path}`, version: 1, sites, functions, findings: [], problems: [], approximate: false },
  },
})

const files = [
  file(
    'app.py',
    [call('/p/app.py', 'b', 0.01), call('/p/app.py', 'a', 0.02)],
    [
      fn('/p/app.py', 'answer', 'http', 0.03, ['b', 'a']),
      fn('/p/app.py', 'helper', undefined, 0.01, ['b']),
      fn('/p/app.py', 'both', undefined, 0.03, ['a', 'b']),
    ],
  ),
  file('infra/main.tf', [machine('/p/infra/main.tf', 'web', 70), machine('/p/infra/main.tf', 'db', 90)]),
]

const inTurn: InTurn = (work) => work()

const rowsOf = (all: readonly CostFile[], choice: Partial<Choice> = {}) =>
  costRows(all, { by: 'file', sort: 'cost', filter: '', ...choice }, inTurn)

async function told(rows: readonly Row[]): Promise<unknown[]> {
  return Promise.all(
    rows.map(async (row) => {
      const children = await row.children()
      return children.length === 0 ? nameOf(row) : [nameOf(row), await told(children)]
    }),
  )
}

const shown = async (choice: Partial<Choice>) => told(await rowsOf(files, choice))

test('by file, the dearest first: what costs by the month before what costs by the call', async () => {
  expect(await shown({})).toEqual([
    ['infra/main.tf', ['db', 'web']],
    ['app.py', ['gpt · a', 'gpt · b']],
  ])
})

test('by what it is: a type of resource, or who is paid for a call', async () => {
  expect(await shown({ by: 'resource', sort: 'name' })).toEqual([
    ['aws_instance', ['db', 'web']],
    ['openai', ['gpt · a', 'gpt · b']],
  ])
})

test('by what calls it: the calls a function makes in their order; a function around one call repeats its figure and is left out', async () => {
  expect(await shown({ by: 'entry' })).toEqual([
    ['http', [['answer', ['gpt · b', 'gpt · a']]]],
    ['', [['both', ['gpt · a', 'gpt · b']]]],
  ])
})

test('only what has all words of the filter, and the totals with it', async () => {
  expect(await shown({ filter: 'INFRA web' })).toEqual([['infra/main.tf', ['web']]])
  const [row] = await rowsOf(files, { filter: 'web' })
  expect(row).toMatchObject({ total: { month: exactly(70) } })
  expect(await shown({ by: 'entry', filter: 'both' })).toEqual([['', [['both', ['gpt · a', 'gpt · b']]]]])
})

async function ids(rows: readonly Row[]): Promise<string[]> {
  const each = await Promise.all(rows.map(async (row) => [row.id, ...(await ids(await row.children()))]))
  return each.flat()
}

test('no two rows have the same id', async () => {
  for (const by of ['file', 'resource', 'entry'] as const) {
    const all = await ids(await rowsOf(files, { by }))
    expect(new Set(all).size).toBe(all.length)
  }
})

test('of a long list the first are shown, and the others when somebody asks', async () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => file(`${i}.tf`, [machine(`/p/${i}.tf`, `n${i}`, 1)]))
  const rows = await rowsOf(many(450))
  const isMore = (row: Row | More | undefined): row is More => row?.is === 'more'
  const pages: number[] = []
  const ids = new Set<string>()
  let left: readonly Row[] = rows
  let within = ''
  for (;;) {
    const page = paged(left, within)
    for (const { id } of page) ids.add(id)
    pages.push(page.length)
    const last = page.at(-1)
    if (!isMore(last)) break
    expect(last.many).toBe(last.children().length)
    ;[left, within] = [last.children(), last.id]
  }
  expect(pages).toEqual([201, 201, 50])
  expect(ids.size, 'each once, and the two that stand for the others').toBe(452)
  expect(paged(rows.slice(0, 201), ''), 'a row for one more row saves none').toHaveLength(201)
})

/** Files that a scan has read, and how often one was looked into. */
function unread(all: readonly CostFile[]) {
  let looked = 0
  const scanned = all.map(({ shown: { result, total }, ...rest }): CostFile => {
    const gist = gistOf(result)
    return {
      ...rest,
      shown: {
        total,
        scanned: { lines: [], functionLines: [], approximate: false, inputs: [], gist },
        get result() {
          looked++
          return result
        },
      },
    }
  })
  return { scanned, looked: () => looked }
}

test('a file that a scan has read is not looked into for its row', async () => {
  const { scanned, looked } = unread([files[1]!])
  const [row] = await rowsOf(scanned)
  expect(row).toMatchObject({ is: 'file', total: { month: exactly(160) } })
  expect(looked()).toBe(0)
  expect((await row!.children()).map(nameOf)).toEqual(['db', 'web'])
  expect(looked(), 'once for each name').toBe(2)
})

test('nor for the rows of types and entry points, and the order of what is in them', async () => {
  const { scanned, looked } = unread(files)
  const [machines, calls] = await rowsOf(scanned, { by: 'resource' })
  expect(machines).toMatchObject({ name: 'aws_instance', many: 2, total: { month: exactly(160) } })
  expect(calls).toMatchObject({ name: 'openai', many: 2, total: { once: exactly(0.03), calls: 2 } })
  const inside = await machines!.children()
  expect((await rowsOf(scanned, { by: 'entry' })).map((row) => row.is === 'entry' && [row.entry, row.many])).toEqual([
    ['http', 1],
    [undefined, 1],
  ])
  expect(looked()).toBe(0)
  expect(inside.map(nameOf)).toEqual(['db', 'web'])
})

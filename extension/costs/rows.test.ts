import { expect, test } from 'vitest'
import { exactly } from '../../core/band.ts'
import { totalOf } from '../../core/report/total.ts'
import type { CostedSite, FunctionCost, ModelCall, Resource } from '../../core/types.ts'
import { type Choice, type CostFile, costRows, nameOf, type Row } from './rows.ts'

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

const shown = (choice: Partial<Choice>) => {
  const told = (row: Row): unknown => (row.children.length === 0 ? nameOf(row) : [nameOf(row), row.children.map(told)])
  return costRows(files, { by: 'file', sort: 'cost', filter: '', ...choice }).map(told)
}

test('by file, the dearest first: what costs by the month before what costs by the call', () => {
  expect(shown({})).toEqual([
    ['infra/main.tf', ['db', 'web']],
    ['app.py', ['gpt · a', 'gpt · b']],
  ])
})

test('by what it is: a type of resource, or who is paid for a call', () => {
  expect(shown({ by: 'resource', sort: 'name' })).toEqual([
    ['aws_instance', ['db', 'web']],
    ['openai', ['gpt · a', 'gpt · b']],
  ])
})

test('by what calls it: the calls a function makes in their order; a function around one call repeats its figure and is left out', () => {
  expect(shown({ by: 'entry' })).toEqual([
    ['http', [['answer', ['gpt · b', 'gpt · a']]]],
    ['', [['both', ['gpt · a', 'gpt · b']]]],
  ])
})

test('only what has all words of the filter, and the totals with it', () => {
  expect(shown({ filter: 'INFRA web' })).toEqual([['infra/main.tf', ['web']]])
  const [row] = costRows(files, { by: 'file', sort: 'cost', filter: 'web' })
  expect(row).toMatchObject({ total: { month: exactly(70) } })
  expect(shown({ by: 'entry', filter: 'both' })).toEqual([['', [['both', ['gpt · a', 'gpt · b']]]]])
})

test('no two rows have the same id', () => {
  for (const by of ['file', 'resource', 'entry'] as const) {
    const ids = (row: Row): string[] => [row.id, ...row.children.flatMap(ids)]
    const all = costRows(files, { by, sort: 'cost', filter: '' }).flatMap(ids)
    expect(new Set(all).size).toBe(all.length)
  }
})

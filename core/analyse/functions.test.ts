import { expect, it } from 'vitest'
import { lower } from '../../language-rules/languages/python/lower.ts'
import { sdk } from '../../language-rules/sdks/openai.ts'
import { exactly } from '../band.ts'
import { cellsOf, fileDocument, notebookDocument } from '../document.ts'
import { cellLabel, runOf } from '../report/cell-cost.ts'
import { findModelCalls } from '../resolve/calls.ts'
import { contextOf } from '../resolve/evaluate.ts'
import type { CostedSite, Estimate } from '../types.ts'
import { cellCosts, functionCosts, type Sums } from './functions.ts'

const estimate = (usd: number | undefined): Estimate => ({
  per: 'call',
  status: usd === undefined ? 'unknown' : 'priced',
  usd: usd === undefined ? undefined : exactly(usd),
  month: undefined,
  lines: [],
  unknown: usd === undefined ? [{ what: 'model', why: 'dynamic' }] : [],
  assumed: [],
})

/** Every call costs $1, one whose model is not written is unknown. */
function costs(code: string, times = 1): string[] {
  const module = lower(`from openai import OpenAI\nc = OpenAI()\n${code}`)
  const document = fileDocument('src/a.py', 'python', `from openai import OpenAI\nc = OpenAI()\n${code}`)
  const context = contextOf(module)
  const sites: CostedSite[] = findModelCalls(document, module, [sdk]).map((site) => ({
    site,
    estimate: estimate(site.model.is === 'known' ? 1 : undefined),
  }))
  const kept: Sums = new WeakMap()
  for (let i = 1; i < times; i++) functionCosts(document, context, () => sites, kept)
  return functionCosts(document, context, () => (times === 1 ? sites : []), kept).map(
    ({ name, usd, calls, unknownCalls, entry }) =>
      `${name}: ${usd ? `${usd.low}–${usd.likely}–${usd.high}` : 'unknown'}, ${calls.length} calls, ${unknownCalls} unknown${entry ? `, ${entry}` : ''}`,
  )
}

const ask = 'c.responses.create(model="m", input="Hi")'

it('adds up the calls a function makes itself and through others', () => {
  expect(
    costs(`
def embed(): return ${ask}
def answer():
    embed()
    return ${ask}
def page():
    return [answer(), embed()]
`),
  ).toEqual([
    'embed: 1–1–1, 1 calls, 0 unknown',
    'answer: 2–2–2, 2 calls, 0 unknown',
    'page: 3–3–3, 2 calls, 0 unknown',
  ])
})

it('adds up once for all what calls no function that is being added up, or none but itself', () => {
  const code = `
def embed(): return ${ask}
def again():
    again()
    return embed()
`
  expect(costs(code, 2)).toEqual(costs(code))
  expect(costs(code)).toHaveLength(2)
})

it('adds up no sum for all that a function around it cut short, and follows calls as deep whatever was added up before', () => {
  const each = `
def plan():
    ${ask}
    check()
def check():
    ${ask}
    plan()
`
  expect(costs(each, 2)).toEqual([])
  const first = Array.from({ length: 16 }, (_, i) => `def f${i}(): return ${i === 0 ? ask : `f${i - 1}()`}`)
  const last = first.toReversed().join('\n')
  expect(costs(last)).toHaveLength(3)
  expect(costs(last, 2)).toEqual(costs(last))
})

it('counts a call as often as loops with a known end turn, and says which it cannot count', () => {
  expect(
    costs(`
def three():
    for i in range(3):
        ${ask}
def many(rows):
    ${ask}
    for row in rows:
        c.responses.create(model="m", input=row)
def twice():
    for name in ["a", "b"]:
        three()
`),
  ).toEqual(['three: 3–3–3, 1 calls, 0 unknown', 'many: 1–1–1, 2 calls, 1 unknown', 'twice: 6–6–6, 1 calls, 0 unknown'])
})

it('leaves a call whose model nobody knows out of the sum, and counts it', () => {
  expect(
    costs(`
@app.post("/ask")
def handler(request):
    ${ask}
    c.responses.create(model=request.model, input="Hi")
`),
  ).toEqual(['handler: 1–1–1, 2 calls, 1 unknown, http'])
})

it('counts a callback as part of the function it is written in, and a function that calls itself once', () => {
  expect(
    costs(`
def all_of(rows):
    return list(map(lambda row: ${ask}, [1, 2]))
def down(n):
    ${ask}
    return down(n - 1)
`),
  ).toEqual(['all_of: 2–2–2, 1 calls, 0 unknown', 'down: 1–1–1, 1 calls, 0 unknown'])
})

it('a cell costs what it does when it is run: not what it defines, and each pass of a loop nobody can count', () => {
  const texts = [
    'from openai import OpenAI\nc = OpenAI()',
    `def grade(q):\n    return ${ask}`,
    `${ask}\ngrade(1)`,
    'grades = [grade(q) for q in questions]',
    'for i in range(3):\n    grade(i)',
  ]
  const document = notebookDocument(
    'n.ipynb',
    'python',
    texts.map((text, cell) => ({ cell, text })),
  )
  const module = lower(document.text, document.file, cellsOf(document))
  const sites: CostedSite[] = findModelCalls(document, module, [sdk]).map((site) => ({ site, estimate: estimate(1) }))
  const cells = cellCosts(document, contextOf(module), () => sites)
  expect(cells.map((each) => `${each.cell}: ${cellLabel(each)}`)).toEqual(['2: $2.00', '3: $1.00 a pass', '4: $3.00'])
  expect(cellLabel(runOf(cells))).toBe('$5.00 + $1.00 a pass')
})

import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import { loadTokenCounter } from '../../cli/tokenizer.ts'
import { exactly } from '../../core/band.ts'
import { textOf } from '../../core/document.ts'
import { applyEdits } from '../../core/fixes/text.ts'
import { lineStarts, positionAt } from '../../core/lines.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import type { Rule, RuleExample } from '../../core/rule.ts'
import { createSession } from '../../core/session.ts'
import { noSettings, type Settings } from '../../core/settings.ts'
import type { TokenCounter } from '../../core/tokens/counter.ts'
import type { CostSite, Finding, Fix, Result } from '../../core/types.ts'
import { registry } from '../registry.gen.ts'

const files = readdirSync(new URL('.', import.meta.url)).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
)
const names: Record<RuleExample['lang'], string> = {
  python: 'example.py',
  typescript: 'example.ts',
  terraform: 'main.tf',
  notebook: 'example.ipynb',
}

let prices: PriceBook
let tokens: TokenCounter
beforeAll(async () => {
  prices = loadPriceBook()
  tokens = await loadTokenCounter()
})

/** Only the rule at hand is on, with the example's options, and what it tells of use. */
function only(rule: Rule, { options, usage = {} }: RuleExample): Settings {
  const rules = registry.rules.map(
    (each) => [each.id, { severity: each.id === rule.id ? rule.severity : 'off', options: options ?? {} }] as const,
  )
  return {
    ...noSettings,
    rules: new Map(rules),
    usage: ({ address }) => {
      const told = Object.entries(usage[address] ?? {})
      return Object.fromEntries(
        told.map(([name, quantity]) => [name, { quantity: exactly(quantity), from: 'outlay.json' }]),
      )
    },
  }
}

async function analyse(
  example: RuleExample,
  rule: Rule,
  code: string,
): Promise<{ result: Result; text: (cell?: number) => string }> {
  const file = names[example.lang]
  const session = createSession({ registry, prices, tokens: () => tokens, settings: () => only(rule, example) })
  session.open(file, code)
  await session.prepare(file)
  return { result: session.analyse(file), text: (cell) => textOf(session.document(file)!, cell) }
}

const apply = (code: string, fix: Fix) =>
  applyEdits(
    code,
    fix.edits.map((edit) => ({ span: edit.span, text: edit.text })),
  )

for (const name of files) {
  const { rule, examples } = (await import(`./${name}`)) as { rule: Rule; examples: readonly RuleExample[] }
  describe(rule.id, () => {
    it('is named as its file, shows a bad and a good example, and links its source', () => {
      expect(`${rule.id}.ts`).toBe(name)
      expect(examples.some((example) => example.finds.length > 0)).toBe(true)
      expect(examples.some((example) => example.finds.length === 0)).toBe(true)
      expect(rule.docs.source).toMatch(/^https:\/\//)
      expect(new Set(examples.map((example) => example.name)).size).toBe(examples.length)
    })
    for (const example of examples) {
      it(example.name, () => holds(rule, example))
    }
  })
}

async function holds(rule: Rule, example: RuleExample): Promise<void> {
  const { result, text } = await analyse(example, rule, example.code)
  expect(result.problems).toEqual([])
  const line = (finding: Finding) => positionAt(lineStarts(text(finding.location.cell)), finding.location.span[0]).line
  expect(
    result.findings.map((finding) => ({ rule: finding.rule, line: line(finding), message: finding.message })),
  ).toEqual(example.finds.map((find) => ({ rule: rule.id, line: find.line, message: find.message })))
  for (const { saves } of result.findings) if (saves) expect(saves.usd.likely).toBeGreaterThan(0)
  for (const [i, find] of example.finds.entries()) await holdsFixed(rule, example, result, i, find.fixed)
}

/** A fix changes the text, leaves one that parses, is not offered again, and the new text costs what was promised. */
async function holdsFixed(
  rule: Rule,
  example: RuleExample,
  result: Result,
  i: number,
  fixed: string | undefined,
): Promise<void> {
  const finding = result.findings[i]!
  const fix = finding.fixes[0]
  if (fixed === undefined) return expect(fix).toBeUndefined()
  expect(fix, 'a fix is expected').toBeDefined()
  holdsSafety(rule, finding, fix!)
  expect(apply(example.code, fix!)).toBe(fixed)
  expect(fixed).not.toBe(example.code)
  const again = await analyse(example, rule, fixed)
  expect(again.result.problems).toEqual([])
  const site = again.result.sites.find(({ site }) => site.key === finding.site)
  expect(again.result.findings.filter((other) => other.site === finding.site && other.fixes.length > 0)).toEqual([])
  // What is sent as a batch is no call of its own any more.
  if (!site && fix!.title.includes('batch'))
    return expect(again.result.sites.some(({ site }) => isBatch(site))).toBe(true)
  if (fix!.after && finding.saves?.per !== 'run') expect(site?.estimate.usd).toEqual(fix!.after)
}

/** Only what can change nothing but the bill is made without asking: its rule says where, and the saving is that of two prices. */
function holdsSafety(rule: Rule, finding: Finding, fix: Fix): void {
  if (fix.safety === 'suggestion') {
    expect(rule.docs.alters, 'what else the fix can change').toBeDefined()
    return
  }
  expect(rule.docs.safe, 'where the fix is safe').toBeDefined()
  const [before, after] = [fix.before, fix.after]
  if (before && after) expect(after.high).toBeLessThan(before.low)
  else expect(finding.unit?.after).toBeLessThan(finding.unit?.before ?? 0)
}

const isBatch = (site: CostSite) => site.kind === 'model-call' && site.batch

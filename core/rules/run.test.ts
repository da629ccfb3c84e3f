import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { exactly } from '../band.ts'
import { fileDocument } from '../document.ts'
import { known } from '../known.ts'
import type { Preset } from '../preset.ts'
import type { PriceBook } from '../prices/book.ts'
import { defineRule, type Report } from '../rule.ts'
import { noSettings, type RuleSetting } from '../settings.ts'
import type { TokenCounter } from '../tokens/counter.ts'
import type { CostedSite, Estimate, Location, Resource } from '../types.ts'
import { runRules } from './run.ts'

const at: Location = { file: 'main.tf', span: [3, 7] }
const document = fileDocument('main.tf', 'terraform', 'the machine')
const costs = (usd: number | undefined): Estimate => ({
  per: 'month',
  status: usd === undefined ? 'unknown' : 'priced',
  usd: usd === undefined ? undefined : exactly(usd),
  month: undefined,
  lines: [],
  unknown: [],
  assumed: [],
})
const machine = {
  kind: 'resource',
  key: 'aws_instance.a',
  hints: [],
  location: at,
  source: { body: { ...at, span: [4, 6] }, values: {}, blocks: [] },
  count: known(1, at),
} as Partial<Resource> as Resource
const edit = { file: 'main.tf', span: [0, 3], text: 'a' } as const

/** What one report of a rule becomes, where the machine costs $10 a month. */
function found(
  report: Partial<Report>,
  setting?: RuleSetting,
  before: number | undefined = 10,
  change: Partial<CostedSite> = {},
  presets: { readonly rule?: Preset; readonly chosen?: Preset } = {},
) {
  const rule = defineRule({
    id: 'dear-machine',
    on: 'resource',
    severity: 'warning',
    preset: presets.rule ?? 'recommended',
    docs: { what: '', why: 'It is dear.', fix: '', unless: 'it is needed.', source: '' },
    options: z.object({ limit: z._default(z.number(), 5) }),
    *check(_, { options }) {
      yield { at, message: `over ${options.limit}`, ...report }
    },
  })
  return runRules({
    rules: [rule],
    document,
    sites: [{ site: machine, estimate: costs(before), ...change }],
    tools: {
      prices: {} as PriceBook,
      tokens: {} as TokenCounter,
      settings: {
        ...noSettings,
        ...(presets.chosen === undefined ? {} : { preset: presets.chosen }),
        rules: new Map(setting ? [['dear-machine', setting]] : []),
      },
    },
    estimateResource: () => costs(0),
  })
}

const fix = (claim: 'saves' | 'bounds' | 'governs') =>
  ({ title: 'Change it', safety: 'suggestion', edits: [edit], claim }) as const

describe('a finding', () => {
  it('carries what is saved, from the two estimates', () => {
    expect(found({ after: costs(4), fixes: [fix('saves')] })).toMatchObject([
      {
        rule: 'dear-machine',
        site: 'aws_instance.a',
        severity: 'warning',
        saves: { per: 'month', usd: exactly(6) },
        fixes: [{ title: 'Change it', before: exactly(10), after: exactly(4) }],
      },
    ])
  })

  it('is none where the advice would cost as much or more', () => {
    expect(found({ after: costs(10), fixes: [fix('saves')] })).toEqual([])
    expect(found({ after: costs(12), fixes: [fix('saves')] })).toEqual([])
  })

  it('claims no saving where less is counted, not less paid', () => {
    const line = { label: 'Output', unit: 'output token', unitUsd: exactly(1), quantity: exactly(6), prices: [] }
    const before = { ...costs(10), lines: [{ ...line, usd: exactly(6) }] }
    const after = { ...costs(4), lines: [{ ...line, quantity: undefined, usd: undefined }] }
    expect(found({ after }, undefined, 10, { estimate: before })[0]?.saves).toBeUndefined()
  })

  it('claims no saving where an amount is unknown', () => {
    expect(found({ after: costs(undefined) })[0]?.saves).toBeUndefined()
  })
})

describe('a fix', () => {
  it('that claims to save is refused where nothing shows that it does', () => {
    expect(found({ fixes: [fix('saves')] })[0]?.fixes).toEqual([])
    expect(found({ unit: { per: 'GB-month', before: 2, after: 3 }, fixes: [fix('saves')] })[0]?.fixes).toEqual([])
    expect(
      found({ unit: { per: 'GB-month', before: 3, after: 2 }, fixes: [fix('saves')] }, undefined, undefined)[0]?.fixes,
    ).toHaveLength(1)
  })

  it('that bounds must lower the high end', () => {
    const band = (high: number): Estimate => ({ ...costs(10), usd: { low: 10, likely: 10, high } })
    expect(
      found({ after: { ...band(11), usd: { low: 9, likely: 9, high: 11 } }, fixes: [fix('bounds')] })[0]?.fixes,
    ).toEqual([])
    expect(
      found({ after: { ...band(9), usd: { low: 9, likely: 9, high: 9 } }, fixes: [fix('bounds')] })[0]?.fixes,
    ).toHaveLength(1)
  })

  it('that only governs claims nothing and is kept', () => {
    const { edits, title, safety } = { ...fix('governs'), edits: [edit] }
    expect(found({ after: costs(4), fixes: [fix('governs')] })[0]?.fixes).toEqual([
      { title, safety, edits, before: undefined, after: undefined },
    ])
  })

  it('says of what its amounts are: of the estimate, or of a unit', () => {
    expect(found({ after: costs(4), fixes: [fix('saves')] })[0]?.fixes[0]?.per).toBe('month')
    const unit = { per: 'GB-month', before: 3, after: 2 }
    expect(found({ unit, fixes: [fix('saves')] }, undefined, undefined)[0]?.fixes[0]?.per).toBe('GB-month')
  })

  it('is none that edits beside the call of a module nobody sees into', () => {
    const placed = { ...machine, source: { body: at, values: {}, blocks: [] } } as Resource
    expect(found({ fixes: [fix('governs')] }, undefined, 10, { site: placed })).toMatchObject([
      { rule: 'dear-machine', location: at, fixes: [] },
    ])
  })

  it('without an edit is none', () => {
    expect(found({ fixes: [{ ...fix('governs'), edits: [] }] })[0]?.fixes).toEqual([])
  })
})

describe('no rule speaks', () => {
  it('of what is free', () => {
    expect(found({}, undefined, 10, { estimate: { ...costs(undefined), status: 'free' } })).toEqual([])
  })

  it('of a call in a test', () => {
    expect(found({}, undefined, 10, { site: { ...machine, hints: ['test'] } })).toEqual([])
  })
})

describe('the config', () => {
  it('turns a rule off, changes its severity and its options', () => {
    expect(found({}, { severity: 'off', options: {} })).toEqual([])
    expect(found({}, { severity: 'error', options: { limit: 7 } })).toMatchObject([
      { severity: 'error', message: 'over 7' },
    ])
  })
})

describe('the preset', () => {
  const severity = (rule: Preset, chosen?: Preset, setting?: RuleSetting) =>
    found({}, setting, 10, {}, { rule, ...(chosen === undefined ? {} : { chosen }) })[0]?.severity

  it('holds the rules of those before it', () => {
    expect([severity('recommended'), severity('strict'), severity('learn')]).toEqual(['warning', undefined, undefined])
    expect([severity('recommended', 'strict'), severity('strict', 'strict'), severity('learn', 'strict')]).toEqual([
      'warning',
      'warning',
      undefined,
    ])
  })

  it('learn says everything, why, and nothing worse than info unless the config wants it', () => {
    const [finding] = found({}, undefined, 10, {}, { rule: 'learn', chosen: 'learn' })
    expect(finding).toMatchObject({
      severity: 'info',
      message: 'over 5 Why: It is dear. Leave it where: it is needed.',
    })
    expect(severity('strict', 'learn', { severity: 'error', options: {} })).toBe('error')
  })

  it('gives way to what the config says of the rule', () => {
    expect(severity('learn', 'recommended', { severity: 'hint', options: {} })).toBe('hint')
    expect(severity('recommended', 'strict', { severity: 'off', options: {} })).toBeUndefined()
  })
})

describe('a rule of whole documents', () => {
  const other: CostedSite = { site: { ...machine, key: 'aws_instance.b' } as Resource, estimate: costs(5) }
  const rule = defineRule({
    id: 'dear-root',
    on: 'document',
    severity: 'warning',
    preset: 'recommended',
    docs: { what: '', why: '', fix: '', unless: '', source: '' },
    options: z.object({}),
    *check({ sites, rootSites }) {
      yield {
        at,
        message: `${sites.length} here, ${rootSites().length} in the root`,
        fixes: [fix('governs'), fix('saves')],
      }
    },
  })
  const run = (sites: readonly CostedSite[], rootSites?: () => readonly CostedSite[]) =>
    runRules({
      rules: [rule],
      document,
      sites,
      ...(rootSites ? { rootSites } : {}),
      tools: { prices: {} as PriceBook, tokens: {} as TokenCounter, settings: noSettings },
      estimateResource: () => costs(0),
    })
  const one: CostedSite = { site: machine as Resource, estimate: costs(10) }

  it('is asked once, sees the root, and offers only fixes that claim no saving', () => {
    expect(run([one], () => [one, other])).toMatchObject([
      { rule: 'dear-root', site: undefined, message: '1 here, 2 in the root', fixes: [{ title: 'Change it' }] },
    ])
    expect(run([one, other])).toMatchObject([{ message: '2 here, 2 in the root' }])
  })

  it('is not asked where there is nothing', () => {
    expect(run([])).toEqual([])
  })
})

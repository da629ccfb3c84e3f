import { expect, test } from 'vitest'
import { fileDocument, notebookDocument } from '../document.ts'
import type { CostedSite, Estimate, Finding, Known, ModelCall, Result } from '../types.ts'
import { type Scan, scanDocument } from './json.ts'
import { scanMarkdown } from './markdown.ts'
import { scanSarif } from './sarif.ts'
import { scanText } from './text.ts'

const text = '\ufeff# é😀\r\nanswer = chat(model, 200)\r\n'
const at = (from: string, length = from.length) => ({
  file: 'app/a.py',
  span: [text.indexOf(from), text.indexOf(from) + length] as const,
})
const unknown = (why: 'dynamic' | 'absent'): Known<never> => ({ is: 'unknown', why })

const call: ModelCall = {
  kind: 'model-call',
  key: 'answer/openai.chat',
  label: 'gpt-4o | `x`',
  location: at('chat(model, 200)'),
  hints: [],
  sdk: 'openai',
  provider: 'openai',
  api: 'chat',
  call: 'openai.chat.completions.create',
  model: { is: 'oneOf', among: ['gpt-4o', 'gpt-4o-mini'], at: at('model') },
  maxOutput: { is: 'known', value: 200, at: at('200'), via: 'literal' },
  input: [],
  n: { is: 'assumed', value: 1, at: at('chat'), via: 'default' },
  cached: false,
  batch: false,
  tier: unknown('absent'),
  reasoning: unknown('absent'),
  stream: false,
  repeats: [{ kind: 'agent', bound: undefined, where: 'here', via: 'loop', at: at('chat') }],
  source: { call: 0, parameters: {}, arguments: {} },
}

const band = (low: number, high: number) => ({ low, likely: (low + high) / 2, high })
const price = {
  usd: 10,
  per: 1_000_000,
  unit: 'output token',
  sku: 'gpt-4o',
  region: undefined,
  source: 'genai-prices',
  asOf: '2026-01-01',
}
const estimate: Estimate = {
  per: 'call',
  status: 'partial',
  usd: band(0.001, 0.003),
  month: undefined,
  lines: [
    {
      label: 'Input',
      unit: 'input token',
      quantity: undefined,
      unitUsd: band(1e-6, 1e-6),
      usd: undefined,
      why: 'dynamic',
      prices: [],
    },
    {
      label: 'Output',
      unit: 'output token',
      quantity: band(100, 300),
      unitUsd: band(1e-5, 1e-5),
      usd: band(0.001, 0.003),
      prices: [price],
    },
  ],
  unknown: [{ what: 'input tokens', why: 'dynamic', at: at('model') }],
  assumed: [],
  outputTokens: band(100, 300),
}

const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'oversized-model',
  site: call.key,
  location: at('model'),
  message: 'A smaller model\u001b[31m answers @team for $0.0004.',
  severity: 'warning',
  related: [],
  saves: { per: 'call', usd: band(0.0005, 0.0015) },
  unit: undefined,
  fixes: [
    {
      title: 'Use gpt-4o-mini',
      safety: 'suggestion',
      edits: [{ ...at('model'), text: 'mini' }],
      before: estimate.usd,
      after: undefined,
    },
  ],
  ...more,
})

function scanOf(sites: readonly CostedSite[], findings: readonly Finding[], more: Partial<Result> = {}): Scan {
  const result: Result = { file: 'app/a.py', version: 0, sites, findings, problems: [], approximate: false, ...more }
  const document = (file: string) => (file === 'app/a.py' ? fileDocument(file, 'python', text) : undefined)
  return { version: '0.1.0', root: '/w', pricesAsOf: '2026-01-02', results: [result], problems: [], document }
}

const suppressed = finding({ suppressed: { reason: 'measured: it is worse', at: at('# é😀') } })
const full = scanDocument(scanOf([{ site: call, estimate }], [finding()]))

test('a site has its place, null for what is unknown, and why', () => {
  expect(full.sites).toEqual([
    {
      kind: 'model-call',
      key: 'answer/openai.chat',
      input: null,
      label: 'gpt-4o | `x`',
      file: 'app/a.py',
      line: 2,
      column: 10,
      endLine: 2,
      endColumn: 26,
      status: 'partial',
      unknown: [
        {
          what: 'input tokens',
          why: 'dynamic',
          at: { file: 'app/a.py', line: 2, column: 15, endLine: 2, endColumn: 20 },
        },
      ],
      assumed: [],
      provider: 'openai',
      api: 'chat',
      call: 'openai.chat.completions.create',
      model: null,
      modelWhy: 'dynamic',
      modelAmong: ['gpt-4o', 'gpt-4o-mini'],
      maxOutput: 200,
      maxOutputWhy: null,
      inputTokens: null,
      outputTokens: band(100, 300),
      n: 1,
      cached: false,
      batch: false,
      tier: null,
      reasoning: null,
      repeats: [{ kind: 'agent', bound: null, where: 'here', via: 'loop' }],
      estimate: {
        per: 'call',
        usd: band(0.001, 0.003),
        month: null,
        lines: [
          {
            label: 'Input',
            unit: 'input token',
            quantity: null,
            unitUsd: band(1e-6, 1e-6),
            usd: null,
            why: 'dynamic',
            prices: [],
          },
          {
            label: 'Output',
            unit: 'output token',
            quantity: band(100, 300),
            unitUsd: band(1e-5, 1e-5),
            usd: band(0.001, 0.003),
            why: null,
            prices: [{ ...price, region: null }],
          },
        ],
        carbon: null,
      },
    },
  ])
})

test('edits are offsets into the file as read, BOM and CRLF counted', () => {
  expect(full.findings[0]?.fixes[0]?.edits).toEqual([{ file: 'app/a.py', start: 22, end: 27, text: 'mini' }])
  expect(text.slice(22, 27)).toBe('model')
})

test('suppressed findings are listed only when asked for', () => {
  expect(scanDocument(scanOf([], [suppressed])).findings).toEqual([])
  expect(scanDocument(scanOf([], [suppressed]), { showSuppressed: true }).findings[0]?.suppressed).toEqual({
    reason: 'measured: it is worse',
    at: { file: 'app/a.py', line: 1, column: 2, endLine: 1, endColumn: 7 },
  })
})

test('in a notebook the line is inside the cell', () => {
  const document = notebookDocument('n.ipynb', 'python', [{ cell: 3, text: 'a\nbb' }])
  const location = { file: 'n.ipynb', cell: 3, span: [2, 4] as const }
  const scan = { ...scanOf([], [finding({ location, site: undefined, fixes: [] })]), document: () => document }
  expect(scanDocument(scan).findings[0]).toMatchObject({
    file: 'n.ipynb',
    cell: 3,
    line: 2,
    column: 1,
    endLine: 2,
    endColumn: 3,
  })
})

test('the terminal gets one block per file, what is unknown in words, and no control characters', () => {
  expect(scanText(full, { width: 70, colour: false })).toBe(`app/a.py
       2  gpt-4o | \`x\`  $0.001–0.003/call ($1.00–3.00/1,000 calls) + unknown
          input tokens unknown: decided when the program runs
          warning oversized-model: A smaller model [31m answers @team
          for $0.0004. (saves at least $0.0005/call; the editor offers
          a fix)

No monthly total; 1 site: 1 partly unknown, 1 without a volume, so in no month
Say in outlay.json how many calls a month these are ("volume").
1 finding. Prices as of 2026-01-02.
`)
})

test('nothing found says so, and colour is only what the terminal was asked for', () => {
  expect(scanText(scanDocument(scanOf([], [])), { width: 70, colour: true })).toBe(
    '\u001b[1mNothing found that costs money.\u001b[22m\nNo findings. Prices as of 2026-01-02.\n',
  )
})

test('Markdown cannot be broken out of by what stands in the source', () => {
  expect(
    scanMarkdown(full),
  ).toBe(`**No monthly total; 1 site: 1 partly unknown, 1 without a volume, so in no month** · prices as of 2026-01-02

| Where | What | Cost | Not known |
| :-- | :-- | --: | :-- |
| app/a.py:2 | gpt-4o \\| \\\`x\\\` | $0.001–0.003/call ($1.00–3.00/1,000 calls) + unknown | input tokens unknown: decided when the program runs |

### Findings

- **warning** \`oversized-model\` app/a.py:2: A smaller model \\[31m answers @\u200bteam for $0.0004. (saves at least $0.0005/call)
`)
})

test('SARIF has the rule, the region, the fix and the suppression', () => {
  const docs = { what: 'What.', why: 'Why.', fix: 'Fix.', unless: 'never.', source: 's' }
  const document = scanDocument(scanOf([], [suppressed]), { showSuppressed: true })
  const [run] = scanSarif({ ...document, root: 'C:\\my work' }, [
    { id: 'oversized-model', severity: 'warning', docs },
  ]).runs
  expect(run?.originalUriBaseIds).toEqual({ ROOT: { uri: 'file:///C:/my%20work/' } })
  expect(run?.tool.driver.rules).toEqual([
    {
      id: 'oversized-model',
      shortDescription: { text: 'What.' },
      fullDescription: { text: 'Why.' },
      help: { text: 'Fix. Leave it where: never.' },
      defaultConfiguration: { level: 'warning' },
    },
  ])
  expect(run?.results).toMatchObject([
    {
      ruleId: 'oversized-model',
      ruleIndex: 0,
      level: 'warning',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'app/a.py', uriBaseId: 'ROOT' },
            region: { startLine: 2, startColumn: 15, endLine: 2, endColumn: 20 },
          },
        },
      ],
      suppressions: [{ kind: 'inSource', justification: 'measured: it is worse' }],
      fixes: [
        {
          description: { text: 'Use gpt-4o-mini' },
          artifactChanges: [
            { replacements: [{ deletedRegion: { charOffset: 22, charLength: 5 }, insertedContent: { text: 'mini' } }] },
          ],
        },
      ],
    },
  ])
})

test('SARIF places a finding in a notebook in its file, with no lines and no edits, which would be of the cell', () => {
  const document = notebookDocument('n.ipynb', 'python', [{ cell: 3, text: 'a\nbb' }])
  const at = { file: 'n.ipynb', cell: 3, span: [2, 4] as const }
  const fix = {
    title: 'x',
    safety: 'safe' as const,
    edits: [{ ...at, text: 'cc' }],
    before: undefined,
    after: undefined,
  }
  const scan = {
    ...scanOf([], [finding({ location: at, site: undefined, fixes: [fix] })]),
    document: () => document,
  }
  const [result] = scanSarif(scanDocument(scan), []).runs[0]!.results
  expect(result?.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'n.ipynb', uriBaseId: 'ROOT' },
        properties: { cell: 3, line: 2, column: 1 },
      },
    },
  ])
  expect(result).not.toHaveProperty('fixes')
})

import type { Engine } from '../../cli/engine.ts'
import { exactly } from '../../core/band.ts'
import { fileDocument, notebookDocument } from '../../core/document.ts'
import type { Registry } from '../../core/registry.ts'
import type { Session, SessionHost } from '../../core/session.ts'
import type { CostedSite, Finding, Resource, Result } from '../../core/types.ts'

// An engine with a language of three words, so that the tests of the command line need no parser and no price:
// `COST <key> <usd per month|?>`, `WASTE` (an error whose safe fix writes SPARE), `CRASH`.

const language = {
  id: 'python',
  extensions: ['.py', '.js'],
  editorIds: [],
  comment: { line: '#' },
  named: 'keyword',
  load: async () => () => ({}),
}

const registry = {
  languages: [language],
  containers: [{ id: 'notebook', extensions: ['.ipynb'], read: () => ({ problem: 'unused', offset: 0 }) }],
  formats: [{ id: 'terraform', extensions: ['.tf'], editorIds: [], comment: { line: '#' }, load: async () => ({}) }],
  sdks: [
    {
      id: 'fake',
      words: ['COST', 'WASTE', 'CRASH'],
      clients: [{ python: 'fake', typescript: 'fake' }],
      calls: [],
      free: [],
      freeTiers: [],
    },
  ],
  resources: [],
  modules: [],
  rules: [],
} as unknown as Registry

function siteOf(file: string, text: string, match: RegExpMatchArray): CostedSite {
  const [whole, key, amount] = match
  const at = { file, span: [match.index!, match.index! + whole.length] as const }
  const usd = amount === '?' ? undefined : exactly(Number(amount))
  const known = (value: string | number) => ({ is: 'known', value, at, via: 'literal' }) as const
  const site = {
    kind: 'resource',
    key: key!,
    label: `thing ${key}`,
    location: at,
    hints: [],
    cloud: 'aws',
    type: 'aws_thing',
    address: key!,
    region: known('us-east-1'),
    count: known(1),
    purchase: 'on-demand',
    definition: 'x',
    shape: { amount: known(amount!) },
    source: { body: at, values: {}, blocks: [] },
    module: undefined,
    tags: { team: text.length > 0 ? 'a' : 'b' },
  } as unknown as Resource
  return {
    site,
    estimate: {
      per: 'month',
      status: usd ? 'priced' : 'unknown',
      usd,
      month: undefined,
      lines: [],
      unknown: usd ? [] : [{ what: 'size', why: 'dynamic', at }],
      assumed: [],
    },
  }
}

const wasteOf = (file: string, text: string, cell?: number): Finding[] =>
  [...text.matchAll(/WASTE/g)].map((match) => {
    const at = { file, ...(cell === undefined ? {} : { cell }), span: [match.index, match.index + 5] as const }
    const fixes = [
      {
        title: 'Spare it',
        safety: 'safe' as const,
        edits: [{ ...at, text: 'SPARE' }],
        before: undefined,
        after: undefined,
      },
    ]
    return {
      rule: 'waste',
      site: undefined,
      location: at,
      message: 'Wasted.',
      severity: 'error',
      related: [],
      saves: undefined,
      unit: undefined,
      fixes,
    }
  })

function createSession(host: SessionHost): Session {
  const texts = new Map<string, { text: string; version: number }>()
  const document = (file: string) => {
    const open = texts.get(file)
    if (!open) return undefined
    if (!file.endsWith('.ipynb')) return fileDocument(file, 'python', open.text, open.version)
    const { cells } = JSON.parse(open.text) as { cells: { source: string[] | string }[] }
    return notebookDocument(
      file,
      'python',
      cells.map(({ source }, cell) => ({ cell, text: [source].flat().join('') })),
    )
  }
  const analyse = (file: string): Result => {
    const open = document(file)!
    if (open.text.includes('CRASH')) throw new Error('boom')
    const sites = open.parts.flatMap((part) =>
      [...part.text.matchAll(/COST (\S+) (\S+)/g)].map((match) => siteOf(file, part.text, match)),
    )
    const findings = open.parts.flatMap((part) => wasteOf(file, part.text, part.cell))
    const problems = host.settings(file).ignored ? [{ file, message: 'ignored files are not opened' }] : []
    return { file, version: open.version, sites, findings, problems, approximate: false }
  }
  return {
    open: (file, text, version = 0) => texts.set(file, { text, version }) !== undefined,
    openDocument: () => undefined,
    rest: () => undefined,
    lighten: () => undefined,
    close: (file) => void texts.delete(file),
    document,
    prepare: async () => undefined,
    analyse,
    settled: async (file) => analyse(file),
    bench: () => undefined,
    dependents: () => [],
    touched: () => [],
    wanted: () => [],
    rootSites: () => undefined,
    files: () => [...texts.keys()],
    refresh: () => undefined,
  }
}

export const fakeEngine: Engine = {
  registry,
  prices: { asOf: '2026-01-02' } as Engine['prices'],
  tokens: async () => ({ exact: true, count: () => exactly(0), method: () => 'none' }),
  createSession,
}

// `npm run sample -- <folder> [--rule <id>] [--preset <preset>] [--take 30] [--into findings] [--kept <folder>]`: the folder holds
// public repositories, each in a folder `owner+name`, and `commits.tsv` (owner+name, commit). Every rule is run over all of them.
// Writes rates.tsv, and repositories.tsv, what they were counted in, to the folder beside this file that --into names (not with --rule),
// and prints for each rule a sample of its findings, to be judged one by one in <rule>.jsonl there. With --kept, what was found in a
// repository is kept in that folder and not looked for again: for a run in parts, or a second look; delete it when the rules change.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadEngine } from '../../cli/engine.ts'
import { scan } from '../../cli/scan.ts'
import { diskTree, readText } from '../../cli/tree.ts'
import { createConfigs } from '../../core/config/configs.ts'
import { noSettings } from '../../core/settings.ts'
import type { Finding } from '../../core/types.ts'
import { printVerdict, type Verdict } from './verdicts.ts'

interface Seen extends Omit<Verdict, 'verdict' | 'why'> {
  readonly rule: string
  readonly message: string
  readonly around: string
}

/** What all rules found in one repository. */
interface Searched {
  readonly repo: string
  readonly commit: string
  /** That a rule could have spoken of. */
  readonly files: number
  readonly seen: readonly Seen[]
}

const usage =
  'npm run sample -- <folder> [--rule <id>] [--preset <preset>] [--take 30] [--into findings] [--kept <folder>]'
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rule: { type: 'string', multiple: true },
    preset: { type: 'string' },
    take: { type: 'string', default: '30' },
    into: { type: 'string', default: 'findings' },
    kept: { type: 'string' },
  },
})
const folder = resolve(positionals[0] ?? '.')
const list = join(folder, 'commits.tsv')
if (!existsSync(list)) {
  console.error(`There is no ${list}. Usage: ${usage}`)
  process.exit(2)
}

const engine = await loadEngine()
const rules = engine.registry.rules.filter(
  ({ id, preset }) => (values.rule?.includes(id) ?? true) && preset === (values.preset ?? preset),
)
const scanned: Searched[] = []
for (const row of readFileSync(list, 'utf8').trim().split('\n')) {
  const [name, commit] = row.split('\t') as [string, string]
  process.stderr.write(`${name} …\n`)
  scanned.push(await searched(name, commit))
}
const seen = scanned.flatMap((each) => each.seen)

const files = scanned.reduce((sum, each) => sum + each.files, 0)
const per = (count: number) => ((count * 1000) / files).toFixed(1)
if (values.rule === undefined) {
  const rows = rules.map(({ id }) => {
    const mine = seen.filter(({ rule }) => rule === id)
    return [id, mine.length, per(mine.length), new Set(mine.map(({ repo }) => repo)).size].join('\t')
  })
  const head = ['rule', 'findings', `per 1,000 of ${files} files`, `of ${scanned.length} repositories`].join('\t')
  mkdirSync(new URL(`${values.into}/`, import.meta.url), { recursive: true })
  write('rates.tsv', [head, ...rows])
  write('repositories.tsv', [
    'repository\tcommit\tfiles',
    ...scanned.map((each) => `${each.repo}\t${each.commit}\t${each.files}`),
  ])
}
for (const { id } of rules) {
  const mine = seen.filter(({ rule }) => rule === id)
  console.log(`\n## ${id}: ${mine.length} findings, ${per(mine.length)} per 1,000 of ${files} files`)
  for (const { around, message, rule: _, ...place } of sampleOf(mine, Number(values.take)))
    console.log(`\n${printVerdict({ ...place, verdict: 'right', why: '' })}\n${message}\n${around}`)
}

function write(name: string, lines: readonly string[]): void {
  writeFileSync(fileURLToPath(new URL(`${values.into}/${name}`, import.meta.url)), `${lines.join('\n')}\n`)
}

async function searched(name: string, commit: string): Promise<Searched> {
  const file = values.kept === undefined ? undefined : join(resolve(values.kept), `${name}.json`)
  if (file !== undefined && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Searched
  const repo = name.replace('+', '/')
  const { results, texts } = await scan({
    tree: diskTree(join(folder, name)),
    folders: [''],
    files: [],
    configs: everyRule(),
    engine,
    progress: () => undefined,
  })
  const seen = results.flatMap(({ findings, file: path }) =>
    findings.map((finding) => seenAs(repo, commit, finding, texts.get(path) ?? '')),
  )
  const found = { repo, commit, files: texts.size, seen }
  if (file !== undefined) {
    mkdirSync(resolve(values.kept!), { recursive: true })
    writeFileSync(file, JSON.stringify(found))
  }
  return found
}

/** The presets are as the config says; `learn` would only add its words to every message. */
function everyRule(): ReturnType<typeof createConfigs> {
  const settings = {
    ...noSettings,
    rules: new Map(
      engine.registry.rules.map((rule) => [rule.id, { severity: rule.severity, options: rule.options.parse({}) }]),
    ),
  }
  return {
    ...createConfigs(readText, engine.registry.rules),
    resolve: () => ({ config: undefined, settings, errors: [] }),
  }
}

function seenAs(repo: string, commit: string, { rule, message, location }: Finding, text: string): Seen {
  const { file: path, cell, span } = location
  const source = cell === undefined ? text : (cellTexts(text)[cell] ?? '')
  const line = source.slice(0, span[0]).split('\n').length
  const around = source
    .split('\n')
    .slice(Math.max(0, line - 13), line + 12)
    .map((each, i) => `${Math.max(0, line - 13) + i + 1 === line ? '>' : ' '} ${each.slice(0, 200)}`)
    .join('\n')
  return { repo, commit, path, ...(cell === undefined ? {} : { cell }), line, rule, message, around }
}

function cellTexts(notebook: string): readonly string[] {
  const { cells } = JSON.parse(notebook.replace(/^\uFEFF/, '')) as {
    cells: readonly { source: string | readonly string[] }[]
  }
  return cells.map(({ source }) => [source].flat().join(''))
}

/** The same for the same findings, from all repositories in turn, so that no large one speaks for all. */
function sampleOf(all: readonly Seen[], take: number): readonly Seen[] {
  const key = (each: Seen) => hash(`${each.repo} ${each.path} ${each.cell ?? ''} ${each.line}`)
  const seenOf = new Map<string, number>()
  const rounds = all
    .toSorted((a, b) => key(a) - key(b))
    .map((each) => {
      const round = seenOf.get(each.repo) ?? 0
      seenOf.set(each.repo, round + 1)
      return { each, round }
    })
  return rounds
    .sort((a, b) => a.round - b.round || key(a.each) - key(b.each))
    .slice(0, take)
    .map(({ each }) => each)
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  return value
}

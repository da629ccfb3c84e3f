// `npm run score -- <labels.json> <folder>`: how well the finder does against labelled public files. The folder holds the labelled
// repositories as <owner>+<repo>. Labels of rented machines (test/corpus/labels) have the kind `resource`, one file on a line: see
// score-rented.ts. A prediction on a call's line, nameLine or altLines is a hit, each call once; on an `ignore` or
// `configs` line it is neutral; anything else is a false positive.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { firstPass } from '../../cli/first-pass.ts'
import { othersOf } from '../../cli/others.ts'
import { loadPriceBook } from '../../cli/price-book.ts'
import { loadTokenCounter } from '../../cli/tokenizer.ts'
import { diskTree } from '../../cli/tree.ts'
import { textOf } from '../../core/document.ts'
import { valueOf } from '../../core/known.ts'
import { lineStarts, positionAt } from '../../core/lines.ts'
import { createSession } from '../../core/session.ts'
import { noSettings } from '../../core/settings.ts'
import type { ModelCall } from '../../core/types.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { rentedLabels, scoreRented } from './score-rented.ts'

interface Mark {
  readonly cell?: number
  readonly line: number
}
interface Labelled extends Mark {
  readonly nameLine?: number
  readonly altLines?: readonly number[]
  readonly provider: string
  readonly altProviders?: readonly string[]
  readonly api: string
  readonly model: string
  readonly acceptModels?: readonly string[]
  readonly candidates?: readonly string[]
  readonly inLoop: boolean
  readonly callerLoop?: boolean
  readonly maxTokens: number | null
  readonly acceptMaxTokens?: readonly (number | null)[]
}
interface Labels {
  readonly repo: string
  readonly path: string
  readonly language: string
  readonly calls: readonly Labelled[]
  readonly nonCalls: readonly (Mark & { readonly why: string })[]
  readonly configs: readonly Mark[]
  readonly ignore: readonly Mark[]
}

const [labelsFile, folder] = process.argv.slice(2)
if (!labelsFile || !folder) {
  console.error('Usage: npm run score -- <labels.json> <folder that holds the repositories as owner+name>')
  process.exit(2)
}

const text = readFileSync(labelsFile, 'utf8')
const rented = rentedLabels(text)
if (rented) {
  await scoreRented(rented, folder)
  process.exit()
}

const tokens = await loadTokenCounter()
const prices = loadPriceBook()
const pass = firstPass(registry)
const names = [
  'tp',
  'fp',
  'fn',
  'trap',
  'neutral',
  'provider',
  'model',
  'knownModels',
  'knownRight',
  'invented',
  'loops',
  'loopsFound',
  'loopsFalse',
  'callers',
  'callersFound',
  'max',
  'problems',
] as const
type Count = Record<(typeof names)[number], number>
const blank = (): Count => Object.fromEntries(names.map((name) => [name, 0])) as Count
const counts = new Map<string, Count>()
const missed = new Map<string, string[]>()
const wrong: string[] = []

/** One list, or one file on a line. */
const all = text.startsWith('[')
  ? JSON.parse(text)
  : text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
for (const labels of all as Labels[]) {
  const file = join(folder, labels.repo.replace('/', '+'), labels.path)
  if (!existsSync(file)) {
    console.error(`${labels.repo}/${labels.path} is not in ${folder}; lay the repositories out first.`)
    process.exitCode = 2
    continue
  }
  const count = counts.get(labels.language) ?? blank()
  counts.set(labels.language, count)
  await scoreFile(labels, readFileSync(file, 'utf8'), count)
}

async function scoreFile(labels: Labels, text: string, count: Count): Promise<void> {
  const others = othersOf(diskTree(resolve(folder!, labels.repo.replace('/', '+'))), pass)
  const session = createSession({ registry, prices, tokens: () => tokens, settings: () => noSettings, others })
  if (!session.open(labels.path, text)) {
    for (const call of labels.calls) miss(call, count, labels.path)
    return
  }
  await session.prepare(labels.path)
  const result = session.analyse(labels.path)
  count.problems += result.problems.length
  const document = session.document(labels.path)!
  const place = (call: ModelCall): Mark => {
    const { cell, span } = call.location
    return { cell, line: positionAt(lineStarts(textOf(document, cell)), span[0]).line }
  }
  const hit = new Set<Labelled>()
  for (const { site } of result.sites) {
    if (site.kind === 'model-call') judge(site, place(site), labels, hit, count)
  }
  for (const call of labels.calls) if (!hit.has(call)) miss(call, count, labels.path)
}

function judge(site: ModelCall, at: Mark, labels: Labels, hit: Set<Labelled>, count: Count): void {
  const same = (mark: Mark) => mark.cell === at.cell && mark.line === at.line
  const lines = (call: Labelled) => [call.line, call.nameLine ?? call.line, ...(call.altLines ?? [])]
  const here = labels.calls.filter((call) => call.cell === at.cell && lines(call).includes(at.line))
  const call = here.find((each) => !hit.has(each))
  if (call) {
    hit.add(call)
    score(site, call, count, `${labels.path}${at.cell === undefined ? '' : `#${at.cell}`}:${at.line}`)
  } else if (here.length === 0) {
    if ([...labels.ignore, ...labels.configs].some(same)) count.neutral++
    else {
      count.fp++
      const trap = labels.nonCalls.find(same)
      if (trap) count.trap++
      wrong.push(
        `${labels.path}${at.cell === undefined ? '' : `#${at.cell}`}:${at.line} ${site.call}: ${trap?.why ?? 'unlabelled line'}`,
      )
    }
  }
}

function score(site: ModelCall, truth: Labelled, count: Count, where: string): void {
  const model = valueOf(site.model) ?? 'unknown'
  const max = valueOf(site.maxOutput) ?? null
  const inLoop = site.repeats.some((repeat) => repeat.where === 'here' && repeat.via !== 'option')
  const callerLoop = site.repeats.some((repeat) => repeat.where === 'caller')
  count.tp++
  count.provider += Number(site.provider === truth.provider || (truth.altProviders ?? []).includes(site.provider))
  const known = truth.model !== 'unknown'
  const right =
    model === truth.model ||
    (truth.acceptModels ?? []).includes(model) ||
    (!known && (truth.candidates ?? []).includes(model))
  count.model += Number(right)
  count.knownModels += Number(known)
  count.knownRight += Number(known && right && model !== 'unknown')
  count.invented += Number(!right && model !== 'unknown')
  count.loops += Number(truth.inLoop)
  count.loopsFound += Number(truth.inLoop && inLoop)
  count.loopsFalse += Number(inLoop && !truth.inLoop)
  count.callers += Number(truth.callerLoop === true)
  count.callersFound += Number(truth.callerLoop === true && callerLoop)
  count.max += Number(max === truth.maxTokens || (truth.acceptMaxTokens ?? []).includes(max))
  if (!right || (known && model === 'unknown')) wrong.push(`${where} model ${model}, truth ${truth.model}`)
  if (site.provider !== truth.provider && !truth.altProviders?.includes(site.provider))
    wrong.push(`${where} provider ${site.provider}, truth ${truth.provider}`)
  if (max !== truth.maxTokens && !truth.acceptMaxTokens?.includes(max))
    wrong.push(`${where} limit ${max}, truth ${truth.maxTokens}`)
  if (inLoop !== truth.inLoop) wrong.push(`${where} ${inLoop ? 'told' : 'not told'} to be in a loop`)
  if (truth.callerLoop && !callerLoop) wrong.push(`${where} not told to be called in a loop`)
}

function miss(call: Labelled, count: Count, path: string): void {
  count.fn++
  const places = missed.get(call.api) ?? []
  missed.set(call.api, [...places, `${path}${call.cell === undefined ? '' : `#${call.cell}`}:${call.line}`])
}

const total = blank()
for (const count of counts.values()) for (const name of names) total[name] += count[name]
for (const [language, c] of [...counts, ['ALL', total] as const]) {
  const share = (a: number, b: number) => `${a}/${b}=${(a / Math.max(1, b)).toFixed(3)}`
  console.log(
    `${language.padEnd(11)} recall ${share(c.tp, c.tp + c.fn)} precision ${share(c.tp, c.tp + c.fp)} traps ${c.trap} provider ${c.provider}/${c.tp} model ${c.model}/${c.tp} (known ids ${c.knownRight}/${c.knownModels}, invented ${c.invented}) loops found ${c.loopsFound}/${c.loops} false ${c.loopsFalse} caller loops ${c.callersFound}/${c.callers} max ${c.max}/${c.tp} syntax problems ${c.problems}`,
  )
}
for (const [api, places] of missed)
  console.log(`missed ${api} ${places.length}\n${places.map((place) => `  ${place}`).join('\n')}`)
console.log(`wrong or false\n${wrong.join('\n')}`)

import { hoursPerMonth } from '../hours.ts'
import { printRate, printUsd, say, usd } from '../money.ts'
import { printAccelerators } from '../prices/part-gpus.ts'
import { dateOf } from '../prices/range.ts'
import { plain } from './amount.ts'
import { rangeText } from './range.ts'
import type {
  FindMatchJson,
  MatchJson,
  PricesAlternativesDocument,
  PricesFindDocument,
  PricesStatusDocument,
} from './schema.ts'

// The documents of `outlay prices` as tables.

/** Cells under each other; numbers are asked to stand right. */
function table(rows: readonly (readonly string[])[], right: ReadonlySet<number> = new Set()): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const cell = (text: string, column: number) =>
    right.has(column) ? text.padStart(widths[column]!) : text.padEnd(widths[column]!)
  return rows.map((row) => `${row.map(cell).join('  ').trimEnd()}\n`).join('')
}

type LineJson = MatchJson['lines'][number]

/** A list price to its last digit; spot prices are averages, or of one hour. */
const amount = ({ purchase }: Pick<LineJson, 'purchase'>, price: number) =>
  purchase === 'spot' ? printUsd(usd(price)) : printRate(usd(price))
const spoken = (line: LineJson) => {
  const price =
    line.range === undefined ? `${amount(line, line.usd)}/${line.unit}` : `${plain(rangeText(line)!)} per ${line.unit}`
  return `${line.label} ${price}${line.weak === undefined ? '' : ' (weak)'}`
}
const where = ({ region }: MatchJson) => region ?? '-'

function specsText({ specs }: MatchJson): string {
  const { vcpu, memoryGiB, accelerator, acceleratorCount, acceleratorMemoryGiB } = specs
  return [
    vcpu === undefined ? '' : `${vcpu} vCPU`,
    memoryGiB === undefined ? '' : `${memoryGiB} GiB`,
    accelerator === undefined
      ? ''
      : `${typeof acceleratorCount === 'number' ? printAccelerators(acceleratorCount) : '?'} × ${accelerator}${acceleratorMemoryGiB === undefined ? '' : ` ${acceleratorMemoryGiB} GiB`}`,
  ]
    .filter((part) => part !== '')
    .join(', ')
}

const isMachine = ({ lines }: MatchJson) => lines.some(({ unit }) => unit === 'hour')

/** @param most rows of a table; the rest is counted */
export function findText({ matches, sideBySide }: PricesFindDocument, most = 40): string {
  const machines = matches.filter(isMachine)
  const others = matches.filter((match) => !isMachine(match))
  const parts = [
    machines.length === 0 ? '' : machineTable(machines.slice(0, most)),
    ...others.slice(0, most).map((match) => listText(match) + tokenText(match)),
  ]
  const left = Math.max(0, machines.length - most) + Math.max(0, others.length - most)
  const rest = left === 0 ? '' : say`${left} more, dearer: --all lists them, --region narrows.\n`
  const carbon = matches.some((match) => match.carbon !== null) ? carbonNote : ''
  return [...parts, rest, sideBySide === undefined ? '' : sideText(sideBySide), sourcesText(matches) + carbon]
    .filter((part) => part !== '')
    .join('\n')
}

const carbonNote =
  "gCO2e: an hour of the machine half loaded, by Cloud Carbon Footprint's formula and the grid's yearly average; - where nothing is published.\n"

const grams = (value: number) => (value >= 100 ? say`${Math.round(value)}` : String(Number(value.toPrecision(2))))

type Side = NonNullable<PricesFindDocument['sideBySide']>

function sideText({ cheapest, cleanest, unknownRegions }: Side): string {
  const one = ({ region, usd: price, unit, gCO2e, gCO2ePerKWh }: Side['cheapest']) => {
    const carbon =
      gCO2e === null || gCO2ePerKWh === null
        ? 'emissions not published'
        : `${grams(gCO2ePerKWh)} gCO2e/kWh${unit === 'hour' ? `, ${grams(gCO2e.likely)} gCO2e/hour` : ''}`
    return `${region} ${printRate(usd(price))}/${unit}, ${carbon}`
  }
  const clean = cleanest === null ? 'not known' : one(cleanest)
  const open = unknownRegions === 0 ? '' : say` (${unknownRegions} more: nothing published)`
  return `Cheapest: ${one(cheapest)}; cleanest: ${clean}${open}.\n`
}

function machineTable(matches: readonly FindMatchJson[]): string {
  const of = ({ lines }: MatchJson, purchase: string) =>
    lines.find((line) => line.purchase === purchase || (purchase === 'on-demand' && line.purchase === undefined))
  const price = (line: LineJson | undefined) =>
    line === undefined
      ? '-'
      : `${line.range === undefined ? amount(line, line.usd) : printUsd(usd({ low: line.range.low.usd, likely: line.usd, high: line.range.high.usd }))}${line.weak === undefined ? '' : '*'}`
  const perGpu = (line: LineJson | undefined) => (line?.perGpuHour === undefined ? '-' : amount(line, line.perGpuHour))
  const rows = matches.map((match) => [
    match.provider,
    plain(match.what),
    where(match),
    specsText(match),
    price(of(match, 'on-demand')),
    price(of(match, 'spot')),
    perGpu(of(match, 'on-demand')),
    perGpu(of(match, 'spot')),
    match.carbon === null ? '-' : grams(match.carbon.gCO2ePerHour.likely),
  ])
  const head = ['seller', 'type', 'region', 'has', 'hour', 'spot hour', 'GPU-hour', 'spot GPU-hour', 'gCO2e/hour']
  const gpus = matches.some(({ lines }) => lines.some((line) => line.perGpuHour !== undefined))
  const clean = matches.some(({ carbon }) => carbon !== null)
  const shown = (_: string, column: number) => column < 6 || (column === 8 ? clean : gpus)
  return table(
    [head, ...rows].map((row) => row.filter(shown)),
    new Set([4, 5, 6, 7, 8]),
  )
}

function listText(match: MatchJson): string {
  const specs = Object.entries(match.specs).map(([name, value]) => `  ${name}: ${plain(String(value))}\n`)
  const title = `${match.provider} ${plain(match.what)}${match.region === null ? '' : ` in ${match.region}`}\n`
  return title + match.lines.map((line) => `  ${spoken(line)}\n`).join('') + specs.join('')
}

/** What 1,000 tokens of a model's answer take, where its maker publishes its size; of the others it is said in the JSON why not. */
function tokenText({ tokenCarbon: of }: FindMatchJson): string {
  if (of === undefined || of.kWh === null) return ''
  const each = ({ low, high }: { readonly low: number; readonly high: number }) =>
    low === high ? grams(low * 1000) : `${grams(low * 1000)} to ${grams(high * 1000)}`
  const water = of.waterL === null ? '' : `, ${each(of.waterL)} mL of cooling water`
  const emitted = of.kgCO2e === null ? 'emissions not known' : `${each(of.kgCO2e)} gCO2e`
  return say`  ${of.outputTokens} output tokens: ${each(of.kWh)} Wh, likely ${grams(of.kWh.likely * 1000)}${water}, ${emitted} (${of.method})\n`
}

/** Where the prices are from, each once, and what is weak of them. */
function sourcesText(matches: readonly MatchJson[]): string {
  const lines = matches.flatMap((match) => match.lines)
  const sources = [...new Set(lines.map((line) => `${plain(line.source)}, ${dateOf(line)}`))].sort()
  const weak = [...new Set(lines.map((line) => line.weak).filter((each) => each !== undefined))].sort()
  const notes = weak.map((each) => `* weak: ${plain(each)}\n`).join('')
  const ranged = lines.flatMap((line) => (line.unit === 'hour' ? (rangeText(line) ?? []) : []))
  const ranges = [...new Set(ranged)].map((each) => `The lists differ: ${plain(each)} per hour.\n`).join('')
  return `${notes}${ranges}Prices from: ${sources.join('; ')}.\n`
}

/** Beside what is cheaper: a commitment is a contract, so it is told and never counted. */
const committedText = (committed: PricesAlternativesDocument['committed']): string =>
  [...new Set(committed.map(({ how }) => how))]
    .map((how) => committedLine(committed.filter((each) => each.how === how)))
    .join('')

/** Of one way to commit. */
function committedLine(committed: PricesAlternativesDocument['committed']): string {
  const years = committed.map(
    ({ years: n, less }) => `${Math.round(less * 100)} % less for ${n} ${n === 1 ? 'year' : 'years'}`,
  )
  const { how, over, types, source, asOf } = committed[0]!
  const bought = /^p/.test(how) ? `reserved and ${how}` : `with ${how}`
  const basis = types === null ? 'as stated' : 'the middle'
  return `Not counted: ${bought}, ${plain(over)} cost ${years.join(', ')} (${basis}, ${plain(source)}, ${asOf}).\n`
}

export function alternativesText({ of, alternatives, committed }: PricesAlternativesDocument): string {
  const specs = specsText(of)
  const place = of.region === null ? '' : ` in ${of.region}`
  const main = of.lines.filter((line) => isMachine(of) || /^(in|out)put$|^storage/.test(line.label))
  const priced = main.length === 0 ? of.lines : main
  const few = priced.slice(0, 3).map(spoken)
  const more = priced.length > few.length ? say`, and ${priced.length - few.length} more` : ''
  const head = `${of.provider} ${plain(of.what)}${place}${specs === '' ? '' : ` (${specs})`}: ${few.join(', ')}${more}\n`
  const context = committedText(committed)
  if (alternatives.length === 0)
    return [head, 'Nothing cheaper is known to do the same.\n', context, sourcesText([of])].filter(Boolean).join('\n')
  const blocks = alternatives.map((each) => {
    const title = `${each.provider} ${plain(each.what)}${each.region === null ? '' : ` in ${each.region}`}`
    const has = specsText(each)
    const losses =
      each.lost.length === 0 ? ['  nothing known is lost\n'] : each.lost.map((loss) => `  - ${plain(loss)}\n`)
    const prices = each.lines.filter((line) => !/^(writes|reads|retrieval)$|, where/.test(line.label)).map(spoken)
    return `${title}${has === '' ? '' : ` (${has})`}\n  ${prices.join(', ')}; saves ${savesText(each.saves)}\n${losses.join('')}`
  })
  return [head, ...blocks, context, sourcesText([of, ...alternatives])].filter((part) => part !== '').join('\n')
}

function savesText(saves: PricesAlternativesDocument['alternatives'][number]['saves']): string {
  const text = `${printUsd(usd(saves.usd))}/${saves.per}`
  return saves.per === 'hour'
    ? `${text}, ${printUsd(usd(saves.usd * hoursPerMonth))} a month of ${hoursPerMonth} hours`
    : text
}

export function statusText({ sources, unread, problems }: PricesStatusDocument): string {
  const rows = sources.map(({ id, rows: count, date, ageDays, lastChecked, lastProblem, weak }) => [
    id,
    say`${count}`,
    date,
    ageDays === null ? 'unknown' : say`${ageDays} days`,
    lastChecked ?? 'never',
    [lastProblem && 'failed', weak.length > 0 && `${weak.length} weak`].filter(Boolean).join(', '),
  ])
  const failed = [
    ...sources.flatMap(({ id, lastProblem }) =>
      lastProblem ? [{ id, ...lastProblem, use: 'what it had is used' }] : [],
    ),
    ...unread.map(({ id, lastChecked, why }) => ({ id, at: lastChecked, why, use: 'it was never read' })),
  ].map(({ id, at, why, use }) => `${id} ${plain(why)} (${at}): ${use}\n`)
  const notes = sources.flatMap(({ id, weak }) => weak.map((each) => `${id}: ${plain(each)}\n`))
  const head = ['source', 'rows', 'date', 'age', 'last checked', '']
  const parts = [
    table([head, ...rows], new Set([1, 3])),
    failed.join(''),
    notes.join(''),
    problems.map((each) => `${each}\n`).join(''),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

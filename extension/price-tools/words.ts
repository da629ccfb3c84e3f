import { hoursPerMonth } from '../../core/hours.ts'
import { printRate, printUsd, usd } from '../../core/money.ts'
import type { Alternative, Match, MatchLine } from '../../core/prices/match.ts'
import { printAccelerators } from '../../core/prices/part-gpus.ts'
import { dateOf } from '../../core/prices/range.ts'
import type { Offer, PricesState } from '../protocol.ts'

// What the quick picks say of a price: one line for the amount and the thing, one for where it is from.

export interface Words {
  readonly label: string
  readonly description: string
  readonly detail: string
}

const units: Readonly<Record<string, string>> = {
  hour: 'h',
  '1M input tokens': '1M input',
  '1M output tokens': '1M output',
  '1M input and 1M output tokens': '1M input + 1M output',
}
/** A list price to its last digit; spot prices are averages, or of one hour. */
const printed = ({ purchase }: Pick<MatchLine, 'purchase'>, price: number) =>
  purchase === 'spot' ? printUsd(usd(price)) : printRate(usd(price))
const amount = (line: MatchLine) => `${printed(line, line.usd)}/${units[line.unit] ?? line.unit}`
const named = (line: MatchLine) => {
  const word = line.label.split(',')[0]!
  return line.unit.startsWith('1M ') ? `${word} ${printed(line, line.usd)}` : `${word} ${amount(line)}`
}
/** The date first: a list's name may be long, and the row is cut off at its end. */
const dated = (line: MatchLine) => `${dateOf(line)}, ${sourceOf(line)}`
const sourceOf = ({ source, weak }: MatchLine) => source + (weak === undefined ? '' : ` (weak: ${weak})`)
const joined = (parts: readonly (string | undefined)[], by = ' · ') =>
  parts.filter((part) => part !== undefined && part !== '').join(by)

function specs({ specs: of }: Pick<Match, 'specs'>): string {
  const { vcpu, memoryGiB, accelerator, acceleratorCount, acceleratorMemoryGiB, context, minDays, retired } = of
  const gpus =
    accelerator === undefined
      ? undefined
      : joined(
          [
            `${typeof acceleratorCount === 'number' ? printAccelerators(acceleratorCount) : '?'} × ${accelerator}`,
            acceleratorMemoryGiB && `${acceleratorMemoryGiB} GiB`,
          ].map((part) => part || undefined),
          ' ',
        )
  return joined(
    [
      vcpu === undefined ? undefined : `${vcpu} vCPU`,
      memoryGiB === undefined ? undefined : `${memoryGiB} GiB`,
      gpus,
      context === undefined ? undefined : `${Number(context).toLocaleString('en-US')} tokens of context`,
      minDays === undefined ? undefined : `${minDays} days at least`,
      retired === undefined ? undefined : retired === 'deprecated' ? 'deprecated' : `retired ${retired}`,
    ],
    ', ',
  )
}

/** The tiers of a rate stay in the command line's answer: here there is one line for all rates. */
const isRate = ({ label }: MatchLine) => !label.includes(', where')

/** @param byGpu the offers have different numbers of GPUs: what compares them is the price of one */
export function offerWords(offer: Offer, byGpu: boolean): Words {
  const { what, provider, region, line, others } = offer
  const [price, perGpu] = [pricesOf(offer, amount), pricesOf(offer, gpuAmount)]
  const isByGpu = byGpu && perGpu !== ''
  const several = Number(offer.specs.acceleratorCount ?? 1) !== 1 ? perGpu : undefined
  const rates = line.unit === 'hour' ? [] : others.filter((rate) => isRate(rate) && !isBeside(line, rate))
  return {
    label: isByGpu ? perGpu : price,
    description: joined([what, joined([provider, region], ' '), several && (isByGpu ? price : several)]),
    detail: joined([dated(line), specs(offer), rates.map(named).join(', '), otherSource(offer)]),
  }
}

/** What stands in the label beside the first price: spot beside on demand, output beside input. */
const isBeside = (line: MatchLine, other: MatchLine) =>
  other.purchase === 'spot' || (line.label === 'input' && other.label === 'output')

const gpuAmount = (line: MatchLine) =>
  line.perGpuHour === undefined ? undefined : `${printed(line, line.perGpuHour)}/GPU-hour`

/** `$1.01/h, spot $0.608/h`; `$2.50/1M input, $10.00/1M output`. */
function pricesOf({ line, others }: Offer, print: (line: MatchLine) => string | undefined): string {
  const beside = others.filter((other) => isBeside(line, other))
  const parts = [line, ...beside].map((one) => {
    const text = print(one)
    return text !== undefined && one.purchase === 'spot' ? `spot ${text}` : text
  })
  return joined(parts, ', ')
}

/** Of the price beside the first, where that is of another list or day. */
function otherSource({ line, others }: Offer): string | undefined {
  const other = others.find((one) => isBeside(line, one) && dated(one) !== dated(line))
  return other && `${other.label} ${dated(other)}`
}

export const comparesGpus = (offers: readonly Offer[]): boolean =>
  new Set(offers.flatMap(({ specs: { acceleratorCount } }) => acceleratorCount ?? [])).size > 1

/** A month is one of 730 hours. */
export function alternativeWords(other: Alternative): Words {
  const { saves, lost, lines } = other
  const month = saves.per === 'hour' ? `, ${printUsd(usd(saves.usd * hoursPerMonth))}/mo` : ''
  const prices = lines.filter((line) => isRate(line) && !/^(writes|reads|retrieval)$/.test(line.label)).slice(0, 2)
  return {
    label: joined([other.what, prices.map(amount).join(', ')], '  '),
    description: joined([
      joined([other.provider, other.region], ' '),
      lines[0]?.purchase,
      `saves ${printUsd(usd(saves.usd))}/${units[saves.per] ?? saves.per}${month}`,
    ]),
    detail: joined([
      lines[0] && dateOf(lines[0]),
      lost.length === 0 ? 'nothing known is lost' : `lost: ${lost.join('; ')}`,
      lines[0] && sourceOf(lines[0]),
    ]),
  }
}

/** What is compared, in a title: `g5.xlarge in us-east-1, $1.006/h`. */
export function ofWords({ what, region, lines }: Match): string {
  const prices = lines.filter(isRate).slice(0, region === undefined && lines[0]?.unit === 'hour' ? 1 : 2)
  const machine = lines[0]?.unit === 'hour' || lines[0]?.unit === 'GB-month'
  const first = machine ? prices.slice(0, 1) : prices
  const place =
    region === undefined && machine ? ', each region compared with itself' : `, ${first.map(amount).join(', ')}`
  return `${what}${region === undefined ? '' : ` in ${region}`}${place}`
}

/** One line to paste somewhere: the price with everything that makes it one. */
export function copyText({ label, description, detail }: Words): string {
  return joined([description, label, detail])
}

const oneDay = 86_400_000

/** `of 2026-09-23, 59 days old`. @param today ISO date */
export function ageWords({ asOf, checked }: PricesState, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(asOf)) / oneDay)
  const age = days <= 0 ? '' : days === 1 ? ', a day old' : `, ${days} days old`
  return `of ${asOf}${age}${checked === undefined ? '' : `, last updated ${checked.slice(0, 10)}`}`
}

import { exactly } from '../band.ts'
import { printUsd, usd } from '../money.ts'
import type { Field } from '../simulate/field.ts'
import type { Simulation } from '../simulate/simulate.ts'
import type { Band, Estimate } from '../types.ts'
import { lineTexts, sourceTexts } from './line-texts.ts'
import { reasonOf } from './why.ts'

const perWords: Readonly<Record<Estimate['per'], string>> = {
  call: 'a call',
  run: 'a run',
  hour: 'an hour',
  month: 'a month',
}

export interface AmountView {
  /** `$57.23`; `unknown`. */
  readonly likely: string
  /** `a month`; empty beside `unknown`. */
  readonly per: string
  /** `$20–110`, where that is not one figure. */
  readonly band?: string
  /** What there is beside it: the cost of one call; that a part is not known. */
  readonly beside: readonly string[]
}

/** What the simulator shows: every amount is text already. */
export interface SimulationView {
  readonly title: string
  readonly fields: readonly Field[]
  /** `before` is taken to be used as was typed. */
  readonly isUseSaid: boolean
  readonly before: AmountView
  readonly after: AmountView
  readonly difference: { readonly is: 'less' | 'more' | 'same' | 'unknown'; readonly text: string }
  readonly lines: readonly {
    readonly label: string
    readonly quantity: string
    readonly price: string
    readonly usd: string
  }[]
  readonly unknown: readonly string[]
  readonly assumed: readonly string[]
  readonly prices: readonly string[]
  readonly notes: readonly string[]
  readonly mistakes: Readonly<Record<string, string>>
  readonly write: {
    readonly code: readonly string[]
    readonly notes: readonly string[]
    readonly left: readonly string[]
  }
}

export function simulationView({ site, before, after, saves, write, ...rest }: Simulation): SimulationView {
  const { fields, isUseSaid, mistakes, notes } = rest
  return {
    title: site.label,
    fields,
    isUseSaid,
    before: amountOf(before),
    after: amountOf(after),
    difference: differenceOf(before, after, saves),
    lines: after.lines.map((line) => {
      const [quantity, price, amount] = lineTexts(line)
      return { label: line.label, quantity, price, usd: amount }
    }),
    unknown: after.unknown.map((each) => `${each.what}: ${reasonOf(each)}`),
    assumed: after.assumed.map(({ what, value, from }) => `${what} = ${value} (${from})`),
    prices: sourceTexts(after.lines),
    notes,
    mistakes,
    write: { code: write.code, notes: write.notes, left: write.left },
  }
}

function amountOf(estimate: Estimate): AmountView {
  const { status, month, usd: once, per } = estimate
  if (status === 'free') return { likely: 'free', per: '', beside: [] }
  const main = month ? month.usd : once
  if (!main) return { likely: 'unknown', per: '', beside: [] }
  const rest = status === 'partial' ? ['and what is not known'] : []
  if (month && once) return { ...figure(main, 'a month'), beside: [`${printUsd(usd(once))} ${perWords[per]}`, ...rest] }
  const many = per === 'call' ? [`${printUsd(usd(thousand(main)))} for 1,000 calls`] : []
  return { ...figure(main, perWords[per]), beside: [...many, ...rest] }
}

const thousand = ({ low, likely, high }: Band): Band => ({ low: low * 1000, likely: likely * 1000, high: high * 1000 })

function figure(band: Band, per: string) {
  const [likely, whole] = [printUsd(usd(exactly(band.likely))), printUsd(usd(band))]
  return { likely, per, ...(likely === whole ? {} : { band: whole }) }
}

function differenceOf(before: Estimate, after: Estimate, saves: Simulation['saves']): SimulationView['difference'] {
  if (!saves) {
    const open = after.status === 'unknown' || (after.status === 'partial' && before.status === 'priced')
    const text = open
      ? 'Cannot be compared: a part of it is not known.'
      : 'Cannot be compared: a part of it is not known as it is now.'
    return { is: 'unknown', text: before === after ? '' : text }
  }
  const { likely } = saves.usd
  const rest = after.status === 'partial' ? ', of what is known' : ''
  if (Math.abs(likely) < 1e-12) return { is: 'same', text: `Costs the same${rest}` }
  const per = perWords[saves.per]
  const better = likely > 0
  const band = better ? saves.usd : turned(saves.usd)
  const text =
    band.low < 0
      ? `Likely ${better ? `saves ${amount(band.likely)} ${per}` : `costs ${amount(band.likely)} ${per} more`}${rest}; it may also ${better ? `cost ${amount(-band.low)} more` : `save ${amount(-band.low)}`}`
      : better
        ? `Saves ${printUsd(usd(band))} ${per}${rest}`
        : `Costs ${printUsd(usd(band))} ${per} more${rest}`
  return { is: better ? 'less' : 'more', text }
}

const amount = (value: number) => printUsd(usd(value))

const turned = ({ low, likely, high }: Band): Band => ({ low: -high, likely: -likely, high: -low })

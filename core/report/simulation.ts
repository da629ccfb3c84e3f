import { exactly } from '../band.ts'
import { printUsd, usd } from '../money.ts'
import type { Simulation } from '../simulate/simulate.ts'
import type { Band, Estimate } from '../types.ts'
import { lineTexts, sourceTexts } from './line-texts.ts'
import type { AmountView, SimulationView } from './simulation-view.ts'
import { reasonOf } from './why.ts'

const perWords: Readonly<Record<Estimate['per'], string>> = {
  call: 'a call',
  run: 'a run',
  hour: 'an hour',
  month: 'a month',
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

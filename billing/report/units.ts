import type { GpuUse } from '../analysis/gpu-use.ts'
import type { MachineTime } from '../analysis/machine-time.ts'
import type { TokenUse } from '../analysis/token-use.ts'
import type { CostOf, UnitCost } from '../analysis/unit-costs.ts'
import type { Units } from '../analysis/units.ts'
import { shownRange } from '../range.ts'
import { csv, money, percent, table } from './table.ts'

export const unitsDocument = ({ range, ...units }: Units) => ({ period: shownRange(range), ...units })

export function unitsText({ notes, costs, machineTime, tokens, gpus }: Units): string {
  const parts = [
    notes.map((note) => `${note}\n`).join(''),
    [...costs.flatMap(costLines), ...machineTime.map(timeLine), ...gpus.map(gpuLine)]
      .map((line) => `${line}\n`)
      .join(''),
    tokens.length > 0 ? tokenTable(tokens) : '',
  ].filter((part) => part !== '')
  return costs.length + machineTime.length + gpus.length + tokens.length > 0
    ? parts.join('\n')
    : 'Nothing to divide: no metric in outlay.json, and no row tells of tokens or GPUs.\n'
}

/** Small unit costs keep three digits that count: 0.000123. */
const price = (value: number) => (Math.abs(value) >= 1 ? money(value) : String(Number(value.toPrecision(3))))
const count = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 })
const marked = ({ grade }: { readonly grade: string }) => (grade === 'invoice' ? '' : ` (${grade})`)

function costLines(unit: UnitCost): string[] {
  if (unit.days === 0) return [`${unit.name}: none of its days is in these`]
  const over = `${unit.days} days, ${unit.since} to ${unit.until}`
  if (unit.costs.length === 0) return [`${unit.name}: ${count(unit.quantity)}, no spend in ${over}`]
  return unit.costs.map((cost) => (unit.is === 'revenue' ? revenueLine(unit, cost) : unitLine(unit, cost, over)))
}

const unitLine = ({ name, unit, quantity }: UnitCost, cost: CostOf, over: string) => {
  const of = `${money(cost.effectiveCost)} ${cost.currency}${marked(cost)} over ${count(quantity)}, ${over}`
  return cost.perUnit === null
    ? `${name}: ${of}`
    : `${name}: ${price(cost.perUnit)} ${cost.currency} per ${unit} (${of})`
}

const revenueLine = ({ name, unit, quantity }: UnitCost, cost: CostOf) => {
  const spent = `${money(cost.effectiveCost)} ${cost.currency}${marked(cost)} spent`
  const left = cost.margin === null ? '' : `, margin ${percent(cost.margin)}`
  const back = cost.returned === null ? '' : `, ${money(cost.returned)} back for each one spent`
  return `${name}: ${money(quantity)} ${unit} over ${spent}${left}${back}`
}

function timeLine({ name, is, hours, paidHours, cost, rest, currency, ...of }: MachineTime): string {
  const what = is === 'busy-hours' ? 'worked' : 'only started'
  if (cost === null || rest === null || paidHours === null)
    return `${name}: ${count(hours)} hours ${what}; what was paid for does not tell as many hours`
  const others = is === 'busy-hours' ? `, the idle ones and starts ${money(rest)}` : ''
  return `${name}: ${count(hours)} of ${count(paidHours)} paid hours ${what}: ${money(cost)} ${currency}${marked(of)}${others}`
}

function gpuLine(gpu: GpuUse): string {
  const { effectiveCost, idle, idleShare, perHour, currency } = gpu
  const hour = perHour === null ? '' : `, ${price(perHour)} for an hour in use`
  const share = idleShare === null ? '' : `, idle ${money(idle)} (${percent(idleShare)})`
  return `GPUs: ${money(effectiveCost)} ${currency}${marked(gpu)}${hour}${share}`
}

const known = (value: number | null, write: (value: number) => string) => (value === null ? '-' : write(value))

const tokenTable = (tokens: readonly TokenUse[]) =>
  table(
    [
      [
        'model',
        'input',
        'from cache',
        'into cache',
        'output',
        'out/in',
        'cached',
        'per million',
        'per request',
        '',
        '',
      ],
      ...tokens.map((use) => [
        use.model ?? '-',
        known(use.input, count),
        known(use.cacheRead, count),
        known(use.cacheWrite, count),
        known(use.output, count),
        known(use.density, (value) => value.toFixed(3)),
        known(use.cacheShare, percent),
        known(use.perMillion, price),
        known(use.perRequest, price),
        use.currency,
        use.grade === 'invoice' ? '' : use.grade,
      ]),
    ],
    (column) => column > 0 && column < 9,
  )

/** One line for each metric, currency and grade. */
export const unitsCsv = ({ costs }: Units): string =>
  csv(
    [
      'name',
      'unit',
      'quantity',
      'days',
      'effectiveCost',
      'perUnit',
      'margin',
      'returned',
      'currency',
      'grade',
      'estimated',
    ],
    costs.flatMap(({ name, unit, quantity, days, costs }) =>
      costs.map(({ effectiveCost, perUnit, margin, returned, currency, grade, estimated }) => [
        name,
        unit,
        quantity,
        days,
        effectiveCost,
        perUnit,
        margin,
        returned,
        currency,
        grade,
        estimated,
      ]),
    ),
  )

import type { Change, Mover } from '../analysis/change.ts'
import type { Compared } from '../analysis/compared.ts'
import type { Drivers } from '../analysis/drivers.ts'
import { shownRange } from '../range.ts'
import { csv, money, percent, rangeText, signed, table } from './table.ts'

const drivers = ['quantity', 'price', 'arrived', 'left', 'untold'] as const satisfies readonly (keyof Drivers)[]

export const changeDocument = ({ by, measure, before, now, changes, notes }: Compared) => ({
  ...{ by, measure, before: shownRange(before), now: shownRange(now) },
  ...{ changes, notes },
})

export function changeText({ by, before, now, changes, notes }: Compared, top: number): string {
  const head = [`${rangeText(before)}, and ${rangeText(now)}`, ...notes].map((line) => `${line}\n`).join('')
  if (changes.length === 0) return `${head}No spend in these days.\n`
  return head + changes.map((change) => `\n${sum(change)}${movers(change, by, top)}`).join('') + legend(changes)
}

function sum({ currency, grade, before, now, change, drivers: of, estimated }: Change): string {
  const share = before > 0 ? `, ${change > 0 ? '+' : ''}${percent(change / before)}` : ''
  const marked = grade === 'invoice' ? '' : `, ${grade}`
  const mayChange = estimated ? '; some of it may still change' : ''
  return `${money(before)} → ${money(now)} ${currency}${marked}: ${signed(change)}${share}${mayChange}\n  ${words(of)}\n`
}

const names: Readonly<Record<keyof Drivers, string>> = {
  quantity: 'by quantity',
  price: 'by price',
  arrived: 'new',
  left: 'gone',
  untold: 'quantity not told',
}

const words = (of: Drivers) =>
  drivers
    .filter((driver) => Math.abs(of[driver]) >= 0.005)
    .map((driver) => `${names[driver]} ${signed(of[driver])}`)
    .join(', ') || 'nothing changed'

function movers({ movers }: Change, by: string, top: number): string {
  const shown = movers.filter(({ change }) => Math.abs(change) >= 0.005).slice(0, top)
  if (shown.length === 0) return ''
  const rows = shown.map(({ value, before, now, change, drivers: of }: Mover) => [
    value ?? '-',
    money(before),
    money(now),
    signed(change),
    words(of),
  ])
  const rest = movers.length - shown.length
  return (
    table([[by, 'before', 'now', 'change', 'because'], ...rows], (column) => column > 0 && column < 4) +
    (rest > 0 ? `and ${rest} more that changed less\n` : '')
  )
}

const legend = (changes: readonly Change[]) =>
  changes.some(({ drivers: { quantity, price } }) => quantity !== 0 || price !== 0)
    ? '\nby quantity: more or less of the same at the price of before. by price: what is used now at another price.\n'
    : ''

export const changeCsv = ({ by, changes }: Compared): string =>
  csv(
    [by, 'kind', 'before', 'now', 'change', ...drivers, 'currency', 'grade', 'estimated'],
    changes.flatMap(({ currency, grade, movers }) =>
      movers.map(({ value, kind, before, now, change, drivers: of, estimated }) => [
        value,
        kind,
        before,
        now,
        change,
        ...drivers.map((driver) => of[driver]),
        currency,
        grade,
        estimated,
      ]),
    ),
  )

import { html, type TemplateResult } from 'lit'
import type { ChangeView, DriverAmounts } from '../analysis-protocol.ts'
import { days, money, percent, signed } from '../format.ts'
import type { Cell } from '../table.ts'
import { charted } from './bars-chart.ts'
import { amount, kindId, kindWords, row, type Ways, words } from './parts.ts'

type Change = ChangeView['changes'][number]
type Mover = Change['movers'][number]

const drivers: readonly (readonly [keyof DriverAmounts, string])[] = [
  ['quantity', 'By quantity'],
  ['price', 'By price'],
  ['arrived', 'New'],
  ['left', 'Gone'],
  ['untold', 'Quantity not told'],
]
/** Half a cent: what is less is written as nothing. */
const visible = 0.005

export function changeView(view: ChangeView, ways: Ways): TemplateResult {
  const periods = html`<p>${days(view.before)}, and ${days(view.now)}.</p>`
  if (view.changes.length === 0) return html`${periods}<p>No spend in these days.</p>`
  return html`${periods} ${view.changes.toSorted(unchangedLast).map((change) => changeOf(change, view.by, ways))}
    <p class="muted section">By quantity: more or less of the same, at the price of before. By price: what is used now, at another price.</p>`
}

const unchangedLast = (a: Change, b: Change) =>
  Number(Math.abs(b.change) >= visible) - Number(Math.abs(a.change) >= visible)

function changeOf(change: Change, by: string, ways: Ways): TemplateResult {
  const { before, now, movers, estimated, currency } = change
  const share = before >= visible ? ` (${change.change > 0 ? '+' : ''}${percent(change.change / before)})` : ''
  const moved = movers.filter((mover) => Math.abs(mover.change) >= visible)
  const told = drivers.filter(([driver]) => movers.some((mover) => Math.abs(mover.drivers[driver]) >= visible))
  const shown = moved.slice(0, charted)
  const caption = `What changed by ${by}, in ${kindWords(change)}`
  const parts = told.map(([driver, name]) => ({ name, amounts: shown.map((mover) => mover.drivers[driver]) }))
  return html`<div class="section">
    <div class="amount">${signed(change.change, currency)}${share}</div>
    <p>${money(before, currency)} before, ${money(now, currency)} now: ${kindWords(change)}${estimated ? '; some of it may still change' : ''}.</p>
    <p>${because(change.drivers, currency)}</p>
    ${shown.length > 0 ? html`<bars-chart .bars=${{ names: shown.map(nameOf), parts }} .currency=${currency} .caption=${caption}></bars-chart>` : ''}
    ${ways.table({
      id: `change-${kindId(change)}`,
      caption,
      columns: [heading(by), 'Before', 'Now', 'Change', ...told.map(([, name]) => name)],
      rows: movers.map((mover) =>
        row(
          words(nameOf(mover)),
          amount(mover.before, change),
          amount(mover.now, change),
          difference(mover.change, currency),
          ...told.map(([driver]) => difference(mover.drivers[driver], currency)),
        ),
      ),
    })}
  </div>`
}

const nameOf = ({ value }: Mover) => value ?? '(not told)'
const heading = (by: string) => `${by.charAt(0).toUpperCase()}${by.slice(1)}`
const difference = (value: number, currency: string): Cell => ({ text: signed(value, currency), value })

const because = (of: DriverAmounts, currency: string) =>
  drivers
    .filter(([driver]) => Math.abs(of[driver]) >= visible)
    .map(([driver, name]) => `${name} ${signed(of[driver], currency)}`)
    .join(', ') || 'Nothing changed.'

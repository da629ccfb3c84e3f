import { html, type TemplateResult } from 'lit'
import type { CarbonView } from '../analysis-protocol.ts'
import { days, money, percent } from '../format.ts'
import { gradeWords } from '../spend.ts'
import type { Cell } from '../table.ts'
import { amount, apart, kindId, kindWords, quantity, row, type Ways, words } from './parts.ts'

type Part = CarbonView['parts'][number]
type Band = NonNullable<CarbonView['kWh']>

export function carbonView({ period, kWh, kgCO2e, waterL, covered, parts }: CarbonView, ways: Ways): TemplateResult {
  if (parts.length === 0)
    return html`<p class="section">${days(period)}: no row is of a machine, a disk or a model that anything is published of.</p>`
  const figures = [
    [kgCO2e, 'kg CO₂e'],
    [kWh, 'kWh'],
    [waterL, 'L of water'],
  ] as const
  return html`<p class="section">${days(period)}. From published factors alone; what has none is not in these figures, and not counted as nothing.</p>
    <div class="totals">
      ${figures.map(([band, unit]) => (band === null ? '' : html`<div><div class="amount">${digits(band.likely)}</div><p>${unit}${ends(band, ', ')}</p></div>`))}
    </div>
    ${covered.map((each) => html`<p>${known(each.kgCO2e, each)}, ${gradeWords[each.grade]}, has known emissions, ${known(each.kWh, each)} a known energy.</p>`)}
    <div class="section"></div>
    ${apart(parts).map(({ kind, of }) =>
      ways.table({
        id: `carbon-${kindId(kind)}`,
        caption: `Energy and emissions of what was used, in ${kindWords(kind)}`,
        columns: ['What', 'kg CO₂e', 'kWh', 'L of water', 'Quantity', 'Unit', 'Spend', 'Not known'],
        rows: of.map(({ what, quantity: used, unit, carbon, effectiveCost }) =>
          row(
            words(what),
            ...[carbon?.kgCO2e, carbon?.kWh, carbon?.waterL].map(band),
            quantity(used),
            words(unit),
            amount(effectiveCost, kind),
            words(carbon?.unknown.map(({ because }) => because).join('; ') || null),
          ),
        ),
      }),
    )}
    <details class="section">
      <summary>How each figure was made</summary>
      ${parts.filter(({ carbon }) => carbon?.kWh || carbon?.kgCO2e).map(how)}
    </details>`
}

const digits = (value: number) =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(2)))
/** Left out where the ends lie within a twentieth. */
const ends = ({ low, likely, high }: Band, before: string, after = '') =>
  high - low <= likely / 20 ? '' : `${before}${digits(low)} to ${digits(high)}${after}`
const band = (of: Band | null | undefined): Cell =>
  of ? { text: `${digits(of.likely)}${ends(of, ' (', ')')}`, value: of.likely } : words(null)

function known(part: number, { effectiveCost, currency }: CarbonView['covered'][number]): string {
  const whole = money(effectiveCost, currency)
  return effectiveCost > 0 ? `${percent(part / effectiveCost)} of ${whole}` : `${money(part, currency)} of ${whole}`
}

const how = ({ what, carbon }: Part) => html`<h3>${what}</h3>
  <p>${carbon?.method}</p>
  <ul>${carbon?.assumed.map((each) => html`<li>${each.what} = ${each.value} <span class="muted">(${each.from})</span></li>`)}</ul>`

import { html, type TemplateResult } from 'lit'
import { date, money, plural } from './format.ts'
import type { SpendView } from './protocol.ts'

export const gradeWords = {
  invoice: 'as invoiced',
  metered: 'metered use at list prices',
  allocated: 'a share of common costs',
} as const

/** One headline per currency and grade; they are never added up. */
export function totalsView(spend: SpendView): TemplateResult {
  return html`<div class="totals">
    ${spend.totals.map(
      (total) => html`<div>
        <div class="amount">${money(total.effectiveCost, total.currency)}</div>
        <p>${total.currency}, ${gradeWords[total.grade]}, ${date(total.since)} to ${date(total.until)}</p>
        ${
          Math.abs(total.billedCost - total.effectiveCost) >= 0.005
            ? html`<p class="muted">Effective cost: prepaid purchases are spread over their use. Billed: ${money(total.billedCost, total.currency)}</p>`
            : ''
        }
      </div>`,
    )}
  </div>`
}

export function notesView(spend: SpendView): TemplateResult {
  const label = (id: string) => spend.sources.find((source) => source.source === id)?.label ?? id
  return html`${spend.sources.map((source) =>
    source.estimatedSince === null
      ? ''
      : html`<p class="note provisional">
          ${source.estimatedSince === source.until ? date(source.until) : `${date(source.estimatedSince)} to ${date(source.until)}`}:
          provisional, ${source.providers.join(', ')} may still change these amounts. They are drawn paler.
        </p>`,
  )}
  ${spend.overlaps.map(
    ({ provider, sources, days }) => html`<p class="note warning">
      ${provider} is in more than one source (${sources.map(label).join(', ')}) on ${plural(days, 'day')}: the totals count it twice.
    </p>`,
  )}
  ${spend.problems.map((problem) => html`<p class="note warning">${problem}</p>`)}`
}

import { html, type TemplateResult } from 'lit'
import { date, plural } from './format.ts'
import { tell } from './host.ts'
import type { EstimateSite, EstimateView } from './protocol.ts'

/** What the code will cost, beside what was spent. */
export function estimateView(estimate: EstimateView | undefined): TemplateResult {
  return html`<section aria-labelledby="estimate">
    <h2 id="estimate">Estimate of the code</h2>
    ${estimate ? figures(estimate) : html`<p class="muted">The open folder has not been scanned yet.</p>`}
  </section>`
}

function figures(estimate: EstimateView): TemplateResult {
  const { sites, more, counts, month, asOf } = estimate
  return html`
    ${
      month === null
        ? html`<p>No monthly total: no call has a volume, and no resource a known month.</p>`
        : html`<div class="amount">${month}</div><p>a month, of what has a monthly figure</p>`
    }
    <p class="muted">${countsText(counts)}${asOf === null ? '' : `. List prices, the oldest of ${date(asOf)}`}</p>
    ${counts.partial + counts.unknown > 0 ? html`<p class="note">${plural(counts.partial + counts.unknown, 'site')} not fully known: the total holds what is known of them, and nothing is counted as zero.</p>` : ''}
    <ul class="sites section">${sites.map(siteView)}</ul>
    ${more > 0 ? html`<p class="muted">And ${plural(more, 'more site')}, in the Costs view.</p>` : ''}
  `
}

function countsText(counts: EstimateView['counts']): string {
  const words = [
    [counts.priced, 'priced'],
    [counts.partial, 'partly known'],
    [counts.unknown, 'unknown'],
    [counts.free, 'free'],
    [counts.unsupported, 'not priced yet'],
  ] as const
  return (
    words.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])).join(', ') ||
    'Nothing that costs was found'
  )
}

function siteView(site: EstimateSite): TemplateResult {
  const sources = [...new Set(site.prices.map((price) => `${price.source}, ${price.asOf}`))]
  return html`<li>
    <button type="button" class="link" @click=${() => tell({ type: 'openSite', file: site.file, key: site.key })}>${site.label}</button>
    <div class="muted">${site.file}:${site.line}</div>
    <div class="figures"><span>${site.amount ?? 'Cost unknown'}</span>${site.month === null ? '' : html`<span>${site.month}</span>`}</div>
    ${site.notes.map((note) => html`<div class="muted">${note}</div>`)}
    ${sources.length > 0 ? html`<div class="muted">Price: ${sources.join('; ')}</div>` : ''}
  </li>`
}

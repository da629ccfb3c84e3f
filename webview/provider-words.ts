import { html, nothing, type TemplateResult } from 'lit'
import { time } from './format.ts'
import type { ProviderSays } from './protocol.ts'

/** What providers say of the same: their own reckoning, to which nothing is added. */
export function providerWordsView(said: readonly ProviderSays[]): TemplateResult | typeof nothing {
  if (said.length === 0) return nothing
  return html`<h3>What providers say themselves</h3>
    <ul class="plain provider-words">
      ${said.map(
        ({ account, reads, asOf, lines, problems }) => html`<li>
          <strong>${reads}</strong> <span class="muted">${account}, as of ${time(asOf)}</span>
          ${lines.map((line) => html`<p>${line}</p>`)}
          ${lines.length + problems.length === 0 ? html`<p>It says nothing of it.</p>` : nothing}
          ${problems.map((problem) => html`<p class="note warning">${problem}</p>`)}
        </li>`,
      )}
    </ul>`
}

import { html, nothing, type TemplateResult } from 'lit'
import type { StoreView, ViewRequest } from './protocol.ts'

/** Which store is shown, and whose spend it holds. */
export function storeView(store: StoreView, live: boolean, tell: (request: ViewRequest) => void): TemplateResult {
  const { name, says, isWarehouse, unconnected } = store
  const button = (text: string, request: ViewRequest) =>
    html`<vscode-button secondary aria-label="${text}: ${name}" @click=${() => tell(request)}>${text}</vscode-button>`
  return html`<section class="section store" aria-label="Where this spend is kept">
    <div class="row">
      <p class="grow"><strong>${name}</strong> <span class="muted">${says}</span></p>
      ${isWarehouse && live ? html`<div class="row">${button('Ask Again', { type: 'refresh' })} ${button('Manage…', { type: 'manageStore' })}</div>` : nothing}
    </div>
    ${
      unconnected === undefined
        ? nothing
        : html`<div class="row">
            <p class="note grow">This project keeps its spend in ${unconnected}, which is not connected here.</p>
            ${live ? html`<vscode-button @click=${() => tell({ type: 'connectStore' })}>Connect It</vscode-button>` : nothing}
          </div>`
    }
  </section>`
}

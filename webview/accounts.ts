import { html, type TemplateResult } from 'lit'
import { plural, time } from './format.ts'
import type { AccountView, SpendView, ViewRequest } from './protocol.ts'

type Kept = SpendView['sources'][number]

/** Every source with its state: those that are connected, then files and the demo. One that fails hides nothing of another. */
export function accountsView(
  accounts: readonly AccountView[],
  spend: SpendView | undefined,
  live: boolean,
  tell: (request: ViewRequest) => void,
): TemplateResult {
  const kept = spend?.sources ?? []
  const others = kept.filter(({ source }) => !accounts.some(({ id }) => id === source))
  return html`<section class="section" aria-labelledby="sources">
    <h2 id="sources">Sources</h2>
    <ul class="accounts">
      ${accounts.map((account) =>
        accountView(account, spend?.demo ? 'demo' : kept.find(({ source }) => source === account.id), live, tell),
      )}
      ${others.map((source) => html`<li><strong>${source.label}</strong> <span class="muted">${rowsOf(source)}</span></li>`)}
    </ul>
  </section>`
}

/** @param at when it is from: of a live source the last reading, of a file its own date */
const rowsOf = (kept: Kept, at = kept.asOf) =>
  `${kept.providers.join(', ')}: ${plural(kept.rows, 'row')}, as of ${time(at)}`

function accountView(
  account: AccountView,
  kept: Kept | 'demo' | undefined,
  live: boolean,
  tell: (request: ViewRequest) => void,
): TemplateResult {
  const { id, name, reads, state, says, whose, isScoped, again } = account
  const button = (text: string, request: ViewRequest) =>
    html`<vscode-button secondary aria-label="${text}: ${name}" @click=${() => tell(request)}>${text}</vscode-button>`
  return html`<li aria-label=${name}>
    <div class="row">
      <div class="grow">
        <strong>${name}</strong> ${reads === name ? '' : html`<span class="muted">${reads}</span>`}
        <p class="state" role="status"><span class="mark ${state}" aria-hidden="true">${marks[state]}</span> ${stateOf(account, kept)}</p>
      </div>
      ${
        live
          ? html`<div class="row">
              ${state === 'reading' ? button('Cancel', { type: 'cancel', account: id }) : button(state === 'failed' ? 'Retry' : 'Refresh', { type: 'refresh', account: id })}
              ${button('Manage…', { type: 'manage', account: id })}
            </div>`
          : ''
      }
    </div>
    ${state === 'failed' ? html`<p class="note failed">${says}</p>` : ''}
    <p class="muted">
      ${whose}
      ${!isScoped && live ? html`<button class="link" type="button" aria-label="Choose what is this project’s of ${name}" @click=${() => tell({ type: 'chooseScope', account: id })}>Choose…</button>` : ''}
      ${again}
    </p>
  </li>`
}

const marks: Readonly<Record<AccountView['state'], string>> = { waiting: '○', reading: '◌', read: '●', failed: '▲' }

function stateOf({ state, says }: AccountView, kept: Kept | 'demo' | undefined): string {
  const reading = says === undefined ? 'Reading…' : `Reading ${says}…`
  if (kept === 'demo') return state === 'reading' ? reading : 'Not shown beside the demo data.'
  const rows = kept ? rowsOf(kept, kept.readAt ?? undefined) : undefined
  switch (state) {
    case 'reading':
      return rows ? `${reading} Until then: ${rows}` : reading
    case 'failed':
      return rows ? `Failed. What is shown was read before: ${rows}` : 'Failed. Nothing of it is shown.'
    case 'read':
      return rows ?? 'Read: it tells of no cost.'
    case 'waiting':
      return rows ?? 'Not read yet.'
  }
}

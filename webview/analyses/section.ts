import { html, nothing, type TemplateResult } from 'lit'
import type { AnalysisName, AnalysisState, AnalysisStates, AnalysisViews } from '../analysis-protocol.ts'
import type { ProviderSays } from '../protocol.ts'
import { providerWordsView } from '../provider-words.ts'
import { anomaliesView } from './anomalies.ts'
import { budgetsView } from './budgets.ts'
import { carbonView } from './carbon.ts'
import { changeView } from './change.ts'
import { commitmentsView } from './commitments.ts'
import { forecastView } from './forecast.ts'
import type { Ways } from './parts.ts'
import { allocationView, untaggedView } from './shared.ts'
import { unitView } from './unit.ts'

/** A part of the panel: what it shows is asked for when somebody looks at it. */
export interface Section {
  readonly id: string
  readonly name: string
  readonly views: readonly AnalysisName[]
  /** Its views look at a period that can be chosen. */
  readonly hasPeriod: boolean
}

export const sections: readonly Section[] = [
  { id: 'overview', name: 'Overview', views: [], hasPeriod: false },
  { id: 'change', name: 'Why it changed', views: ['change', 'anomalies'], hasPeriod: true },
  { id: 'budgets', name: 'Forecast and budgets', views: ['forecast', 'budgets'], hasPeriod: false },
  { id: 'unit', name: 'Unit costs', views: ['unit'], hasPeriod: true },
  { id: 'shared', name: 'Shared and untagged', views: ['allocation', 'untagged'], hasPeriod: true },
  { id: 'commitments', name: 'Commitments', views: ['commitments'], hasPeriod: true },
  { id: 'carbon', name: 'Carbon', views: ['carbon'], hasPeriod: true },
]

const titles: Readonly<Record<AnalysisName, string>> = {
  change: 'Why it changed',
  anomalies: 'Unusual days',
  forecast: 'Forecast to the end of the month',
  budgets: 'Budgets',
  unit: 'Unit costs',
  allocation: 'Shared cost',
  untagged: 'Untagged spend',
  commitments: 'Commitments',
  carbon: 'Carbon',
}

export interface SectionWays extends Ways {
  /** What a source is called. */
  label(source: string): string
  /** Asks once more. */
  retry(): void
  stop(): void
  copy(text: string): void
  readonly providers: readonly ProviderSays[]
}

const shown: { readonly [A in AnalysisName]: (view: AnalysisViews[A], ways: SectionWays) => TemplateResult } = {
  change: changeView,
  anomalies: anomaliesView,
  forecast: (view, ways) => forecastView(view, ways, ways.label),
  budgets: budgetsView,
  unit: unitView,
  allocation: allocationView,
  untagged: untaggedView,
  commitments: commitmentsView,
  carbon: carbonView,
}

export const viewsOf = ({ views }: Section, states: AnalysisStates, ways: SectionWays): TemplateResult =>
  html`${views.map(
    (name) => html`<section class="section" aria-labelledby="view-${name}">
      <h2 id="view-${name}">${titles[name]}</h2>
      ${stateView(name, states[name], ways)}
      ${providerWordsView(ways.providers.filter(({ tells }) => saidOf[tells] === name))}
    </section>`,
  )}`

function stateView<A extends AnalysisName>(name: A, state: AnalysisState<A> | undefined, ways: SectionWays) {
  switch (state?.is) {
    case undefined:
    case 'asking':
      return html`<div class="row" role="status">
        <span>Working it out…</span>
        ${state ? html`<vscode-button secondary @click=${ways.stop}>Cancel</vscode-button>` : ''}
      </div>`
    case 'cancelled':
      return html`<div class="row"><span>Cancelled.</span> ${again('Ask Again', ways)}</div>`
    case 'failed':
      return html`<div class="error" role="alert"><span>${state.message}</span> ${again('Retry', ways)}</div>`
    case 'nothing':
      return html`<p>${state.because}</p>`
    case 'answer':
      return html`${state.notes.map((note) => html`<p class="note warning">${note}</p>`)}
        ${state.missing ? missingView(state.missing, ways) : nothing} ${isBare(name, state) ? nothing : shown[name](state.document, ways)}`
  }
}

const again = (text: string, { retry }: SectionWays) =>
  html`<vscode-button secondary @click=${retry}>${text}</vscode-button>`

const saidOf: Readonly<Record<ProviderSays['tells'], AnalysisName>> = {
  anomaly: 'anomalies',
  budget: 'budgets',
  forecast: 'forecast',
}

/** Without rules there is nothing that they would split. */
const isBare = (name: AnalysisName, { missing }: { readonly missing?: unknown }) =>
  name === 'allocation' && missing !== undefined

/** What to write, and where: the lines are there to be copied. */
function missingView({ because, write }: { readonly because: string; readonly write: string }, ways: SectionWays) {
  const text = `"spend": { ${write} }`
  return html`<div class="missing section">
    <p>${because}. Write in outlay.json, for example:</p>
    <pre tabindex="0">${text}</pre>
    <vscode-button secondary @click=${() => ways.copy(text)}>Copy</vscode-button>
  </div>`
}

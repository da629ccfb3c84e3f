import '@vscode-elements/elements/dist/vscode-badge/index.js'
import '@vscode-elements/elements/dist/vscode-button/index.js'
import '@vscode-elements/elements/dist/vscode-option/index.js'
import '@vscode-elements/elements/dist/vscode-single-select/index.js'
import '@vscode-elements/elements/dist/vscode-tab-header/index.js'
import '@vscode-elements/elements/dist/vscode-tab-panel/index.js'
import '@vscode-elements/elements/dist/vscode-tabs/index.js'
import './chart.ts'
import './panel.css'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { accountsView } from './accounts.ts'
import { controlsView } from './analyses/controls.ts'
import { type Section, type SectionWays, sections, viewsOf } from './analyses/section.ts'
import { sectionTabs } from './analyses/section-tabs.ts'
import { estimateView } from './estimate.ts'
import { time } from './format.ts'
import { type Choices, restore, save, tell } from './host.ts'
import { focused, keepFocus } from './keep-focus.ts'
import { pivot } from './pivot.ts'
import { type PanelState, readHostMessage, type SpendView, type ViewRequest } from './protocol.ts'
import { notesView, totalsView } from './spend.ts'
import { storeView } from './store.ts'
import { styles } from './styles.ts'
import { copied, type Table, tableView } from './table.ts'
import { tablesOf } from './tables.ts'

const newestFirst = { column: 0, descending: true }
const dearestFirst = { column: 1, descending: true }
const asItComes = { column: -1, descending: false }
const atFirst: Choices = { tab: 0, total: 0, sort: {}, section: 'overview', period: 'last-30-days', by: 'service' }

class OutlayPanel extends LitElement {
  static override styles = styles
  static override properties = { state: { state: true }, choices: { state: true }, said: { state: true } }
  declare state: PanelState
  declare choices: Choices
  /** What the last copy led to, for the status line. */
  declare said: string
  #focused: HTMLElement | undefined

  constructor() {
    super()
    const saved = restore()
    this.state = saved?.state ?? {}
    this.choices = { ...atFirst, ...saved?.choices }
    this.said = ''
  }

  override connectedCallback() {
    super.connectedCallback()
    window.addEventListener('message', this.#hear)
    tell({ type: 'ready' })
    if (this.#section().views.length > 0) this.#look()
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    window.removeEventListener('message', this.#hear)
  }

  #hear = (event: MessageEvent<unknown>) => {
    const message = readHostMessage(event.data)
    if (typeof message === 'string') return tell({ type: 'unknownMessage', what: message })
    this.state = { ...this.state, ...message.state }
  }

  override willUpdate() {
    this.#focused = focused(this.renderRoot as ShadowRoot, this.renderRoot)
  }

  override updated() {
    keepFocus(this.#focused, this.renderRoot, '.busy vscode-button', '.error vscode-button', 'h1')
    // A restored panel has nothing running: what was under way is asked for anew by the host.
    const { analyses: _, ...state } = this.state
    save({ ...state, status: { is: 'idle' } }, this.choices)
  }

  override render() {
    const { spend, estimate } = this.state
    const loaded = spend && spend.totals.length > 0
    return html`
      <header>
        <div class="row">
          <h1 tabindex="-1">Spend</h1>
          ${spend?.demo ? html`<vscode-badge>Demo data</vscode-badge>` : ''}
          <span class="grow"></span>
          ${loaded ? this.#buttons() : ''}
        </div>
        ${this.#status()}
      </header>
      ${loaded ? sectionTabs(this.#section(), (section) => this.#open(section)) : ''}
      ${
        loaded && this.#section().views.length > 0
          ? this.#analyses(this.#section(), spend)
          : html`<div class="columns" id="section" role=${loaded ? 'tabpanel' : nothing} aria-labelledby=${loaded ? 'section-overview' : nothing}>
              <section aria-label="Spend">${loaded ? this.#spend(spend) : html`${this.#empty()} ${this.#sources()}`}</section>
              ${estimateView(estimate)}
            </div>`
      }
    `
  }

  #buttons(primary = false): TemplateResult {
    const { status, live = true, accounts = [] } = this.state
    const busy = status?.is === 'busy'
    const button = (text: string, request: ViewRequest, main = false) =>
      html`<vscode-button ?secondary=${!main} ?disabled=${busy} @click=${() => busy || tell(request)}>${text}</vscode-button>`
    return html`
      ${accounts.length > 0 && live ? button('Refresh All', { type: 'refresh' }) : ''}
      ${live ? button('Connect a Source', { type: 'connect' }, primary && accounts.length === 0) : ''}
      ${button('Import FOCUS File', { type: 'importFile' })}
      ${button('Demo Data', { type: 'demo' })}
    `
  }

  #status(): TemplateResult {
    const { status } = this.state
    const isBusy = status?.is === 'busy'
    const retry = status?.is === 'error' ? status.retry : undefined
    // What is said is always the same element: of one that is new many readers say nothing.
    return html`<div class=${isBusy ? 'row busy' : 'muted'}>
        <span role="status">${isBusy ? status.what : status?.is === 'error' ? '' : this.said}</span>
        ${isBusy ? html`<vscode-button secondary @click=${() => tell({ type: 'cancel' })}>Cancel</vscode-button>` : ''}
      </div>
      ${
        status?.is === 'error'
          ? html`<div class="error" role="alert">
              <span>${status.message}</span>
              ${retry ? html`<vscode-button secondary @click=${() => tell(retry)}>Retry</vscode-button>` : ''}
            </div>`
          : ''
      }`
  }

  #sources(): TemplateResult {
    const { accounts = [], spend, store, live = true } = this.state
    const isRead = accounts.length + (spend?.sources.length ?? 0) > 0
    const kept = store && !spend?.demo && (isRead || store.isWarehouse || store.unconnected !== undefined)
    return html`${kept ? storeView(store, live, tell) : nothing} ${isRead ? accountsView(accounts, spend, live, tell) : nothing}`
  }

  #empty(): TemplateResult {
    const { live = true } = this.state
    return html`<div class="empty">
      <h2>No spend is loaded</h2>
      ${
        live
          ? html`<p>Connect a source with credentials of your own (they stay in VS Code's secret storage and are sent to that provider only), or import a FOCUS file: AWS, Azure, Google Cloud and others export it.</p>`
          : html`<p>Live sources need desktop VS Code, a remote window or the command line. Here you can import a FOCUS file: AWS, Azure, Google Cloud and others export it.</p>`
      }
      <p class="muted">Demo data shows ninety days of a fictional company and needs no account.</p>
      <div class="row">${this.#buttons(true)}</div>
    </div>`
  }

  #spend(spend: SpendView): TemplateResult {
    const of = spend.totals[this.choices.total] ?? spend.totals[0]!
    const days = pivot(spend, of, 10)
    const tables = tablesOf(spend, of, days)
    return html`
      ${totalsView(spend)} ${this.#sources()}
      ${spend.totals.length > 1 ? this.#choice(spend) : ''}
      <h2>Spend by day and service</h2>
      <spend-chart .pivot=${days} .currency=${of.currency}></spend-chart>
      ${notesView(spend)}
      <vscode-tabs class="tabs" selected-index=${this.choices.tab} @vsc-tabs-select=${this.#tab}>
        ${['By day', 'By month', 'By service'].map((name) => html`<vscode-tab-header slot="header">${name}</vscode-tab-header>`)}
        <vscode-button slot="addons" secondary @click=${() => this.#copy(tables[this.choices.tab] ?? tables[0]!)}>Copy Table</vscode-button>
        ${tables.map(
          (table) => html`<vscode-tab-panel>
            ${tableView(table, this.#sort(table), (sort) => this.#choose({ sort: { ...this.choices.sort, [table.id]: sort } }))}
          </vscode-tab-panel>`,
        )}
      </vscode-tabs>
    `
  }

  #section = (): Section => sections.find(({ id }) => id === this.choices.section) ?? sections[0]!

  #open(section: Section): void {
    this.#choose({ section: section.id })
    this.#look()
  }

  /** Only what is looked at is asked for. */
  #look(): void {
    const { period, by } = this.choices
    tell({ type: 'look', views: this.#section().views, period, by })
  }

  #analyses(section: Section, spend: SpendView): TemplateResult {
    const ways: SectionWays = {
      table: (table) => this.#table(table),
      label: (id) => spend.sources.find(({ source }) => source === id)?.label ?? id,
      retry: () => this.#look(),
      stop: () => tell({ type: 'stopLooking' }),
      providers: spend.demo ? [] : (this.state.providers ?? []),
      copy: (text) => void this.#write(text, 'Copied: what to write in outlay.json.'),
    }
    const changed = (choices: Partial<Choices>) => {
      this.#choose(choices)
      this.#look()
    }
    return html`<div class="analyses" id="section" role="tabpanel" aria-labelledby="section-${section.id}">
      ${controlsView(section, this.choices, changed)} ${viewsOf(section, this.state.analyses ?? {}, ways)}
      <p class="muted">As of: ${spend.sources.map((kept) => `${kept.label}, ${time(this.#asOf(kept))}`).join('; ')}.
        ${this.state.store?.isWarehouse && !spend.demo ? `Asked of ${this.state.store.name}: each view is queries there, which may cost.` : ''}</p>
    </div>`
  }

  /** Of a live source when it was read last; of a file, or the demo, its own date. */
  #asOf({ source, asOf, readAt }: SpendView['sources'][number]): string {
    const isLive = this.state.accounts?.some(({ id }) => id === source)
    return (isLive && readAt) || asOf
  }

  #table(table: Table): TemplateResult {
    const sort = this.choices.sort[table.id] ?? asItComes
    return html`<div class="section">
      <div class="row caption">
        <span class="grow">${table.caption}</span>
        <vscode-button secondary aria-label="Copy Table: ${table.caption}" @click=${() => this.#copy(table, sort)}>Copy Table</vscode-button>
      </div>
      ${tableView(table, sort, (chosen) => this.#choose({ sort: { ...this.choices.sort, [table.id]: chosen } }))}
    </div>`
  }

  /** Chart and tables show one currency and grade at a time. */
  #choice(spend: SpendView): TemplateResult {
    const changed = (event: Event) => this.#choose({ total: (event.target as HTMLSelectElement).selectedIndex })
    return html`<div class="row section">
      <span id="show">Show</span>
      <vscode-single-select label="Currency and grade shown" @change=${changed}>
        ${spend.totals.map((total, at) => html`<vscode-option ?selected=${at === this.choices.total}>${total.currency}, ${total.grade}</vscode-option>`)}
      </vscode-single-select>
    </div>`
  }

  #sort = (table: Table) => this.choices.sort[table.id] ?? (table.id === 'by-service' ? dearestFirst : newestFirst)
  #tab = (event: CustomEvent<{ selectedIndex: number }>) => this.#choose({ tab: event.detail.selectedIndex })

  #choose(choices: Partial<Choices>): void {
    this.choices = { ...this.choices, ...choices }
  }

  #copy = (table: Table, sort = this.#sort(table)) => this.#write(copied(table, sort), `Copied: ${table.caption}.`)

  async #write(text: string, said: string): Promise<void> {
    this.said = await navigator.clipboard.writeText(text).then(
      () => said,
      () => 'It could not be copied: select it and copy by hand.',
    )
  }
}

customElements.define('outlay-panel', OutlayPanel)

import './panel.css'
import './simulator.css'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { focused, keepFocus } from './keep-focus.ts'
import {
  type FieldView,
  isConfigField,
  type SimulatorHostMessage,
  type SimulatorMessage,
  type SimulatorState,
  type SimulatorValues,
  type SimulatorView,
  type SimulatorWords,
} from './simulator-protocol.ts'

interface Kept {
  /** The site it was typed for. */
  readonly of: string
  readonly values: SimulatorValues
}

declare const acquireVsCodeApi: () => {
  postMessage(message: SimulatorMessage): void
  getState(): Kept | undefined
  setState(state: Kept): void
}

const api = acquireVsCodeApi()

const messageTypes = new Set(['state', 'written'])
const isFromHost = (data: unknown): data is SimulatorHostMessage =>
  typeof data === 'object' && data !== null && messageTypes.has(String((data as { type?: unknown }).type))

/** The form of one site. Without a shadow: labels, descriptions and lists of suggestions are found by their ids. */
class OutlaySimulator extends LitElement {
  static override properties = { state: { state: true }, values: { state: true } }
  declare state: SimulatorState | undefined
  /** Only of fields that were touched. */
  declare values: SimulatorValues

  #of = ''
  #focused: HTMLElement | undefined

  constructor() {
    super()
    const kept = api.getState()
    this.values = kept?.values ?? {}
    this.#of = kept?.of ?? ''
  }

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback() {
    super.connectedCallback()
    window.addEventListener('message', this.#hear)
    api.postMessage({ type: 'ready', of: this.#of, values: this.values })
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    window.removeEventListener('message', this.#hear)
  }

  #hear = ({ data }: MessageEvent<unknown>) => {
    if (!isFromHost(data)) return
    if (data.type === 'state') {
      if (data.of !== this.#of) {
        this.#of = data.of
        this.#keep({})
      }
      this.state = data
      return
    }
    const isWritten = (id: string) => isConfigField(id) === (data.to === 'config')
    this.#change(Object.fromEntries(Object.entries(this.values).filter(([id]) => !isWritten(id))))
  }

  #keep(values: SimulatorValues): void {
    this.values = values
    api.setState({ of: this.#of, values })
  }

  #change(values: SimulatorValues): void {
    this.#keep(values)
    api.postMessage({ type: 'change', of: this.#of, values })
  }

  #typed = (id: string) => (event: Event) => {
    const { value } = event.target as HTMLInputElement | HTMLSelectElement
    this.#change({ ...this.values, [id]: value })
  }

  #undo(id: string): void {
    const { [id]: _, ...rest } = this.values
    this.#change(rest)
    this.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`)?.focus()
  }

  override willUpdate() {
    this.#focused = focused(document, this)
  }

  override updated() {
    keepFocus(this.#focused, this, 'form input, form select')
  }

  override render() {
    if (!this.state) return nothing
    const { words, where, view, gone } = this.state
    return html`
      <header>
        <h1>${view?.title ?? ''}</h1>
        <button type="button" class="link" @click=${() => api.postMessage({ type: 'reveal' })}>${where}</button>
      </header>
      ${gone === undefined ? nothing : html`<p class="note" role="alert">${gone}</p>`}
      ${
        view === undefined
          ? nothing
          : html`<div class="columns">
        <form aria-label=${words.try} @submit=${(event: Event) => event.preventDefault()}>
          <h2>${words.try}</h2>
          ${this.#fields(view, words)}
          <div class="row">${this.#button(words.reset, () => this.#change({}), Object.keys(this.values).length > 0)}</div>
        </form>
        <div class="result">${this.#result(view, words)} ${this.#write(view, words)} ${details(view, words)}</div>
      </div>`
      }
    `
  }

  #fields({ fields, mistakes }: SimulatorView, words: SimulatorWords): TemplateResult {
    const more = fields.filter(({ isMore }) => isMore)
    const isOpen = more.some(({ id }) => this.values[id] !== undefined)
    const each = (field: FieldView) =>
      this.#field(
        field,
        mistakes[field.id],
        words,
        fields.find(({ beside }) => beside === field.id),
      )
    return html`
      ${fields.filter(({ isMore, beside }) => !isMore && beside === undefined).map(each)}
      ${more.length === 0 ? nothing : html`<details ?open=${isOpen}><summary>${words.more}</summary>${more.map(each)}</details>`}
    `
  }

  #field(field: FieldView, mistake: string | undefined, words: SimulatorWords, other?: FieldView): TemplateResult {
    const { id, label, unit, help, value } = field
    const typed = this.values[id]
    const isChanged = typed !== undefined && typed.trim() !== '' && typed !== value
    const was = nameOf(field)
    return html`<div class="field ${isChanged ? 'changed' : ''}">
      <div class="head">
        <label for=${id}>${label}${unit === undefined ? nothing : html` <span class="muted">(${unit})</span>`}</label>
        ${
          isChanged
            ? html`<span class="was">${was === '' ? nothing : html`${words.was.replace('{0}', was)} · `}<button type="button" class="link"
                aria-label="${words.undo}: ${label}" @click=${() => this.#undo(id)}>${words.undo}</button></span>`
            : nothing
        }
      </div>
      <div class="control">
        ${this.#control(field, typed, mistake, words)}
        ${other === undefined ? nothing : this.#control(other, this.values[other.id], undefined, words, other.label)}
      </div>
      <div id="${id}-help" class=${mistake === undefined ? 'help' : 'help mistake'} aria-live="polite">${mistake ?? (help === label ? nothing : help)}</div>
    </div>`
  }

  #control(
    { id, is, options, value }: FieldView,
    typed: string | undefined,
    mistake: string | undefined,
    words: SimulatorWords,
    label: string | typeof nothing = nothing,
  ): TemplateResult {
    const now = typed ?? value
    const invalid = mistake === undefined ? 'false' : 'true'
    if (is === 'choice')
      return html`<select id=${id} aria-label=${label} aria-describedby=${label === nothing ? `${id}-help` : nothing} aria-invalid=${invalid} @change=${this.#typed(id)}>
        ${options.map((each) => html`<option value=${each.value} ?selected=${each.value === now}>${each.label}</option>`)}
      </select>`
    const list = options.length > 0 ? `${id}-list` : nothing
    return html`<input id=${id} type="text" aria-label=${label} list=${list} inputmode=${is === 'number' ? 'decimal' : 'text'} .value=${now}
        placeholder=${words.notKnown} spellcheck="false" autocomplete="off"
        aria-describedby=${label === nothing ? `${id}-help` : nothing} aria-invalid=${invalid} @input=${this.#typed(id)}>
      ${options.length > 0 ? html`<datalist id=${list}>${options.map((each) => html`<option value=${each.value}></option>`)}</datalist>` : nothing}`
  }

  #result({ before, after, difference, notes, isUseSaid }: SimulatorView, words: SimulatorWords): TemplateResult {
    const figure = (label: string, { likely, per, band, beside }: SimulatorView['before']) => html`<div class="figure">
      <div class="muted">${label}</div>
      <div class="amount">${likely}</div>
      <div>${per}${band === undefined ? nothing : html` <span class="muted">(${band})</span>`}</div>
      ${beside.map((text) => html`<div class="muted">${text}</div>`)}
    </div>`
    const text = Object.keys(this.values).length === 0 ? words.nothing : difference.text
    return html`
      <div class="figures">
        ${figure(isUseSaid ? words.nowUsed : words.now, before)}
        <div class="arrow" aria-hidden="true">→</div>
        ${figure(words.later, after)}
      </div>
      <p class="difference ${difference.is}" role="status">${text}</p>
      ${notes.map((note) => html`<p class="note">${note}</p>`)}
    `
  }

  #write({ write }: SimulatorView, words: SimulatorWords): TemplateResult {
    const to = (to: 'code' | 'config', label: string, says: readonly string[], main: boolean) =>
      says.length === 0
        ? nothing
        : html`<div class="write">
          ${this.#button(label, () => api.postMessage({ type: 'write', to }), true, main)}
          <ul>${says.map((text) => html`<li>${text}</li>`)}</ul>
        </div>`
    return html`
      ${to('code', words.writeCode, write.code, true)}
      ${to('config', words.writeConfig, write.notes, write.code.length === 0)}
      ${write.left.length === 0 ? nothing : html`<div class="write"><h3>${words.left}</h3><ul>${write.left.map((text) => html`<li>${text}</li>`)}</ul></div>`}
    `
  }

  #button(text: string, run: () => void, enabled: boolean, main = false): TemplateResult {
    return html`<button type="button" class=${main ? 'button' : 'button secondary'} ?disabled=${!enabled} @click=${run}>${text}</button>`
  }
}

/** As people read it: of a choice its words. */
const nameOf = ({ options, value, is }: FieldView) =>
  is === 'choice' ? (options.find((each) => each.value === value)?.label ?? value) : value

function details({ lines, unknown, assumed, prices }: SimulatorView, words: SimulatorWords): TemplateResult {
  const [part, quantity, price, usd] = words.columns
  const list = (title: string, items: readonly string[]) =>
    items.length === 0 ? nothing : html`<h3>${title}</h3><ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`
  return html`<section>
    <h2>${words.breakdown}</h2>
    ${
      lines.length === 0
        ? nothing
        : html`<div class="scroll" tabindex="0" role="region" aria-label=${words.breakdown}><table>
          <thead><tr><th scope="col">${part}</th><th scope="col">${quantity}</th><th scope="col">${price}</th><th scope="col">${usd}</th></tr></thead>
          <tbody>${lines.map((line) => html`<tr><th scope="row">${line.label}</th><td>${line.quantity}</td><td>${line.price}</td><td>${line.usd}</td></tr>`)}</tbody>
        </table></div>`
    }
    ${list(words.unknown, unknown)} ${list(words.assumed, assumed)} ${list(words.prices, prices)}
  </section>`
}

customElements.define('outlay-simulator', OutlaySimulator)

import { html, type TemplateResult } from 'lit'
import type { Choices } from './host.ts'

export interface Cell {
  readonly text: string
  /** What it sorts by and what is copied; undefined sorts last, whichever way. */
  readonly value: string | number | undefined
}

export interface Table {
  readonly id: string
  readonly caption: string
  readonly columns: readonly string[]
  /** The first cell of a row is its header. */
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly provisional: boolean }[]
  readonly footer?: readonly Cell[]
}

type Sort = Choices['sort'][string]

function sorted(table: Table, { column, descending }: Sort): Table['rows'] {
  return table.rows.toSorted((a, b) => {
    const [x, y] = [a.cells[column]?.value, b.cells[column]?.value]
    if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? 1 : -1
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y))
    return descending ? -order : order
  })
}

/** Characters; what is longer is written on several lines, which are not to become too narrow. */
const lineful = 40

/** Words are read from the left, numbers compared from the right. */
const isWords = (table: Table, column: number) =>
  table.rows.some(({ cells }) => typeof cells[column]?.value === 'string')

/** Tab-separated, amounts as plain numbers: what a spreadsheet takes. */
export function copied(table: Table, sort: Sort): string {
  const lines = [table.columns, ...sorted(table, sort).map((row) => row.cells.map((cell) => String(cell.value ?? '')))]
  return lines.map((line) => line.join('\t')).join('\n')
}

/** A real table: it is read by screen readers, selected, found and copied like one. */
export function tableView(table: Table, sort: Sort, choose: (sort: Sort) => void): TemplateResult {
  const next = (column: number): Sort => ({
    column,
    descending: column === sort.column ? !sort.descending : column > 0,
  })
  const ariaSort = (column: number) =>
    column === sort.column ? (sort.descending ? 'descending' : 'ascending') : 'none'
  const words = table.columns.map((_, column) => isWords(table, column))
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${table.caption}>
    <table id=${table.id} aria-label=${table.caption}>
      <thead>
        <tr>
          ${table.columns.map(
            (name, column) => html`<th scope="col" class=${words[column] ? 'words' : ''} aria-sort=${ariaSort(column)}>
              <button type="button" @click=${() => choose(next(column))}>${name}<span class="arrow" aria-hidden="true">${column === sort.column ? (sort.descending ? '↓' : '↑') : ''}</span></button>
            </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${sorted(table, sort).map(
          (row) => html`<tr>
            <th scope="row" class=${row.provisional ? 'provisional' : ''}>${row.cells[0]?.text}</th>
            ${row.cells.slice(1).map((cell, at) => html`<td class=${`${row.provisional ? 'provisional' : ''}${words[at + 1] ? ' words' : ''}${cell.text.length > lineful ? ' long' : ''}`}>${cell.text}</td>`)}
          </tr>`,
        )}
      </tbody>
      ${table.footer ? html`<tfoot><tr>${table.footer.map((cell, at) => (at === 0 ? html`<th scope="row">${cell.text}</th>` : html`<td>${cell.text}</td>`))}</tr></tfoot>` : ''}
    </table>
  </div>`
}

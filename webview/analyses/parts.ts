import { html, svg, type TemplateResult } from 'lit'
import type { Kind } from '../analysis-protocol.ts'
import { count, money, percent, unitPrice } from '../format.ts'
import { gradeWords } from '../spend.ts'
import type { Cell, Table } from '../table.ts'

/** What a view may do besides showing. */
export interface Ways {
  /** A table with its caption, sorted as it is chosen, and copied. */
  table(table: Table): TemplateResult
}

type Money = Pick<Kind, 'currency'>

// What is not told is a dash with its reason beside the table, and never 0.
const untold: Cell = { text: '–', value: undefined }
const cell = (value: number | null | undefined, write: (value: number) => string): Cell =>
  value === null || value === undefined ? untold : { text: write(value), value }

export const words = (text: string | null): Cell => (text === null ? untold : { text, value: text })
export const amount = (value: number | null | undefined, { currency }: Money): Cell =>
  cell(value, (known) => money(known, currency))
export const price = (value: number | null, { currency }: Money): Cell =>
  cell(value, (known) => unitPrice(known, currency))
export const share = (value: number | null): Cell => cell(value, percent)
export const quantity = (value: number | null): Cell => cell(value, count)

export const row = (...cells: readonly Cell[]): Table['rows'][number] => ({ cells, provisional: false })

/** `USD, as invoiced`. */
export const kindWords = ({ currency, grade }: Kind): string => `${currency}, ${gradeWords[grade]}`
const keyOf = ({ currency, grade }: Kind) => `${currency} ${grade}`
/** For ids of tables. */
export const kindId = (kind: Kind): string => keyOf(kind).replace(/\W+/g, '-').toLowerCase()

/** What is of one currency and grade together, in the order they come. */
export function apart<T extends Kind>(
  all: readonly T[],
): readonly { readonly kind: Kind; readonly of: readonly T[] }[] {
  const groups = new Map<string, { readonly kind: Kind; readonly of: T[] }>()
  for (const each of all) {
    const group = groups.get(keyOf(each))
    if (group) group.of.push(each)
    else groups.set(keyOf(each), { kind: { currency: each.currency, grade: each.grade }, of: [each] })
  }
  return [...groups.values()]
}

interface MeterPart {
  /** Of `scale`. */
  readonly part: number
  readonly look: 'known' | 'over' | 'expected'
}

/** Bars on one line, the first behind the others, and a mark. @param label says it in words, with the numbers */
export function meter(label: string, parts: readonly MeterPart[], scale: number, mark?: number): TemplateResult {
  const width = (part: number) => `${Math.max(0, Math.min(100, (part / scale) * 100))}%`
  return html`<svg class="meter" role="img" aria-label=${label}>
    <rect class="whole" width="100%" height="100%"></rect>
    ${parts.map(({ part, look }) => svg`<rect class=${look} width=${width(part)} height="100%"></rect>`)}
    ${mark === undefined ? '' : svg`<line x1=${width(mark)} x2=${width(mark)} y1="0" y2="100%"></line>`}
  </svg>`
}

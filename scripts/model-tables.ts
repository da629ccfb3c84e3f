// Prices of models that no list has, read one by one from a named page: scripts/tables/model-units.tsv.
//
//   provider  as in core/types.ts
//   model     the id the API takes
//   mode      chat | embed | image | speech | transcribe | rerank | video | moderate | realtime | ocr
//   what      a UnitId or a RateId of core/prices/book.ts
//   usd       for as many units as `unitsOf` of core/prices/units.ts says; a rate's per million tokens
//   size      `1024x1024`, `1080p`; empty for any
//   quality   `hd`, `streaming`; empty for any
//   source    short words and the URL
//   as_of     ISO day the page was written or read its prices
//   weak      what to doubt, shown to users; may be empty
//
// A row replaces what the lists have for the same model, unit, size and quality.
//
// And what the lists lack of a model beyond its prices: scripts/tables/model-limits.tsv.
//
//   provider, model      as above; the id is that of the row
//   context, max_output  tokens; only where the lists have none
//   retired              ISO day from which the provider refuses it, or `deprecated`; only where the lists have none
//   source, as_of        as above
import { readFileSync } from 'node:fs'
import type { Mode, RateId, UnitId } from '../core/prices/book.ts'
import type { ModelRow, ModelTable, UnitCells } from '../core/prices/models.ts'
import { unitsOf } from '../core/prices/units.ts'
import type { Provider } from '../core/types.ts'

export interface TableRow {
  readonly provider: Provider
  readonly model: string
  readonly mode: Mode
  readonly what: string
  readonly usd: number
  readonly size: string
  readonly quality: string
  readonly source: string
  readonly asOf: string
  readonly weak: string
}

const columns = ['provider', 'model', 'mode', 'what', 'usd', 'size', 'quality', 'source', 'as_of', 'weak']

/** @throws where a line is not of the form above: the table is ours, and a bad line must not become a price. */
export function parseModelUnits(text: string): TableRow[] {
  const [head, ...lines] = text.replace(/\n+$/, '').split('\n')
  if (head !== columns.join('\t')) throw new Error(`the columns are ${columns.join(' ')}`)
  return lines.map((line) => {
    const cells = line.split('\t')
    const [provider, model, mode, what, usd, size, quality, source, asOf, weak] = cells
    const good = cells.length === columns.length && provider && model && mode && what && source
    if (!good || usd === '' || !(Number(usd) >= 0) || !/^\d{4}-\d{2}-\d{2}$/.test(asOf!))
      throw new Error(`not a price: ${line}`)
    return {
      provider: provider as Provider,
      model: model!,
      mode: mode as Mode,
      what: what!,
      usd: Number(usd),
      size: size!,
      quality: quality!,
      source: source!,
      asOf: asOf!,
      weak: weak!,
    }
  })
}

export const modelUnits = (): TableRow[] =>
  parseModelUnits(readFileSync(new URL('./tables/model-units.tsv', import.meta.url), 'utf8'))

const isUnit = (what: string): what is UnitId => Object.hasOwn(unitsOf, what)

/** Adds the rows to the lists' own, and their pages to the sources. */
export function withTables(table: ModelTable, rows: readonly TableRow[]): ModelTable {
  const sources = [...table.sources]
  const sourceOf = ({ source, asOf }: TableRow): number => {
    const at = sources.findIndex((each) => each.source === source && each.asOf === asOf)
    return at >= 0 ? at : sources.push({ source, asOf }) - 1
  }
  const providers: Partial<Record<Provider, ModelRow[]>> = {}
  for (const [provider, list] of Object.entries(table.providers) as [Provider, readonly ModelRow[]][])
    providers[provider] = [...list]
  for (const each of rows) {
    const { provider, model, mode, what, usd, size, quality, weak } = each
    const list = providers[provider] ?? []
    providers[provider] = list
    const from = sourceOf(each)
    const at = list.findIndex((row) => row.id === model || row.also?.includes(model))
    const row: ModelRow = list[at] ?? { id: model, ...(mode === 'chat' ? {} : { mode }), rates: {}, from }
    if (isUnit(what)) {
      const cells: UnitCells = weak ? [what, usd, from, size, quality, weak] : trimmed([what, usd, from, size, quality])
      const others = (row.units ?? []).filter(
        ([id, , , ofSize = '', ofQuality = '']) => id !== what || ofSize !== size || ofQuality !== quality,
      )
      put(list, at, { ...row, units: [...others, cells] })
    } else if (row.from === from) {
      put(list, at, { ...row, rates: { ...row.rates, [what as RateId]: usd }, ...(weak ? { weak } : {}) })
    } else throw new Error(`${provider} ${model} has rates of a list already: ${what}`)
  }
  return { ...table, sources, providers }
}

function put(list: ModelRow[], at: number, row: ModelRow): void {
  if (at < 0) list.push(row)
  else list[at] = row
}

const limitColumns = ['provider', 'model', 'context', 'max_output', 'retired', 'source', 'as_of']

type Limits = Pick<ModelRow, 'context' | 'maxOutput' | 'retired'>

/** @throws where a line is not of the form above */
export function parseModelLimits(text: string): ReadonlyMap<string, Limits> {
  const [head, ...lines] = text.replace(/\n+$/, '').split('\n')
  if (head !== limitColumns.join('\t')) throw new Error(`the columns are ${limitColumns.join(' ')}`)
  const entries = lines.map((line): [string, Limits] => {
    const cells = line.split('\t')
    const [provider, model, context, maxOutput, retired] = cells
    const good =
      [context, maxOutput].every((cell) => /^\d*$/.test(cell!)) && /^(\d{4}-\d\d-\d\d|deprecated|)$/.test(retired!)
    if (cells.length !== limitColumns.length || !good) throw new Error(`not a limit: ${line}`)
    const limits: Limits = {
      ...(context ? { context: Number(context) } : {}),
      ...(maxOutput ? { maxOutput: Number(maxOutput) } : {}),
      ...(retired ? { retired: retired === 'deprecated' ? true : retired } : {}),
    }
    return [`${provider}/${model}`, limits]
  })
  return new Map(entries)
}

/** Adds what the lists lack; what they have stays, and of a longest answer that differs both figures do. */
export function withLimits(table: ModelTable, limits = ownLimits()): ModelTable {
  const providers = Object.fromEntries(
    Object.entries(table.providers).map(([provider, rows]) => [
      provider,
      rows.map((row) => limited(row, limits.get(`${provider}/${row.id}`))),
    ]),
  )
  return { ...table, providers }
}

const ownLimits = () => parseModelLimits(readFileSync(new URL('./tables/model-limits.tsv', import.meta.url), 'utf8'))

function limited(row: ModelRow, limits: Limits | undefined): ModelRow {
  const both = { ...limits, ...defined(row) }
  const [listed, elsewhere] = [row.maxOutput, limits?.maxOutput]
  if (listed === undefined || elsewhere === undefined) return both
  const [least, most] = [Math.min(listed, elsewhere), Math.max(listed, elsewhere)]
  return most <= least * rounded ? both : { ...both, maxOutput: most, maxOutputElsewhere: least }
}

/** 65,535 for 65,536, 4,000 for 4,096: one limit, written in two ways. */
const rounded = 1.03

const defined = (row: ModelRow): ModelRow =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as unknown as ModelRow

/** Without the empty cells at its end. */
function trimmed([id, usd, from, size, quality]: UnitCells): UnitCells {
  if (quality) return [id, usd, from, size, quality]
  return size ? [id, usd, from, size] : [id, usd, from]
}

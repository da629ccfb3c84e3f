import type { Column } from '../focus.ts'

/** SQL for the text of a cell, by the name of its column; undefined where the file has no such column. */
export type Cells = (name: string) => string | undefined

/** A kind of export, and where in it our columns are. What has no entry, or whose cells are not there, is null. */
export interface FileFormat {
  readonly name: string
  /** A column's name as `marks` and `columns` write it. */
  normal(name: string): string
  /** Columns that no other kind of export has all of, normal. */
  readonly marks: readonly string[]
  readonly columns: Readonly<Partial<Record<Column, (cells: Cells, names: readonly string[]) => string | undefined>>>
  /** What of FOCUS the export does not tell, in one sentence. */
  readonly lacks: string
}

export const text = (value: string) => `'${value.replaceAll("'", "''")}'`

/** The first that is there and not null. */
export function firstOf(...values: readonly (string | undefined)[]): string | undefined {
  const there = values.filter((value) => value !== undefined)
  return there.length < 2 ? there[0] : `COALESCE(${there.join(', ')})`
}

/** The first of the columns that is there. */
export const take =
  (...names: readonly string[]) =>
  (cells: Cells) =>
    firstOf(...names.map(cells))

/** A text that is the same in every row. */
export const always = (value: string) => () => text(value)

/** The word for each word of a cell; `otherwise` for others, and for none. Words are compared in lower case. */
export function words(cell: string | undefined, map: Readonly<Record<string, string>>, otherwise?: string) {
  if (cell === undefined) return otherwise === undefined ? undefined : text(otherwise)
  const cases = Object.entries(map).map(([from, to]) => `WHEN ${text(from.toLowerCase())} THEN ${text(to)}`)
  return `CASE LOWER(${cell}) ${cases.join(' ')} ELSE ${otherwise === undefined ? 'NULL' : text(otherwise)} END`
}

/** A JSON object of columns that hold one tag each; null where none of them has a value. */
export function tagObject(cells: Cells, tags: readonly (readonly [column: string, tag: string])[]): string | undefined {
  const members = tags.flatMap(([column, tag]) => {
    const cell = cells(column)
    return cell === undefined ? [] : [`${text(`${JSON.stringify(tag)}:`)} || to_json(${cell})`]
  })
  return members.length === 0 ? undefined : `NULLIF('{' || concat_ws(',', ${members.join(', ')}) || '}', '{}')`
}

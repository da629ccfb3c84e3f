// https://www.rfc-editor.org/rfc/rfc4180
/** The fields of each line, quotes taken off; blank lines are skipped. Undefined where a quote is never closed, or nothing is there. */
export function csvRows(text: string | undefined): readonly (readonly string[])[] | undefined {
  if (text === undefined) return undefined
  const rows: string[][] = []
  let row: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/y
  while (field.lastIndex < text.length || row.length > 0) {
    const match = field.exec(text)
    if (match === null) return undefined
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === ',') continue
    const isBlank = row.length === 1 && row[0] === '' && match[1] === undefined
    if (!isBlank) rows.push(row)
    row = []
    if (field.lastIndex >= text.length) break
  }
  return rows.length === 0 ? undefined : rows
}

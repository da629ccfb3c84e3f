// What is said of a file that cannot be read, or not all of it: the same words whoever reads it.

const nothing = 'Nothing was loaded.'

export const cutShort = (file: string) =>
  `${file} is cut short: its end is missing. Copy or export it again. ${nothing}`
export const damaged = (file: string) =>
  `${file} is damaged: a part of it cannot be read. Copy or export it again. ${nothing}`
export const notGzip = (file: string) =>
  `${file} is not gzip, though its name says so. Take the file as the provider exported it. ${nothing}`
export const mixedLineEnds = (file: string) =>
  `${file} mixes line ends (CRLF, LF or CR), as a file does that was put together from others. Save it with one of them, or export it again. ${nothing}`
export const brokenLine = (file: string, line: number | string, what: string | undefined) =>
  what === 'not utf-8'
    ? notUtf8(file)
    : `${file} cannot be read: line ${line} is broken${what ? ` (${what})` : ''}. Copy or export it again. ${nothing}`
export const twoColumns = (file: string, column: string, done = nothing) =>
  `${file} has two columns ${column}: which of them is meant cannot be told. Take the file as the provider exported it. ${done}`
export const noRoomFor = (file: string) =>
  `${file} needs more room than there is, in the memory that Outlay allows itself and on the disk where it puts the rest. Free some of the disk, or export smaller parts and read their folder. ${nothing}`
export const notRead = (file: string, why: string) => `${file} cannot be read: ${why}. ${nothing}`
export const notUtf8 = (file: string) =>
  `${file} is no text in UTF-8, as FOCUS and the exports of providers are: a spreadsheet may have written it. Take the file as the provider exported it. ${nothing}`

/** @param time the first of them */
export const zonelessTimes = (file: string, time: string) =>
  `${file} has times without a zone, as ${time}: they are read as UTC.`
/** @param time as a cell has it */
export const isZoneless = (time: string) => /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}[\d:.]*$/.test(time)

const someRows = (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}`
/** @param source `file:bill.csv`, or the id of a source */
export const unreadableCells = (source: string, column: string, count: number) =>
  `${named(source)}: ${someRows(count)} ${count === 1 ? 'has' : 'have'} no readable ${column}, not in the totals.`
export const notAskedFor = (source: string, count: number) =>
  `${named(source)}: ${someRows(count)} of days that were not asked for, not in the totals until those days are read.`
export const noneUsable = (problems: readonly string[]) =>
  `${problems.join(' ')} FOCUS writes times as 2026-11-01T00:00:00Z and amounts as 12.34. ${nothing}`

const named = (source: string) => source.replace(/^file:/, '')

// What is said of a file that cannot be read, or not all of it: the same words whoever reads it.

const nothing = 'Nothing was loaded.'

export const cutShort = (file: string) =>
  `${file} is cut short: its end is missing. Copy or export it again. ${nothing}`
export const damaged = (file: string) =>
  `${file} is damaged: a part of it cannot be read. Copy or export it again. ${nothing}`
export const brokenLine = (file: string, line: number | string, what: string | undefined) =>
  `${file} cannot be read: line ${line} is broken${what ? ` (${what})` : ''}. ${nothing}`
export const notRead = (file: string, why: string) => `${file} cannot be read: ${why}. ${nothing}`

/** @param time the first of them */
export const zonelessTimes = (file: string, time: string) =>
  `${file} has times without a zone, as ${time}: they are read as UTC.`
/** @param time as a cell has it */
export const isZoneless = (time: string) => /\d{2}:\d{2}[\d:.]*$/.test(time)

export const someRows = (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}`
export const unreadableCells = (column: string, count: number) =>
  `${someRows(count)} ${count === 1 ? 'has' : 'have'} no readable ${column}: not in the totals.`
export const noneUsable = (all: number, problems: readonly string[]) =>
  `None of the ${all} rows can be used: ${problems.join(' ')}`

import type { Validated, Violation } from '../validate/validate.ts'

/** What of a file breaks FOCUS 1.2, by column. */
export function validationText({ rows, violations, advice, checked, unchecked }: Omit<Validated, 'is'>): string {
  const head =
    violations.length === 0
      ? `Keeps to FOCUS 1.2: ${checked} requirements checked over ${count(rows, 'row')}.`
      : `Breaks ${violations.length} of ${checked} requirements of FOCUS 1.2 that were checked over ${count(rows, 'row')}.`
  const rest = `${count(unchecked, 'requirement')} could not be checked: of columns that are not there, or of what no file tells.`
  return [
    head,
    ...violations.map(line),
    ...(advice.length === 0 ? [] : ['', 'Recommended, or asked of some providers only:', ...advice.map(line)]),
    '',
    rest,
  ]
    .join('\n')
    .concat('\n')
}

function line({ column, rule, requires, count: rows, example }: Violation): string {
  if (example === null) return `  ${column}: ${requires} (${rule})`
  const value = example.value === null ? 'empty' : `"${example.value}"`
  return `  ${column}: ${count(rows, 'row')}, row ${example.row} is ${value}. ${requires} (${rule})`
}

const count = (number: number, noun: string) => `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`

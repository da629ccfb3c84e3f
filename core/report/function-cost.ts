import { printUsd, usd } from '../money.ts'
import type { FunctionCost } from '../types.ts'

const entryWords: Readonly<Record<NonNullable<FunctionCost['entry']>, string>> = {
  http: 'a request',
  job: 'a run of the job',
  cli: 'a run of the command',
  test: 'a run of the test',
}

/** Worth a line of its own: what somebody outside calls, or what makes more than one call. A function around one call repeats its figure. */
export const isTelling = ({ entry, calls }: FunctionCost): boolean => entry !== undefined || calls.length > 1

/** `≈ $0.0069 per request`, `$0.02 per call of answer()`; undefined where no part of it has an amount. */
export function functionLabel(
  { name, entry, usd: band, unknownCalls }: FunctionCost,
  approximate = false,
): string | undefined {
  if (!band) return undefined
  const wide = band.high - band.low > Math.abs(band.likely) / 20
  const what = entry === undefined ? `call of ${name.split('.').at(-1)}()` : entryWords[entry].replace(/^a /, '')
  return `${approximate ? '~' : wide ? '≈ ' : ''}${printUsd(usd(band.likely))} per ${what}${unknownCalls > 0 ? ' + unknown' : ''}`
}

/** What one call of the function costs, and which model calls that is. */
export function functionMarkdown({ name, entry, usd: band, calls, unknownCalls, location }: FunctionCost): string {
  const what = entry === undefined ? `One call of \`${name}\`` : `One call of \`${name}\` (${entryWords[entry]})`
  const amount = band
    ? band.low === band.high
      ? printUsd(usd(band.likely))
      : `${printUsd(usd(band.low))} to ${printUsd(usd(band.high))}, likely ${printUsd(usd(band.likely))}`
    : 'unknown'
  const made = calls.map(
    ({ file, key }) => `- \`${key}\`${file === location.file ? '' : ` in ${file.slice(file.lastIndexOf('/') + 1)}`}`,
  )
  const open =
    unknownCalls === 0
      ? []
      : [
          `Of these, ${unknownCalls === 1 ? 'one is' : `${unknownCalls} are`} not in the sum: the cost, or how often a loop makes the call, is not known.`,
        ]
  return [
    `**${what}: ${amount}**`,
    `It makes ${calls.length === 1 ? 'one model call' : `${calls.length} model calls`}:`,
    made.join('\n'),
    ...open,
  ].join('\n\n')
}

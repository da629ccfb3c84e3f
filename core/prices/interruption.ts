// How often AWS takes spot machines back, as its Spot Advisor has it; Google and Azure publish nothing of the kind per type.
import type { Interruption } from './book.ts'

/** The advisor's bands, in its order: share of the machines of a type that were taken back in the trailing month. */
export const interruptionBands: readonly string[] = ['under 5 %', '5–10 %', '10–15 %', '15–20 %', 'over 20 %']

/**
 * @param text `interruption.tsv`: source and ISO date; family and its sizes, line by line; an empty line; region and the index of
 * the band of every type above, one character each, `.` where there is none
 */
export function readInterruption(text: string): (type: string, region: string) => Interruption | undefined {
  const [families = '', regions = ''] = text.split('\n\n')
  const [head = '', ...lines] = families.split('\n')
  const [source = '', asOf = ''] = head.split('\t')
  const column = new Map<string, number>()
  for (const line of lines) {
    const [family, sizes = ''] = line.split('\t')
    for (const size of sizes.split(' ')) column.set(`${family}.${size}`, column.size)
  }
  const byRegion = new Map(regions.split('\n').map((line) => line.split('\t') as [string, string]))
  return (type, region) => {
    const band = interruptionBands[Number.parseInt(byRegion.get(region)?.[column.get(type) ?? -1] ?? '', 10)]
    return band === undefined ? undefined : { band, source, asOf }
  }
}

// Names of machines, written by scripts/encode-grid.ts and read here: a family is written once, then its sizes. Two thirds of a price
// list's names are what the name before already said.

/** Stands in a family's name where the size is put in. */
export const sizePlace = '?'

/** @param text a line for each family: its name, then its sizes, between tabs; a name without `?` is one machine */
export function readSizeNames(text: string): string[] {
  const names: string[] = []
  if (text === '') return names
  for (const line of text.split('\n')) {
    const [family, ...sizes] = line.split('\t')
    const place = family!.indexOf(sizePlace)
    if (place < 0) names.push(family!)
    const [before, after] = [family!.slice(0, place), family!.slice(place + 1)]
    for (const size of sizes) names.push(before + size + after)
  }
  return names
}

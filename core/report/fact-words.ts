/** Of calls, whose facts are not named after what a provider bills. */
const callWords: Readonly<Record<string, string>> = {
  maxOutput: 'output limit (tokens)',
  n: 'answers per call',
  key: 'name',
}

const units = /(GiB|GB|MiBps|MBps|Hours|Days|Seconds)$/

const name = /^[a-z][A-Za-z]*(\[\d+\])?(\.[a-z][A-Za-z]*(\[\d+\])?)*$/

/** What a change is because of, in words; what is in words already, as the label of a line is, stays as it is. */
export const reasonWords = (what: string): string => (name.test(what) ? (callWords[what] ?? factWords(what)) : what)

/** A fact's name in words: `root.sizeGiB` as `root: size (GiB)`. */
export const factWords = (fact: string): string =>
  fact
    .split('.')
    .map(partWords)
    .join(': ')
    .replace(/\bvcpus?\b/i, 'vCPUs')
    .replace(/\biops\b/i, 'IOPS')
    .replace(/\bcpu\b/, 'CPU')
    .replace(/\bio\b/, 'I/O')

function partWords(part: string): string {
  const [, word = part, index] = /^(.*)\[(\d+)\]$/.exec(part) ?? []
  const unit = units.exec(word)?.[1]
  const bare = unit && word.length > unit.length ? word.slice(0, -unit.length) : word
  const words = bare.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
  const number = index === undefined ? '' : ` ${Number(index) + 1}`
  return `${words}${number}${bare === word ? '' : ` (${/^[A-Z][a-z]+$/.test(unit!) ? unit!.toLowerCase() : unit})`}`
}

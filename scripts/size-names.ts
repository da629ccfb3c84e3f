// Writes the names of machines by family and size; the layout is described where it is read, in core/prices/size-names.ts.
import { sizePlace } from '../core/prices/size-names.ts'

/** Where the size stands: `m5.2xlarge`, `db.m5.2xlarge.search` has it behind the family; `Standard_D2s_v5`, `n2-standard-4` a number. */
const places: readonly RegExp[] = [
  /^([\w-]+\.)([\w-]+)(\.search)$/,
  /^((?:\w+\.)?[\w-]+\.)([\w-]+)$/,
  /^(Standard_[A-Z]+)(\d+)(.*)$/,
  /^(\w+-\w+-)(\d+)(.*)$/,
]

function parted(name: string): readonly [family: string, size: string] {
  for (const place of places) {
    const found = place.exec(name)
    if (found) return [`${found[1]}${sizePlace}${found[3] ?? ''}`, found[2]!]
  }
  return [name, '']
}

/** The family of a machine: its name without the size. */
export const familyOf = (name: string): string => parted(name)[0]

export function writeSizeNames(names: readonly string[]): string {
  const lines: string[][] = []
  for (const name of names) {
    if (/[\t\n?]/.test(name)) throw new Error(`the name of a machine must not hold a tab, a line break or ?: ${name}`)
    const [family, size] = parted(name)
    const last = lines.at(-1)
    if (size !== '' && last?.[0] === family) last.push(size)
    else lines.push(size === '' ? [family] : [family, size])
  }
  return lines.map((line) => line.join('\t')).join('\n')
}

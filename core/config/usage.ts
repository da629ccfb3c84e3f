import { cloudOfType } from '../cloud-types.ts'
import { isRecord } from '../record.ts'
import type { ResourceDefinition } from '../resource.ts'
import { type Complaint, type KeyPath, meant } from './explain.ts'

/** What the config needs to know of a resource. */
export type KnownResource = Pick<ResourceDefinition, 'usage' | 'from'>

const typesOf = ({ from }: KnownResource) => Object.keys(from.terraform ?? {})

/** `aws_s3_bucket`, `module.a.aws_s3_bucket.data[0]`, `aws_*.data`: the part that says the type; undefined where anything is meant. */
function typeIn(place: string): string | undefined {
  const parts = place.replace(/\[[^\]]*\]/g, '').split('.')
  const type = parts.length === 1 ? parts[0]! : parts.at(-2)!
  return cloudOfType(type) === undefined ? undefined : type
}

const matches = (pattern: string, type: string) =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[^\w]/g, '\\$&'))
      .join('.*')}$`,
  ).test(type)

/** Types nothing prices, and quantities that no such resource has, each with the nearest name that is one. */
export function usageComplaints(path: KeyPath, usage: unknown, known: readonly KnownResource[]): Complaint[] {
  if (!isRecord(usage)) return []
  return Object.entries(usage).flatMap(([place, quantities]): Complaint[] => {
    const type = typeIn(place)
    const meantHere =
      type === undefined ? known : known.filter((each) => typesOf(each).some((own) => matches(type, own)))
    if (meantHere.length === 0) {
      const near = meant(type!, known.filter((each) => each.usage !== undefined).flatMap(typesOf))
      return [{ path: [...path, place], onKey: true, says: `no resource of type "${type}" is priced${near}` }]
    }
    const names = [...new Set(meantHere.flatMap((each) => Object.keys(each.usage ?? {})))]
    if (!isRecord(quantities)) return []
    return Object.keys(quantities)
      .filter((name) => !names.includes(name))
      .map((name) => ({ path: [...path, place, name], onKey: true, says: unknownQuantity(name, names) }))
  })
}

function unknownQuantity(name: string, names: readonly string[]): string {
  if (names.length === 0) return 'nothing it is billed by is use: all of it is in the source'
  const few = names.length <= 8 ? `; there are ${names.map((each) => `"${each}"`).join(', ')}` : ''
  return `no quantity has this name${meant(name, names) || few}`
}

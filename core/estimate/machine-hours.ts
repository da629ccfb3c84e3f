import { valueOf } from '../known.ts'
import type { CostedSite, Line, Machine } from '../types.ts'

/** A line of an estimate that is hours of virtual machines of one type, and what they are. */
export interface MachineHours extends Machine {
  readonly line: Line
}

/** Of a group that is bought two ways, both; none of what is no virtual machine, or where the type is not known. */
export function machineHours({ site, estimate }: CostedSite): readonly MachineHours[] {
  if (site.kind !== 'resource') return []
  const told = estimate.lines.flatMap((line) => (line.machine ? [{ ...line.machine, line }] : []))
  if (told.length > 0) return told
  // A block that is one machine names its type and how it is bought itself.
  const type = site.shape.instanceType && valueOf(site.shape.instanceType)
  const line = estimate.lines.find(({ label, unit }) => label === 'Instance' && unit === 'hour')
  if (typeof type !== 'string' || site.purchase === undefined || line === undefined) return []
  return [{ type, purchase: site.purchase, line }]
}

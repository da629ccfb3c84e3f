import { withoutIndexes } from '../../../../core/address.ts'
import { assumed, known, unknown } from '../../../../core/known.ts'
import type { Known, Location } from '../../../../core/types.ts'
import { cloudOf } from '../region.ts'
import { providerSetting } from './configuration.ts'
import { textOf } from './json.ts'
import type { Plan, PlannedResource } from './plan.ts'

/** Where the instances stand: what they say themselves, else their provider, else what the user chose, which is assumed. */
export function plannedRegion(
  plan: Plan,
  resources: readonly PlannedResource[],
  at: Location,
  fallbacks: Readonly<Record<string, string>>,
): Known<string> {
  const cloud = cloudOf(resources[0]!.type)
  if (cloud === undefined) return unknown('unsupported')
  const regions = resources.map((resource) => {
    for (const [name, toRegion] of Object.entries(cloud.resource)) {
      const own = textOf(resource.values[name]) || undefined
      if (own !== undefined) return toRegion(own)
    }
    for (const [name, toRegion] of Object.entries(cloud.provider)) {
      const set = textOf(providerSetting(plan, withoutIndexes(resource.address), name))
      if (set !== undefined) return toRegion(set)
    }
    return undefined
  })
  const among = [...new Set(regions)]
  const found = among.filter((each) => each !== undefined)
  if (found.length === among.length)
    return found.length === 1 ? known(found[0]!, at) : { is: 'oneOf', among: found, at }
  const chosen = fallbacks[cloud.cloud]
  return chosen === undefined ? unknown('absent') : assumed(chosen, at, 'config')
}

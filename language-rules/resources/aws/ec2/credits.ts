// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode-concepts.html
import { fact, isUnwritten, usage } from '../../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../../core/estimate/service-line.ts'
import { valueOf } from '../../../../core/known.ts'
import type { PriceBook } from '../../../../core/prices/book.ts'
import type { Line, Resource } from '../../../../core/types.ts'

/**
 * Burstable families, and how they are launched where nothing is said: `CreditSpecification` of
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html. On a dedicated host T3 takes `standard` alone.
 */
const burstable: Readonly<Record<string, 'standard' | 'unlimited'>> = {
  t2: 'standard',
  t3: 'unlimited',
  t3a: 'unlimited',
  t4g: 'unlimited',
}

/** What a machine uses above its baseline is billed only where its credits are unlimited. */
export function creditLines(resource: Resource, prices: PriceBook, type: string): readonly Line[] {
  const family = type.split('.')[0]!
  const usual = Object.hasOwn(burstable, family) ? burstable[family] : undefined
  if (usual === undefined || (family === 't3' && valueOf(fact(resource, 'tenancy')) === 'host')) return []
  const written = fact(resource, 'cpuCredits')
  const credits = isUnwritten(written) ? usual : valueOf(written)
  if (credits === 'standard') return []
  const system = valueOf(fact(resource, 'operatingSystem')) === 'windows' ? 'windows' : 'linux'
  const item = { service: 'ec2', item: `CPU credits (${family}, ${system})` }
  return [serviceLine(resource, prices, 'CPU credits', 'vCPU-hour', usage(resource, 'cpuCredits'), item)]
}

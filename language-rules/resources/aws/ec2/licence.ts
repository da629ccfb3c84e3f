// https://aws.amazon.com/ec2/pricing/on-demand/
import { fact, line } from '../../../../core/estimate/resource-line.ts'
import { mapKnown, valueOf } from '../../../../core/known.ts'
import type { PriceBook } from '../../../../core/prices/book.ts'
import type { Known, Line, Price, Resource } from '../../../../core/types.ts'

const names: Readonly<Record<string, string>> = {
  windows: 'Windows licence',
  rhel: 'Red Hat Enterprise Linux',
  suse: 'SUSE Linux Enterprise Server',
}

/** What the system costs more than Linux, on demand: the same in every region. A line without a price where none is listed. */
export function licenceLines(
  resource: Resource,
  prices: PriceBook,
  type: string,
  hours: Known<number>,
): readonly Line[] {
  const system = valueOf(fact(resource, 'operatingSystem'))
  if (typeof system !== 'string' || system === 'linux') return []
  const label = names[system] ?? system
  const whole = licence(prices, `${system} ${type}`)
  if (whole !== undefined) return [line(label, 'hour', hours, whole)]
  const vcpu = prices.specs('aws', type)?.vcpu
  const each = vcpu === undefined ? undefined : perVcpu(prices, system, type, vcpu)
  if (vcpu === undefined || each === undefined) return [line(label, 'hour', hours, 'no-price')]
  return [
    line(
      label,
      'vCPU-hour',
      mapKnown(hours, (value) => value * vcpu),
      each,
    ),
  ]
}

/** Listed under no region, for they are the same in all. */
const licence = (prices: PriceBook, item: string) => prices.service('aws', 'ec2-licence', item, 'global')

function perVcpu(prices: PriceBook, system: string, type: string, vcpu: number): Price | undefined {
  const family = type.split('.')[0]!
  if (system === 'rhel')
    return licence(prices, vcpu <= 8 ? 'rhel up to 8 vCPU' : vcpu < 128 ? 'rhel 9 to 127 vCPU' : 'rhel from 128 vCPU')
  if (system !== 'windows') return undefined
  if (family.endsWith('-flex')) return licence(prices, 'windows flex')
  // Of the older generations each type has its own.
  const generation = Number(/\d+/.exec(family)?.[0] ?? 0)
  return generation >= 4 && !/^(t\d|d2)/.test(family) ? licence(prices, 'windows') : undefined
}

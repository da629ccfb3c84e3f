// https://aws.amazon.com/vpc/pricing/
import { fact, line, priceFor } from '../../../../core/estimate/resource-line.ts'
import type { Block } from '../../../../core/format.ts'
import { assumed, mapKnown, unknown, valueOf } from '../../../../core/known.ts'
import type { PriceBook } from '../../../../core/prices/book.ts'
import type { Fact, Known, Line, Resource } from '../../../../core/types.ts'
import { firstWritten, unwritten } from './written.ts'

/** Written on the instance, else what its subnet does, where that stands in the same root. */
export const addressFact = (block: Block): Known<Fact> =>
  firstWritten(block.fact('associate_public_ip_address'), subnetFact(block, 'subnet_id'))

/** Subnets give no public address unless they say so; the default ones of an account do. */
export function subnetFact(block: Block, path: string): Known<Fact> {
  if (block.target(path, 'aws_default_subnet') !== undefined) return assumed<Fact>(true, block.location)
  const subnet = block.target(path, 'aws_subnet')
  if (subnet === undefined) return unwritten
  return firstWritten(subnet.fact('map_public_ip_on_launch'), assumed<Fact>(false, subnet.location))
}

/** Every attached public address is billed since February 2024. Unsaid, the subnet decides. */
export function addressLines(resource: Resource, prices: PriceBook, hours: Known<number>): readonly Line[] {
  const address = mapKnown(fact(resource, 'publicIpv4'), (value) => String(value) === 'true')
  if (valueOf(address) === false) return []
  const billed =
    valueOf(address) === true
      ? hours
      : unknown<number>(address.is === 'unknown' ? address.why : 'dynamic', 'at' in address ? address.at : undefined)
  const price = priceFor(resource, [], (region) => prices.service('aws', 'public-ipv4', 'in use or idle', region))
  return [line('Public IPv4 address', 'hour', billed, price)]
}

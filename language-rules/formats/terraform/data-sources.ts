// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/region
import { assumed, mapKnown, unknown } from '../../../core/known.ts'
import type { Known, Location } from '../../../core/types.ts'
import { attributeIn, blocksIn, type In, placeOf } from './declarations.ts'
import { evaluate, type Scope } from './evaluate.ts'
import type { BlockNode } from './hcl/ast.ts'
import { regionOfProvider } from './region.ts'
import { lift, list, type Value } from './value.ts'

type Read = (block: In<BlockNode>, scope: Scope) => Known<Value>

/** What follows from the provider's region, which the source says. Everything else is known once Terraform runs. */
const sources: Readonly<Record<string, Readonly<Record<string, Read>>>> = {
  aws_region: { name: region, id: region, region },
  aws_partition: { partition, id: partition, dns_suffix: dnsSuffix },
  aws_availability_zones: { names: zoneNames },
  google_client_config: { region },
}

/** Undefined where the data source does not say, or is not known to Outlay. */
export function dataValue(block: In<BlockNode>, name: string, scope: Scope): Known<Value> | undefined {
  const type = block.node.labels[0]!.text
  const attributes = Object.hasOwn(sources, type) ? sources[type]! : {}
  return Object.hasOwn(attributes, name) ? attributes[name]!(block, scope) : undefined
}

function region(block: In<BlockNode>, scope: Scope): Known<Value> {
  const written = attributeIn(block.node.items, 'region') ?? attributeIn(block.node.items, 'name')
  return written ? evaluate(written.value, scope) : regionOfProvider(block, scope, scope.module.world.options.region)
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const partitionIn = (region: string) =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'

function partition(block: In<BlockNode>, scope: Scope): Known<Value> {
  return mapKnown(region(block, scope), (name) => partitionIn(String(name)))
}

function dnsSuffix(block: In<BlockNode>, scope: Scope): Known<Value> {
  return mapKnown(region(block, scope), (name) =>
    partitionIn(String(name)) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com',
  )
}

/**
 * Every region has at least three zones; that the account's first three are named a, b and c is assumed. A filter may leave any of them
 * out, except the one that asks for what needs no opt-in: only zones of that kind are meant here.
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
 */
function zoneNames(block: In<BlockNode>, scope: Scope): Known<Value> {
  const at = placeOf(block)
  const isNarrowed =
    blocksIn(block.node.items).some((inner) => !isOptInFilter(inner)) ||
    block.node.items.some((item) => item.is === 'attribute' && narrowing.has(item.name))
  if (isNarrowed) return unknown('dynamic')
  return lift([region(block, scope)], at, ([name]) => namesIn(String(name), at))
}

const narrowing = new Set(['exclude_names', 'exclude_zone_ids', 'all_availability_zones'])

function isOptInFilter({ type, items }: BlockNode): boolean {
  const name = attributeIn(items, 'name')?.value
  const part = name?.is === 'template' ? name.parts[0] : undefined
  return type === 'filter' && part?.is === 'text' && part.text === 'opt-in-status'
}

function namesIn(region: string, at: Location): Known<Value> {
  const names = list(['a', 'b', 'c'].map((letter) => assumed<Value>(region + letter, at)))
  return assumed<Value>(threeZones.has(region) ? names : { ...names, open: true }, at)
}

/** Regions of which the same page names all zones. */
const threeZones = new Set(['us-east-2', 'eu-west-1'])

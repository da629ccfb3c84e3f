import * as z from 'zod/mini'
import { type Document, textOf } from '../../core/document.ts'
import { valueOf } from '../../core/known.ts'
import { say } from '../../core/money.ts'
import { type Processor, type SizedType, siblingsOf } from '../../core/prices/siblings.ts'
import { defineRule } from '../../core/rule.ts'
import { armImage } from '../../core/rules/arm-image.ts'
import {
  type Cheaper,
  cheaperHours,
  type MachineType,
  machineTypeOf,
  offersFewTypes,
  typeEdit,
  typePlace,
  withType,
} from '../../core/rules/machine-type.ts'
import type { Estimate, Resource } from '../../core/types.ts'
import { x86MachineExamples } from './examples/x86-machine.ts'

const options = z.object({})

interface Sibling {
  readonly type: string
  readonly cheaper: Cheaper
}

export const rule = defineRule({
  id: 'x86-machine',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A machine has an Intel or AMD processor, and the same size with an Arm or AMD one costs less there.',
    why: 'AMD types run the same images for less; Arm types (Graviton, Ampere, Cobalt) cost less again and need images and binaries built for arm64.',
    fix: 'Change the type. For Arm use an image of that architecture, and containers built for it: the fix changes where the image is looked up, in whichever file that stands.',
    unless:
      'Something on it is built for x86_64 alone or needs Intel’s instructions, or the generation of the cheaper type is slower for the work.',
    source: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html',
    alters: ['replacement', 'errors'],
  },
  options,
  *check(resource, { estimate, estimateWith, prices, document }) {
    const machine = offersFewTypes(resource) ? undefined : machineTypeOf(resource)
    const siblings = machine && siblingsOf(prices, machine.cloud, machine.bare)
    if (siblings === undefined || siblings.of.processor === 'arm' || isWindows(resource, document)) return
    const price = (type: string) => estimateWith(withType(resource, machine!, type))
    const arm = isTooOldForArm(resource) ? undefined : cheapest('arm', siblings.others, estimate, price)
    const amd = siblings.of.processor === 'intel' ? cheapest('amd', siblings.others, estimate, price) : undefined
    const best = [arm, amd].flatMap((one) => one ?? []).sort((a, b) => a.cheaper.share - b.cheaper.share)[0]
    if (best === undefined) return
    const { now, after, unit } = best.cheaper
    const each = [
      ...(arm ? [say`${arm.cheaper.later} as ${machine!.named(arm.type)} (Arm)`] : []),
      ...(amd ? [say`${amd.cheaper.later} as ${machine!.named(amd.type)} (AMD)`] : []),
    ]
    const image = arm && !machine!.isManaged ? armImage(resource) : undefined
    const fixes = [...(arm && (machine!.isManaged || image) ? [arm] : []), ...(amd ? [amd] : [])].flatMap((one) => {
      const edit = typeEdit(resource, machine!, one.type, document)
      const images = (one === arm && image) || []
      const priced = one.cheaper.after ? { after: one.cheaper.after } : {}
      const title = `Change the type to ${machine!.named(one.type)}${images.length > 0 ? ' and the image to arm64' : ''}`
      return edit ? [{ title, safety: 'suggestion', edits: [edit, ...images], claim: 'saves', ...priced } as const] : []
    })
    yield {
      at: typePlace(resource, machine!, document),
      message: say`${machine!.named(machine!.bare)}: ${now}, ${each.join(', ')}. ${advice(machine!, arm !== undefined, amd !== undefined)}`,
      ...(after ? { after } : {}),
      ...(unit ? { unit } : {}),
      fixes,
    }
  },
})

function advice({ isManaged }: MachineType, hasArm: boolean, hasAmd: boolean): string {
  if (isManaged) return 'Change the type if the engine version has it.'
  if (!hasArm) return 'Change the type: it runs the same images.'
  const arm = 'Arm needs an image and programs built for arm64'
  return hasAmd ? `${arm}; AMD runs the same ones.` : `${arm}.`
}

/** Windows is not sold on Arm there; where nothing else says it, the name of its image may. */
function isWindows({ shape, source }: Resource, document: Document): boolean {
  const told = [shape.operatingSystem, shape.os].some((fact) => fact && valueOf(fact) === 'windows')
  const { ami } = source.values
  return told || (ami !== undefined && /windows/i.test(textOf(document, ami.cell).slice(...ami.span)))
}

/**
 * The first versions of engines that RDS and ElastiCache run on Graviton, none of their classes with an earlier one:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html,
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html
 */
const firstOnArm: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  mysql: [8, 0],
  postgres: [12, 0],
  mariadb: [10, 4],
  redis: [5, 0],
  memcached: [1, 5],
}

function isTooOldForArm({ shape }: Resource): boolean {
  const [engine, version] = [shape.engine, shape.engineVersion].map((fact) => fact && valueOf(fact))
  const first = firstOnArm[String(engine)]
  if (first === undefined || version === undefined || version === null) return false
  const [major = 0, minor = Number.POSITIVE_INFINITY] = String(version).split('.').map(Number)
  return major < first[0] || (major === first[0] && minor < first[1])
}

function cheapest(
  processor: Processor,
  others: readonly SizedType[],
  now: Estimate,
  price: (type: string) => Estimate,
): Sibling | undefined {
  return others
    .filter((other) => other.processor === processor)
    .flatMap(({ type, generation }) => {
      const cheaper = cheaperHours(now, price(type))
      return cheaper ? [{ type, generation, cheaper }] : []
    })
    .sort((a, b) => a.cheaper.share - b.cheaper.share || b.generation - a.generation)[0]
}

export const examples = x86MachineExamples

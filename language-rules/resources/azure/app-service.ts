// https://azure.microsoft.com/pricing/details/app-service/linux/: plans are billed by the instance, the apps on them not at all.

import { committable, fact, isUnwritten, numberFact } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Committable, Fact, Known } from '../../../core/types.ts'
import { isValue } from '../block-facts.ts'
import { examples as worked } from './app-service-examples.ts'
import { elasticLines, isElastic } from './elastic-plans.ts'
import { itemLines, type Multiple } from './item-lines.ts'
import { scaledBy, writtenOr } from './scaled.ts'

/** What a plan of these costs by itself: nothing, or its apps are billed by what they run. */
const free = /^(?:F1|Y1|FC1)$/i

/** Shared plans and premium ones of the first generation are in the list for Windows alone. */
function itemOf(sku: string, os: string): string | undefined {
  if (/^(?:D1|SHARED)$/i.test(sku)) return 'D1 windows'
  const first = /^P([123])(?:v1)?$/i.exec(sku)
  if (first) return `P${first[1]}v1 windows`
  return `${sku} ${os === 'linux' ? 'linux' : 'windows'}`
}

/** Each size of a series costs twice the one before it; the book has those that the list rounds otherwise. */
function multipleOf(sku: string, os: string): Multiple | undefined {
  const [, series, size, generation] = /^([BPSI]|PC)(\d)(m?(?:v\d)?)$/i.exec(sku) ?? []
  if (series === undefined) return undefined
  const least = series.toUpperCase() === 'PC' ? 2 : 1
  return [itemOf(`${series}${least}${generation}`, os)!, 2 ** (Number(size) - least)]
}

/** Azure's price list has reservations of plans from Premium v3 and Isolated v2 on, by their system and whether they have more memory. */
function reservedPlan(sku: string, os: string): Committable | undefined {
  const [, tier, memory, generation] = /^([PI])\d(m?)v(\d)$/i.exec(sku) ?? []
  if (tier === undefined) return undefined
  const family = `${tier}${memory}v${generation}`.toLowerCase()
  return { service: 'app-service', family: `${family} ${os === 'linux' ? 'linux' : 'windows'}`, what: sku }
}

const workers =
  (path: string) =>
  (block: Block): Known<Fact> =>
    scaledBy(block, writtenOr(path, 1)(block))

/** The tier names what the size `1` to `3` is of, in the resource before this one. */
function skuOf(block: Block): Known<Fact> {
  const tier = valueOf(block.fact('sku.tier'))
  if (tier === 'Free') return known<Fact>('F1', block.location)
  if (tier === 'Shared') return known<Fact>('D1', block.location)
  if (tier === 'Dynamic') return known<Fact>('Y1', block.location)
  return block.fact('sku.size')
}

/** A plan runs Linux where it is reserved, or of that kind. */
function osOf(block: Block): Known<Fact> {
  const kind = block.fact('kind')
  if (isUnwritten(kind) && isUnwritten(block.fact('reserved'))) return assumed<Fact>('windows', block.location)
  const isLinux = isValue(block.fact('reserved'), true) || /^linux$/i.test(String(valueOf(kind)))
  return known<Fact>(isLinux ? 'linux' : 'windows', block.location)
}

const plan: FormatMapping = {
  facts: {
    sku: 'sku_name',
    os: (block) => mapKnown(block.fact('os_type'), (os): Fact => String(os).toLowerCase()),
    instances: workers('worker_count'),
  },
}

export const resources = [
  defineResource({
    id: 'azure/app-service-plan',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/app-service/linux/',
    shape: {
      sku: 'P1v3; EP1 for functions, WS1 for logic apps',
      os: 'linux, windows or windowscontainer',
      instances: 'workers, from the least to the most where they are autoscaled',
    },
    lines(resource, prices) {
      const sku = fact(resource, 'sku')
      const instances = numberFact(resource, 'instances')
      const name = String(valueOf(sku) ?? '')
      if (free.test(name)) return []
      if (isElastic(name)) return elasticLines(resource, prices, name, instances)
      return [
        committable(
          itemLines(resource, prices, 'app-service').hours(
            'Instance',
            {
              by: [sku, fact(resource, 'os')],
              item: (size, os) => itemOf(size!, os!),
              multiple: (size, os) => multipleOf(size!, os!),
            },
            instances,
          ),
          reservedPlan(name, String(valueOf(fact(resource, 'os')))),
        ),
      ]
    },
    from: {
      terraform: {
        // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/service_plan
        azurerm_service_plan: plan,
        // https://registry.terraform.io/providers/hashicorp/azurerm/3.116.0/docs/resources/app_service_plan
        azurerm_app_service_plan: { facts: { sku: skuOf, os: osOf, instances: workers('sku.capacity') } },
      },
    },
    label: (resource) => `App Service plan ${valueOf(fact(resource, 'sku')) ?? ''}`.trim(),
  }),
]

export const examples = worked

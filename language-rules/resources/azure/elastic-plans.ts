// https://azure.microsoft.com/pricing/details/functions/ and …/logic-apps/: plans that are billed by the vCPU and the GiB.
import { mapKnown } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import type { Known, Line, Resource } from '../../../core/types.ts'
import { itemLines } from './item-lines.ts'

interface Plan {
  readonly service: string
  readonly vcpus: number
  readonly gib: number
}

/** https://learn.microsoft.com/azure/azure-functions/functions-premium-plan and …/logic-apps/logic-apps-pricing: sizes of an instance. */
const plans: Readonly<Record<string, Plan>> = {
  EP1: { service: 'functions', vcpus: 1, gib: 3.5 },
  EP2: { service: 'functions', vcpus: 2, gib: 7 },
  EP3: { service: 'functions', vcpus: 4, gib: 14 },
  WS1: { service: 'logic-apps', vcpus: 1, gib: 3.5 },
  WS2: { service: 'logic-apps', vcpus: 2, gib: 7 },
  WS3: { service: 'logic-apps', vcpus: 4, gib: 14 },
}

export const isElastic = (sku: string): boolean => Object.hasOwn(plans, sku.toUpperCase())

/** One instance is always kept; those a plan bursts to are use. */
export function elasticLines(resource: Resource, prices: PriceBook, sku: string, instances: Known<number>): Line[] {
  const { service, vcpus, gib } = plans[sku.toUpperCase()]!
  const { item } = itemLines(resource, prices, service)
  const times = (each: number) => mapKnown(instances, (count) => count * each)
  return service === 'functions'
    ? [
        item('vCPU', 'vCPU-month', times(vcpus), 'premium vCPU'),
        item('Memory', 'GB-month', times(gib), 'premium memory'),
      ]
    : [
        item('vCPU', 'vCore-month', times(vcpus), 'standard vCore'),
        item('Memory', 'GB-month', times(gib), 'standard memory'),
      ]
}

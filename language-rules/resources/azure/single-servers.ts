// The single servers of PostgreSQL, MySQL and MariaDB, all of them retired: by the vCore of a tier and generation.
import { fact, monthOf, numberFact, numberOf, product } from '../../../core/estimate/resource-line.ts'
import { mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceDefinition } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { oldServerFromCode } from './databases-from-code.ts'
import { serverUsage } from './flexible-servers.ts'
import { itemLines } from './item-lines.ts'

/**
 * @param service as its price page is named: `postgresql`
 * @param request the type of the call that makes one
 */
export const oldServer = (service: string, type: string, request: string): ResourceDefinition =>
  defineResource({
    id: `azure/${service}-server`,
    cloud: 'azure',
    docs: `https://azure.microsoft.com/pricing/details/${service}/server/`,
    shape: { sku: 'GP_Gen5_4: tier, generation and vCores', storageGiB: 'GiB' },
    usage: serverUsage,
    lines(resource, prices) {
      const { item, used } = itemLines(resource, prices, service)
      const sku = fact(resource, 'sku')
      const vcores = mapKnown(sku, (name) => Number(String(name).split('_')[2] ?? Number.NaN))
      const of = { by: [sku], item: (name: string | undefined) => name?.split('_').slice(0, 2).join(' ') }
      const tier = String(valueOf(sku) ?? '').startsWith('B_') ? 'basic storage' : 'storage'
      return [
        item('Compute', 'vCore-hour', product(vcores, monthOf(resource)), of),
        item('Storage', 'GB-month', numberFact(resource, 'storageGiB'), tier),
        used('Backup storage', 'GB-month', 'backup storage', 'backupGB'),
      ]
    },
    from: {
      terraform: {
        [type]: {
          facts: {
            sku: 'sku_name',
            storageGiB: (block) => mapKnown(numberOf(block.fact('storage_mb')), (mb): Fact => mb / 1024),
          },
        },
      },
      sdk: oldServerFromCode(request),
    },
    label: (resource) => `${service} ${valueOf(fact(resource, 'sku')) ?? 'server'}`,
  })

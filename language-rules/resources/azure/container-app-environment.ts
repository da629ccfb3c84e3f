// https://azure.microsoft.com/pricing/details/container-apps/: an environment costs nothing but for machines of its own, and their
// management. What a profile has: https://learn.microsoft.com/azure/container-apps/workload-profiles-overview
import { fact, monthOf, numberFact, partsOf, product } from '../../../core/estimate/resource-line.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Known, Line, Resource } from '../../../core/types.ts'
import { byUse } from './by-use.ts'
import { itemLines } from './item-lines.ts'

const docs = 'https://azure.microsoft.com/pricing/details/container-apps/'

/** GiB for each vCPU: D4 to D32 have 16 to 128 GiB, E4 to E32 32 to 256. */
const gibOfCore: Readonly<Record<string, number>> = { D: 4, E: 8 }

function profileLines(resource: Resource, prices: PriceBook, at: string): readonly Line[] {
  const type = fact(resource, `${at}.type`)
  const [, series, size] = /^([A-Z]+)(\d+)$/.exec(String(valueOf(type) ?? '')) ?? []
  const gib = gibOfCore[series ?? '']
  const label = `Profile ${valueOf(fact(resource, `${at}.name`)) ?? ''}`.trim()
  const { item } = itemLines(resource, prices, 'container-apps')
  const machines = product(numberFact(resource, `${at}.least`), numberFact(resource, `${at}.count`))
  const hours = product(machines, monthOf(resource))
  const cores: Known<number> =
    gib === undefined
      ? unknown(type.is === 'unknown' ? type.why : 'unsupported', resource.location)
      : known(Number(size), resource.location)
  return [
    item(`${label}, vCPUs`, 'vCPU-hour', product(hours, cores), 'dedicated vCPU'),
    item(
      `${label}, memory`,
      'GiB-hour',
      product(product(hours, cores), known(gib ?? 0, resource.location)),
      'dedicated memory',
    ),
  ]
}

export const resources = [
  defineResource({
    id: 'azure/container-app-environment',
    cloud: 'azure',
    docs,
    shape: {
      'profiles[0].name': 'its name',
      'profiles[0].type': 'D4 to D32 or E4 to E32; Consumption is billed with the apps',
      'profiles[0].least': 'machines of it that are kept',
      'profiles[0].count': 'how many profiles like this one',
    },
    lines(resource, prices) {
      const own = partsOf(resource, 'profiles').filter(
        (part) => !/^(?:Consumption|Flex)/i.test(String(valueOf(fact(resource, `${part}.type`)) ?? '')),
      )
      if (own.length === 0) return []
      const management = itemLines(resource, prices, 'container-apps').hours('Management', 'dedicated management')
      return [management, ...own.flatMap((part) => profileLines(resource, prices, part))]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_app_environment
      terraform: {
        azurerm_container_app_environment: {
          facts: {},
          repeated: {
            profiles: {
              block: 'workload_profile',
              facts: {
                name: 'name',
                type: 'workload_profile_type',
                least: 'minimum_count',
              },
            },
          },
        },
      },
    },
    label: () => 'Container Apps environment',
  }),
  byUse(
    'container-app-job',
    docs,
    'container-apps',
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_app_job
    ['azurerm_container_app_job'],
    [
      ['vCPU', 'vCPU-second', 'consumption vCPU active', 'vcpuSeconds', 'vCPU-seconds of its runs in a month'],
      ['Memory', 'GiB-second', 'consumption memory active', 'memoryGiBSeconds', 'GiB-seconds of its runs in a month'],
    ],
    'container_app_environment_id',
  ),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'in East US 2: two D4 kept, 730 h × $0.10 + 2 × 730 h × (4 × $0.057077 + 16 × $0.004978); none by itself; how many are kept unsaid',
    terraform: `resource "azurerm_container_app_environment" "plain" {
  location = "East US 2"
}

resource "azurerm_container_app_environment" "own" {
  location = "East US 2"
  workload_profile {
    name                  = "Consumption"
    workload_profile_type = "Consumption"
  }
  workload_profile {
    name                  = "web"
    workload_profile_type = "D4"
    minimum_count         = 2
    maximum_count         = 5
  }
}

resource "azurerm_container_app_environment" "open" {
  location = "East US 2"
  workload_profile {
    name                  = "web"
    workload_profile_type = "E8"
  }
}
`,
    sees: [
      { address: 'azurerm_container_app_environment.plain', usd: null, status: 'free' },
      {
        address: 'azurerm_container_app_environment.own',
        usd: 522.62,
        status: 'priced',
        lines: ['Management', 'Profile web, vCPUs', 'Profile web, memory'],
      },
      { address: 'azurerm_container_app_environment.open', usd: 73, status: 'partial' },
    ],
  },
  {
    name: 'a job: 1 M vCPU-seconds × $0.000024 + 2 M GiB-seconds × $0.000003',
    terraform: `resource "azurerm_container_app_job" "nightly" {
  location = "East US 2"
}
`,
    usage: { azurerm_container_app_job: { vcpuSeconds: 1_000_000, memoryGiBSeconds: 2_000_000 } },
    sees: [{ address: 'azurerm_container_app_job.nightly', usd: 30, status: 'priced', lines: ['vCPU', 'Memory'] }],
  },
]

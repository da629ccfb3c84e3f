// https://azure.microsoft.com/pricing/details/container-apps/: replicas that are kept are billed while they wait, at the lower rate.
import { fact, isUnwritten, monthOf, numberFact, numberOf, product } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { totalOf } from '../block-facts.ts'
import { itemLines } from './item-lines.ts'
import { regionOf } from './regions.ts'

const docs = 'https://azure.microsoft.com/pricing/details/container-apps/'
const secondsOfHour = 3600

/** `0.5Gi` → 0.5 */
const gibOf = (value: Known<Fact>): Known<number> =>
  numberOf(mapKnown(value, (text): Fact => String(text).replace(/Gi$/, '')))

const total =
  (path: string, read: (value: Known<Fact>) => Known<number>) =>
  (block: Block): Known<Fact> =>
    totalOf(
      block.nested('template.container').map((container) => read(container.fact(path))),
      block.location,
    )

/** In a profile of its own the machines of that are billed, not the app. */
const isOnProfile = (block: Block): Known<Fact> =>
  known<Fact>(
    !isUnwritten(block.fact('workload_profile_name')) && valueOf(block.fact('workload_profile_name')) !== 'Consumption',
    block.location,
  )

export const resources = [
  defineResource({
    id: 'azure/container-app',
    cloud: 'azure',
    docs,
    shape: {
      vcpus: 'vCPUs of the containers of a replica',
      memoryGiB: 'GiB of the containers of a replica',
      leastReplicas: 'replicas that are kept',
      isOnProfile: 'whether it runs on machines of its own, which are billed with the environment',
    },
    usage: {
      vcpuSeconds: 'vCPU-seconds it is active in a month',
      memoryGiBSeconds: 'GiB-seconds it is active in a month',
      requests: 'requests in a month',
    },
    lines(resource, prices) {
      if (valueOf(fact(resource, 'isOnProfile')) === true) return []
      const { item, used } = itemLines(resource, prices, 'container-apps')
      const least = numberFact(resource, 'leastReplicas')
      const seconds = (name: string) =>
        product(
          product(least, numberFact(resource, name)),
          mapKnown(monthOf(resource), (hours) => hours * secondsOfHour),
        )
      const idle = [
        item('vCPU kept ready', 'vCPU-second', seconds('vcpus'), 'consumption vCPU idle'),
        item('Memory kept ready', 'GiB-second', seconds('memoryGiB'), 'consumption memory idle'),
      ]
      return [
        ...(valueOf(least) === 0 ? [] : idle),
        used('vCPU', 'vCPU-second', 'consumption vCPU active', 'vcpuSeconds'),
        used('Memory', 'GiB-second', 'consumption memory active', 'memoryGiBSeconds'),
        used('Requests', 'request', 'requests', 'requests'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_app
      terraform: {
        azurerm_container_app: {
          facts: {
            vcpus: total('cpu', numberOf),
            memoryGiB: total('memory', gibOf),
            leastReplicas(block) {
              const written = block.fact('template.min_replicas')
              return isUnwritten(written) ? assumed<Fact>(0, block.location) : written
            },
            isOnProfile,
          },
          region: regionOf('container_app_environment_id'),
        },
      },
    },
    label: () => 'Container app',
  }),
]

/** Certificates, domains and storage of an environment. */
export const free: readonly string[] = [
  'azurerm_container_app_custom_domain',
  ...['certificate', 'custom_domain', 'dapr_component', 'managed_certificate', 'storage'].map(
    (part) => `azurerm_container_app_environment_${part}`,
  ),
]

const app = (rest: string) => `resource "azurerm_container_app_environment" "main" {
  location = "Japan East"
}

resource "azurerm_container_app" "main" {
  container_app_environment_id = azurerm_container_app_environment.main.id
  template {
${rest}    container {
      name   = "app"
      cpu    = 0.5
      memory = "1Gi"
    }
  }
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'to nothing: 500,000 vCPU-seconds × $0.000024, 1 M GiB-seconds × $0.000003, 5 M requests × $0.40',
    terraform: app(''),
    usage: { azurerm_container_app: { vcpuSeconds: 500_000, memoryGiBSeconds: 1_000_000, requests: 5_000_000 } },
    sees: [
      { address: 'azurerm_container_app_environment.main', usd: null, status: 'free' },
      {
        address: 'azurerm_container_app.main',
        usd: 17,
        status: 'priced',
        lines: ['vCPU', 'Memory', 'Requests'],
      },
    ],
  },
  {
    name: 'two replicas kept ready: 2 × 2,628,000 s × (0.5 × $0.000003 + 1 × $0.000003)',
    terraform: app('    min_replicas = 2\n'),
    sees: [
      { address: 'azurerm_container_app_environment.main', usd: null, status: 'free' },
      {
        address: 'azurerm_container_app.main',
        usd: 23.65,
        status: 'partial',
        unknown: ['vCPU: usage', 'Memory: usage', 'Requests: usage'],
      },
    ],
  },
]

// https://azure.microsoft.com/pricing/details/container-instances/: by the vCPU and the GB of a group, all month long.
import { fact, monthOf, numberFact, numberOf, product } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { totalOf } from '../block-facts.ts'
import { regionBy } from '../from-code.ts'
import { itemLines } from './item-lines.ts'

/** Of all containers of the group. */
const totalOfContainers =
  (path: string) =>
  (block: Block): Known<Fact> => {
    const containers = block.nested('container')
    if (containers.some(({ count }) => valueOf(count) !== 1)) return unknown('dynamic', block.location)
    return totalOf(
      containers.map((container) => numberOf(container.fact(path))),
      block.location,
    )
  }

export const resources = [
  defineResource({
    id: 'azure/container-group',
    cloud: 'azure',
    docs: 'https://azure.microsoft.com/pricing/details/container-instances/',
    shape: {
      os: 'Linux or Windows',
      sku: 'Standard, Dedicated or Confidential',
      vcpus: 'vCPUs of its containers',
      memoryGB: 'GB of its containers',
    },
    assumes: [{ what: 'running', value: 'the whole month', from: 'a group runs until it is stopped' }],
    lines(resource, prices) {
      const { item } = itemLines(resource, prices, 'container-instances')
      const of = (what: string) => ({
        by: [fact(resource, 'os'), fact(resource, 'sku')],
        item: (os: string | undefined, sku: string | undefined) =>
          sku === 'Standard' ? `${os!.toLowerCase()} ${what}` : undefined,
      })
      const hours = (name: string) => product(numberFact(resource, name), monthOf(resource))
      return [
        item('vCPU', 'vCPU-hour', hours('vcpus'), of('vCPU')),
        item('Memory', 'GiB-hour', hours('memoryGB'), of('memory')),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/container_group
      // https://learn.microsoft.com/python/api/azureml-core/azureml.core.webservice.aciwebservice: both have defaults
      sdk: {
        'azureml.AciWebservice': {
          facts: {
            os: (block) => known<Fact>('Linux', block.location),
            sku: (block) => known<Fact>('Standard', block.location),
            vcpus: ['cpu_cores', 0.1],
            memoryGB: ['memory_gb', 0.5],
          },
          region: regionBy('location'),
        },
      },
      terraform: {
        azurerm_container_group: {
          facts: {
            os: 'os_type',
            sku: ['sku', 'Standard'],
            vcpus: totalOfContainers('cpu'),
            memoryGB: totalOfContainers('memory'),
          },
        },
      },
    },
    label: () => 'Container group',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'two containers in East US 2: 730 h × 1.5 vCPU × $0.0405 + 730 h × 3.5 GB × $0.00445',
    terraform: `resource "azurerm_container_group" "main" {
  location = "East US 2"
  os_type  = "Linux"
  container {
    name   = "app"
    cpu    = 1
    memory = 2.5
  }
  container {
    name   = "sidecar"
    cpu    = "0.5"
    memory = "1"
  }
}
`,
    sees: [
      {
        address: 'azurerm_container_group.main',
        usd: 55.72,
        status: 'priced',
        lines: ['vCPU', 'Memory'],
      },
    ],
  },
]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'a model that Azure ML serves in a container: 1 × 730 h × $0.0405 and 1 GB × 730 h × $0.00445',
    lang: 'python',
    code: `from azureml.core.webservice import AciWebservice

AciWebservice.deploy_configuration(cpu_cores=1, memory_gb=1, location="eastus2")
`,
    sees: [{ address: 'azureml.AciWebservice', usd: 32.81, status: 'priced' }],
  },
]

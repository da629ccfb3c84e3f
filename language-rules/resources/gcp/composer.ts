// https://cloud.google.com/composer/pricing
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberOf,
  partsOf,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'
import { between } from './compute/replicas.ts'

const service = 'composer'

/** `composer-2.9.7-airflow-2.9.3` → `2`. */
const generationOf = (image: Fact): Fact => /^composer-(\d+)/.exec(String(image))?.[1] ?? 'unsupported'

const workloads = ['scheduler', 'web_server', 'worker', 'triggerer'] as const

/** Containers of a workload: workers move in a band, the others are as many as they say, and one web server. */
function countOf(block: Block, workload: string): Known<Fact> {
  const of = (name: string) => block.fact(`config.workloads_config.${workload}.${name}`)
  if (workload === 'worker') return between(of('min_count'), of('min_count'), of('max_count'), block.location)
  const count = of('count')
  return isUnwritten(count) ? known<Fact>(1, block.location) : count
}

function workloadFacts(block: Block): Record<string, Known<Fact>> {
  const written = workloads.filter((name) => block.nested(`config.workloads_config.${name}`).length > 0)
  const facts = written.flatMap((name, i) => {
    const of = (what: string) => block.fact(`config.workloads_config.${name}.${what}`)
    return [
      [`workloads[${i}].name`, known<Fact>(name.replace('_', ' '), block.location)],
      [`workloads[${i}].count`, countOf(block, name)],
      [`workloads[${i}].vcpus`, of('cpu')],
      [`workloads[${i}].memoryGiB`, of('memory_gb')],
      [`workloads[${i}].storageGiB`, of('storage_gb')],
    ] as const
  })
  return Object.fromEntries(facts)
}

const sizes: Readonly<Record<string, string>> = {
  ENVIRONMENT_SIZE_SMALL: 'small environment',
  ENVIRONMENT_SIZE_MEDIUM: 'medium environment',
  ENVIRONMENT_SIZE_LARGE: 'large environment',
}

const priceOf = (resource: Resource, prices: PriceBook, item: string) =>
  priceFor(resource, [], (region) => prices.service('gcp', service, item, region))

/** The second generation bills the environment by its size, and what its workloads are given. */
function second(resource: Resource, prices: PriceBook): Line[] {
  const fee = priceFor(resource, [fact(resource, 'size')], (region, size) =>
    prices.service('gcp', service, sizes[size!] ?? size!, region),
  )
  const parts = partsOf(resource, 'workloads')
  const part = (workload: string, what: string) =>
    product(
      product(numberOf(fact(resource, `${workload}.${what}`)), numberOf(fact(resource, `${workload}.count`))),
      monthOf(resource),
    )
  const given = parts.flatMap((workload) => {
    const name = String(valueOf(fact(resource, `${workload}.name`)))
    const label = `${name[0]!.toUpperCase()}${name.slice(1)}`
    const storage = fact(resource, `${workload}.storageGiB`)
    return [
      line(`${label} vCPUs`, 'vCPU-hour', part(workload, 'vcpus'), priceOf(resource, prices, 'compute vCPU')),
      line(`${label} memory`, 'GiB-hour', part(workload, 'memoryGiB'), priceOf(resource, prices, 'compute memory')),
      ...(isUnwritten(storage)
        ? []
        : [
            line(
              `${label} storage`,
              'GiB-hour',
              part(workload, 'storageGiB'),
              priceOf(resource, prices, 'compute storage'),
            ),
          ]),
    ]
  })
  return [
    line('Environment', 'hour', monthOf(resource), fee),
    ...(given.length > 0 ? given : [line('Workloads', 'vCPU-hour', unknown('absent', resource.location), 'no-price')]),
  ]
}

/** The third bills data compute units of the environment and its workloads, which nothing written tells, and its database. */
const third = (resource: Resource, prices: PriceBook): Line[] => [
  line('Data compute units', 'DCU-hour', usage(resource, 'dcuHours'), priceOf(resource, prices, 'data compute unit')),
  line(
    'Database storage',
    'GiB-hour',
    product(usage(resource, 'databaseGiB'), monthOf(resource)),
    priceOf(resource, prices, 'database storage'),
  ),
]

const environment = defineResource({
  id: 'gcp/composer-environment',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/composer/pricing',
  shape: {
    generation: '2 or 3, by the image',
    size: 'ENVIRONMENT_SIZE_SMALL, _MEDIUM or _LARGE',
    'workloads[0].name': 'scheduler, web server, worker or triggerer',
    'workloads[0].count': 'how many of it, from the least to the most that workers scale between',
    'workloads[0].vcpus': 'vCPUs of each',
    'workloads[0].memoryGiB': 'GiB of memory of each',
    'workloads[0].storageGiB': 'GiB of storage of each',
  },
  usage: {
    dcuHours: 'hours of data compute units in a month, third generation',
    databaseGiB: 'GiB that the database of the environment stores, third generation',
  },
  lines: (resource, prices) => {
    const generation = valueOf(fact(resource, 'generation'))
    if (generation === '2') return second(resource, prices)
    if (generation === '3') return third(resource, prices)
    return [line('Environment', 'hour', monthOf(resource), generation === undefined ? 'dynamic' : 'no-price')]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/composer_environment
    terraform: {
      google_composer_environment: {
        facts: {
          generation: (block) => {
            const image = block.fact('config.software_config.image_version')
            // the default build is of the third: the same page
            return isUnwritten(image) ? assumed<Fact>('3', block.location) : mapKnown(image, generationOf)
          },
          size: 'config.environment_size',
        },
        more: workloadFacts,
      },
    },
  },
  label: (resource) => `Composer ${valueOf(fact(resource, 'generation')) ?? 'environment'}`,
})

export const resources = [environment]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a medium environment of the second generation 730 h × $0.55, whose workloads have no row here; of the third 1,460 unit-hours × $0.06 and 20 GiB × 730 h × $0.000232877; of the first there is no row',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_composer_environment" "second" {
  name = "second"

  config {
    environment_size = "ENVIRONMENT_SIZE_MEDIUM"

    software_config {
      image_version = "composer-2.9.7-airflow-2.9.3"
    }

    workloads_config {
      scheduler {
        cpu        = 2
        memory_gb  = 7.5
        storage_gb = 5
        count      = 2
      }

      worker {
        cpu       = 1
        memory_gb = 4
        min_count = 1
        max_count = 6
      }
    }
  }
}

resource "google_composer_environment" "third" {
  name = "third"

  config {
    software_config {
      image_version = "composer-3-airflow-2.10.2"
    }
  }
}

resource "google_composer_environment" "first" {
  name = "first"

  config {
    software_config {
      image_version = "composer-1.20.12-airflow-2.4.3"
    }
  }
}
`,
    usage: { 'google_composer_environment.third': { dcuHours: 1460, databaseGiB: 20 } },
    sees: [
      {
        address: 'google_composer_environment.second',
        usd: 401.5,
        status: 'partial',
        lines: [
          'Environment',
          'Scheduler vCPUs',
          'Scheduler memory',
          'Scheduler storage',
          'Worker vCPUs',
          'Worker memory',
        ],
      },
      { address: 'google_composer_environment.third', usd: 91, status: 'priced' },
      {
        address: 'google_composer_environment.first',
        usd: null,
        status: 'unknown',
        unknown: ['Environment: no-price'],
      },
    ],
  },
]

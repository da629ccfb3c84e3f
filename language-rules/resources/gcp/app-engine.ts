// https://cloud.google.com/appengine/pricing: the flexible environment bills what its instances are given, the standard one the hours of
// its instances by their class. No list we read has the prices.
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
  usage,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { between } from './compute/replicas.ts'

const docs = 'https://cloud.google.com/appengine/pricing'

const orDefault = (block: Block, path: string, value: number): Known<Fact> => {
  const written = block.fact(path)
  return isUnwritten(written) ? assumed<Fact>(value, block.location) : written
}

/** As many as are asked for, or from the least to the most: "Default: 2" and "Default: 20" of the provider. */
function flexibleInstances(block: Block): Known<Fact> {
  const manual = block.fact('manual_scaling.instances')
  if (!isUnwritten(manual)) return manual
  const least = orDefault(block, 'automatic_scaling.min_total_instances', 2)
  return between(least, least, orDefault(block, 'automatic_scaling.max_total_instances', 20), block.location)
}

export const resources = [
  defineResource({
    id: 'gcp/app-engine-flexible',
    cloud: 'gcp',
    docs,
    shape: {
      nodes: 'instances, from the least to the most',
      vcpus: 'cores of each',
      memoryGB: 'GB of memory of each',
      diskGB: 'GB of disk of each',
    },
    lines(resource, prices) {
      const hours = product(numberFact(resource, 'nodes'), monthOf(resource))
      const part = (label: string, unit: string, name: string, item: string) =>
        line(
          label,
          unit,
          product(hours, numberFact(resource, name)),
          priceFor(resource, [], (region) => prices.service('gcp', 'app-engine', item, region)),
        )
      return [
        part('vCPUs', 'vCPU-hour', 'vcpus', 'flexible vCPU'),
        part('Memory', 'GB-hour', 'memoryGB', 'flexible memory'),
        part('Disk', 'GB-hour', 'diskGB', 'flexible disk'),
      ]
    },
    from: {
      // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/app_engine_flexible_app_version
      terraform: {
        google_app_engine_flexible_app_version: {
          facts: {
            nodes: flexibleInstances,
            vcpus: 'resources.cpu',
            memoryGB: 'resources.memory_gb',
            diskGB: 'resources.disk_gb',
          },
        },
      },
    },
    label: () => 'App Engine, flexible',
  }),
  defineResource({
    id: 'gcp/app-engine-standard',
    cloud: 'gcp',
    docs,
    shape: { class: 'F1 to F4_1G, B1 to B8' },
    usage: { instanceHours: 'hours its instances run in a month, beyond those of a day that are free' },
    lines: (resource, prices) => [
      line(
        'Instances',
        'hour',
        usage(resource, 'instanceHours'),
        priceFor(resource, [fact(resource, 'class')], (region, name) =>
          prices.service('gcp', 'app-engine', `instance ${name}`, region),
        ),
      ),
    ],
    from: {
      // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/app_engine_standard_app_version
      terraform: { google_app_engine_standard_app_version: { facts: { class: ['instance_class', 'F1'] } } },
    },
    label: () => 'App Engine, standard',
  }),
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'what is billed is known and has no row: never $0',
    terraform: `provider "google" {
  region = "us-central1"
}

resource "google_app_engine_flexible_app_version" "web" {
  service = "default"
  manual_scaling {
    instances = 3
  }
  resources {
    cpu       = 2
    memory_gb = 4
    disk_gb   = 20
  }
}

resource "google_app_engine_standard_app_version" "api" {
  service        = "api"
  instance_class = "F2"
}
`,
    sees: [
      {
        address: 'google_app_engine_flexible_app_version.web',
        usd: null,
        status: 'unknown',
        lines: ['vCPUs', 'Memory', 'Disk'],
        unknown: ['vCPUs: no-price', 'Memory: no-price', 'Disk: no-price'],
      },
      { address: 'google_app_engine_standard_app_version.api', usd: null, status: 'unknown', lines: ['Instances'] },
    ],
  },
]

// https://cloud.google.com/workstations/pricing
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
import { known, unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { diskLines } from './compute/disk-lines.ts'
import { regionOfLocation, worldwide } from './location.ts'

const docs = 'https://cloud.google.com/workstations/pricing'
const service = 'workstations'

const cluster = defineResource({
  id: 'gcp/workstation-cluster',
  cloud: 'gcp',
  docs,
  shape: {},
  lines: (resource, prices) => [
    line('Control plane', 'hour', monthOf(resource), worldwide(prices, service, 'control plane')),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/workstations_workstation_cluster
    terraform: { google_workstations_workstation_cluster: { facts: {}, region: (block) => regionOfLocation(block) } },
  },
  label: () => 'Workstation cluster',
})

const configOf = (block: Block) => block.target('workstation_config_id', 'google_workstations_workstation_config')

const ofConfig =
  (path: string, otherwise?: Fact) =>
  (block: Block): Known<Fact> => {
    const written = configOf(block)?.fact(path) ?? unknown<Fact>('dynamic', block.location)
    return isUnwritten(written) && otherwise !== undefined ? known<Fact>(otherwise, block.location) : written
  }

const disk = 'persistent_directories.gce_pd'

const workstation = defineResource({
  id: 'gcp/workstation',
  cloud: 'gcp',
  docs,
  shape: {
    instanceType: 'machine type of its configuration',
    homeDiskType: 'type of the disk that keeps the home directory',
    homeDiskGiB: 'GiB of it; with a snapshot, its size',
  },
  usage: { runningHours: 'hours that the workstation runs in a month' },
  lines: (resource, prices) => {
    const hours = usage(resource, 'runningHours')
    const type = fact(resource, 'instanceType')
    const machine = priceFor(resource, [type], (region, name) => prices.instance('gcp', name!, region, 'on-demand'))
    const vcpus = prices.specs('gcp', String(valueOf(type)))?.vcpu
    const all = product(known(vcpus ?? 1, resource.location), hours)
    const absent: Known<number> = unknown('absent')
    return [
      ...diskLines(resource, prices, {
        label: 'Home disk',
        type: fact(resource, 'homeDiskType'),
        sizeGiB: numberFact(resource, 'homeDiskGiB'),
        iops: absent,
        throughputMiBps: absent,
        count: known(1, resource.location),
      }),
      line('Machine', 'hour', hours, machine),
      line(
        'Management fee',
        'vCPU-hour',
        all,
        vcpus === undefined ? 'dynamic' : worldwide(prices, service, 'management fee'),
      ),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/workstations_workstation
    terraform: {
      google_workstations_workstation: {
        facts: {
          instanceType: ofConfig('host.gce_instance.machine_type'),
          homeDiskType: ofConfig(`${disk}.disk_type`, 'pd-standard'),
          homeDiskGiB: ofConfig(`${disk}.size_gb`, 200),
        },
        region: (block) => regionOfLocation(block),
      },
    },
  },
  label: (resource) => `Workstation ${valueOf(fact(resource, 'instanceType')) ?? ''}`.trim(),
})

/** Machines that wait for whoever starts a workstation run, and are billed; a configuration without any is free. */
const config = defineResource({
  id: 'gcp/workstation-config',
  cloud: 'gcp',
  docs,
  shape: { instanceType: 'machine type', pool: 'machines that are kept ready' },
  lines: (resource, prices) => {
    const pool = numberFact(resource, 'pool')
    if (isUnwritten(pool) || valueOf(pool) === 0) return []
    const price = priceFor(resource, [fact(resource, 'instanceType')], (region, name) =>
      prices.instance('gcp', name!, region, 'on-demand'),
    )
    return [line('Machines kept ready', 'hour', product(pool, monthOf(resource)), price)]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/workstations_workstation_config
    terraform: {
      google_workstations_workstation_config: {
        facts: { instanceType: 'host.gce_instance.machine_type', pool: 'host.gce_instance.pool_size' },
        region: (block) => regionOfLocation(block),
      },
    },
  },
  label: () => 'Workstation configuration',
})

export const resources = [cluster, workstation, config]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a cluster 730 h × $0.20; a workstation of 160 hours, 160 × ($0.134023 + 4 × $0.05) + 200 GiB × $0.04; one machine kept ready 730 h × $0.134023',
    terraform: `resource "google_workstations_workstation_cluster" "dev" {
  workstation_cluster_id = "dev"
  location               = "us-central1"
}

resource "google_workstations_workstation_config" "dev" {
  workstation_config_id  = "dev"
  workstation_cluster_id = google_workstations_workstation_cluster.dev.workstation_cluster_id
  location               = "us-central1"

  host {
    gce_instance {
      machine_type = "e2-standard-4"
    }
  }

  persistent_directories {
    mount_path = "/home"

    gce_pd {
      reclaim_policy = "DELETE"
    }
  }
}

resource "google_workstations_workstation" "one" {
  workstation_id         = "one"
  workstation_config_id  = google_workstations_workstation_config.dev.workstation_config_id
  workstation_cluster_id = google_workstations_workstation_cluster.dev.workstation_cluster_id
  location               = "us-central1"
}

resource "google_workstations_workstation_config" "ready" {
  workstation_config_id  = "ready"
  workstation_cluster_id = google_workstations_workstation_cluster.dev.workstation_cluster_id
  location               = "us-central1"

  host {
    gce_instance {
      machine_type = "e2-standard-4"
      pool_size    = 1
    }
  }
}
`,
    usage: { 'google_workstations_workstation.one': { runningHours: 160 } },
    sees: [
      { address: 'google_workstations_workstation_cluster.dev', usd: 146, status: 'priced' },
      { address: 'google_workstations_workstation_config.dev', usd: null, status: 'free' },
      {
        address: 'google_workstations_workstation.one',
        usd: 61.44,
        status: 'priced',
        lines: ['Home disk storage', 'Machine', 'Management fee'],
      },
      { address: 'google_workstations_workstation_config.ready', usd: 97.84, status: 'priced' },
    ],
  },
]

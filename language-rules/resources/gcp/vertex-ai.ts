// https://cloud.google.com/vertex-ai/pricing
import {
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, mapKnown, valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { instanceLabel } from '../instance-label.ts'
import type { Facts } from './compute/launch.ts'
import { sustainedUse } from './compute/machine-lines.ts'
import { between } from './compute/replicas.ts'
import { one, vmLines, vmShape } from './compute/vm-lines.ts'
import { regionOfLocation } from './location.ts'

const docs = 'https://cloud.google.com/vertex-ai/pricing'

/** `NVIDIA_TESLA_T4` → `nvidia-tesla-t4`, `PD_SSD` → `pd-ssd`: what Compute Engine calls the same. */
const asCompute = (name: Fact): Fact => String(name).toLowerCase().replaceAll('_', '-')

/** GiB of a boot disk that says none: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/workbench_instance */
const bootGiB = 150

function workbenchFacts(block: Block): Facts {
  const setup = (name: string) => block.fact(`gce_setup.${name}`)
  const size = setup('boot_disk.disk_size_gb')
  const hasData = block.nested('gce_setup.data_disks').length > 0
  return {
    instanceType: setup('machine_type'),
    attachedGpu: mapKnown(setup('accelerator_configs.type'), asCompute),
    attachedGpuCount: setup('accelerator_configs.core_count'),
    status: mapKnown(block.fact('desired_state'), (state): Fact => (state === 'STOPPED' ? 'TERMINATED' : state)),
    'disks[0].type': mapKnown(setup('boot_disk.disk_type'), asCompute),
    'disks[0].sizeGiB': isUnwritten(size) ? assumed<Fact>(bootGiB, block.location) : size,
    ...(hasData
      ? {
          'disks[1].type': mapKnown(setup('data_disks.disk_type'), asCompute),
          'disks[1].sizeGiB': setup('data_disks.disk_size_gb'),
        }
      : {}),
  }
}

const workbench = defineResource({
  id: 'gcp/workbench-instance',
  cloud: 'gcp',
  docs,
  shape: vmShape,
  assumes: [sustainedUse],
  lines: (resource, prices) => [
    ...vmLines(resource, prices, one(resource), { machine: 'Instance', boot: 'Boot disk' }),
    line('Management fee', 'hour', monthOf(resource), 'no-price'),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/workbench_instance
    terraform: {
      google_workbench_instance: {
        facts: {},
        more: workbenchFacts,
        region: (block) => regionOfLocation(block),
      },
    },
  },
  label: (resource, prices) => instanceLabel(resource, 'Workbench instance', prices),
})

const replicasOf =
  (path: string) =>
  (block: Block): Known<Fact> => {
    const least = block.fact(`${path}.min_replica_count`)
    const most = block.fact(`${path}.max_replica_count`)
    return isUnwritten(most) ? least : between(least, least, most, block.location)
  }

const mapping = (path: string): FormatMapping => ({
  facts: {
    instanceType: `${path}.machine_spec.machine_type`,
    replicas: replicasOf(path),
    gpu: `${path}.machine_spec.accelerator_type`,
    gpus: `${path}.machine_spec.accelerator_count`,
  },
  region: (block) => regionOfLocation(block, isUnwritten(block.fact('location')) ? 'region' : 'location'),
})

/** A model from the garden, or several that share them, with the machines that answer. */
const endpoint = defineResource({
  id: 'gcp/vertex-endpoint',
  cloud: 'gcp',
  docs,
  shape: {
    instanceType: 'machine type of each replica',
    replicas: 'how many replicas, from the least to the most',
    gpu: 'accelerator of each replica',
    gpus: 'how many of them',
  },
  lines: (resource, prices) => {
    const hours = product(numberFact(resource, 'replicas'), monthOf(resource))
    const price = priceFor(resource, [fact(resource, 'instanceType')], (region, type) =>
      prices.hosting('vertex', type!, region),
    )
    const gpu = fact(resource, 'gpu')
    const isBuiltIn = /^(?:a2|a3|a4x?|g2|g4)-/.test(String(valueOf(fact(resource, 'instanceType')) ?? ''))
    return [
      line('Replicas', 'hour', hours, price),
      ...(isUnwritten(gpu) || isBuiltIn
        ? []
        : [line('Attached GPU', 'hour', product(numberFact(resource, 'gpus'), hours), 'no-price' as const)]),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/vertex_ai_endpoint_with_model_garden_deployment
    terraform: {
      google_vertex_ai_endpoint_with_model_garden_deployment: mapping('deploy_config.dedicated_resources'),
      // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/vertex_ai_deployment_resource_pool
      google_vertex_ai_deployment_resource_pool: mapping('dedicated_resources'),
    },
  },
  label: (resource, prices) => instanceLabel(resource, 'Vertex endpoint', prices),
})

export const resources = [workbench, endpoint]

export const examples: readonly ResourceExample[] = [
  {
    name: 'a workbench: 730 h × $0.1338 for an e2-standard-4, 150 GiB × $0.10 and 100 GiB × $0.17; stopped, its disks alone; what managing it costs has no row',
    terraform: `resource "google_workbench_instance" "on" {
  name     = "on"
  location = "us-central1-a"

  gce_setup {
    machine_type = "e2-standard-4"

    boot_disk {
      disk_type = "PD_BALANCED"
    }

    data_disks {
      disk_type    = "PD_SSD"
      disk_size_gb = 100
    }
  }
}

resource "google_workbench_instance" "off" {
  name          = "off"
  location      = "us-central1-a"
  desired_state = "STOPPED"

  gce_setup {
    machine_type = "e2-standard-4"

    boot_disk {
      disk_type = "PD_BALANCED"
    }
  }
}
`,
    sees: [
      {
        address: 'google_workbench_instance.on',
        usd: 129.84,
        status: 'partial',
        lines: ['Instance', 'Boot disk storage', 'Disk 2 storage', 'Management fee'],
        unknown: ['Management fee: no-price'],
      },
      { address: 'google_workbench_instance.off', usd: 15, status: 'partial' },
    ],
  },
  {
    name: 'a model from the garden: from 1 to 3 × 730 h × $4.7755 for an a2-highgpu-1g, whose A100 is in its price; a type without a row has none',
    terraform: `resource "google_vertex_ai_endpoint_with_model_garden_deployment" "llm" {
  location = "us-central1"

  deploy_config {
    dedicated_resources {
      min_replica_count = 1
      max_replica_count = 3

      machine_spec {
        machine_type      = "a2-highgpu-1g"
        accelerator_type  = "NVIDIA_TESLA_A100"
        accelerator_count = 1
      }
    }
  }
}

resource "google_vertex_ai_endpoint_with_model_garden_deployment" "none" {
  location = "us-central1"

  deploy_config {
    dedicated_resources {
      min_replica_count = 1

      machine_spec {
        machine_type = "g2-standard-12"
      }
    }
  }
}
`,
    sees: [
      {
        address: 'google_vertex_ai_endpoint_with_model_garden_deployment.llm',
        usd: 3486.12,
        status: 'priced',
        lines: ['Replicas'],
      },
      {
        address: 'google_vertex_ai_endpoint_with_model_garden_deployment.none',
        usd: null,
        status: 'unknown',
        unknown: ['Replicas: no-price'],
      },
    ],
  },
  {
    name: 'machines that several models share: 2 × 730 h × $4.7755',
    terraform: `resource "google_vertex_ai_deployment_resource_pool" "shared" {
  name   = "shared"
  region = "us-central1"

  dedicated_resources {
    min_replica_count = 2

    machine_spec {
      machine_type = "a2-highgpu-1g"
    }
  }
}
`,
    sees: [{ address: 'google_vertex_ai_deployment_resource_pool.shared', usd: 6972.23, status: 'priced' }],
  },
]

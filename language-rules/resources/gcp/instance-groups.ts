// https://cloud.google.com/compute/vm-instance-pricing: a managed group is free, the machines it makes are billed
import { isUnwritten, numberFact } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { unknown, valueOf } from '../../../core/known.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact } from '../../../core/types.ts'
import { instanceLabel } from '../instance-label.ts'
import { type Facts, purchaseOf, templateFacts } from './compute/launch.ts'
import { sustainedUse } from './compute/machine-lines.ts'
import { groupSize } from './compute/replicas.ts'
import { templateOf } from './compute/template-of.ts'
import { vmLines, vmShape } from './compute/vm-lines.ts'

/** Of two versions it is the first: which share of the machines each has is not read. */
const templateOfGroup = (group: Block) => templateOf(group, 'version.instance_template')

function facts(group: Block): Facts {
  const template = templateOfGroup(group)
  const size = groupSize(group)
  return {
    ...(template === undefined ? { instanceType: unknown<Fact>('dynamic') } : templateFacts(template)),
    machines: size,
  }
}

const mapping: FormatMapping = {
  facts: {},
  more: facts,
  purchase: (group) => {
    const template = templateOfGroup(group)
    return template === undefined ? 'on-demand' : purchaseOf(template)
  },
}

const group = defineResource({
  id: 'gcp/instance-group',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/compute/vm-instance-pricing',
  shape: { ...vmShape, machines: 'how many machines, from the least to the most that an autoscaler may keep' },
  assumes: [sustainedUse],
  lines: (resource, prices) =>
    vmLines(resource, prices, numberFact(resource, 'machines'), { machine: 'Instances', boot: 'Boot disk' }),
  from: {
    // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance_group_manager
    terraform: {
      google_compute_instance_group_manager: mapping,
      google_compute_region_instance_group_manager: mapping,
    },
  },
  label: (resource, prices) => {
    const count = valueOf(numberFact(resource, 'machines'))
    const machine = isUnwritten(resource.shape.instanceType ?? unknown('absent'))
      ? 'instance group'
      : instanceLabel(resource, 'instance group', prices)
    return count === undefined ? machine : `${count} × ${machine}`
  },
})

export const resources = [group]

const template = `resource "google_compute_instance_template" "web" {
  machine_type = "n2-standard-2"

  disk {
    source_image = "debian-cloud/debian-12"
    boot         = true
    disk_type    = "pd-balanced"
    disk_size_gb = 20
  }

  disk {
    type         = "SCRATCH"
    disk_type    = "local-ssd"
    disk_size_gb = 375
  }
}
`

export const examples: readonly ResourceExample[] = [
  {
    name: 'four of a template: 4 × (730 h × $0.097118 less 20 % + 20 GiB × $0.10 + 375 GiB × $0.08)',
    terraform: `${template}
resource "google_compute_instance_group_manager" "web" {
  base_instance_name = "web"
  zone               = "us-central1-a"
  target_size        = 4

  version {
    instance_template = google_compute_instance_template.web.id
  }
}
`,
    sees: [
      {
        address: 'google_compute_instance_group_manager.web',
        usd: 354.87,
        status: 'priced',
        lines: ['Instances, sustained use', 'Boot disk storage', 'Local SSD storage'],
      },
    ],
  },
  {
    name: 'from two to six by an autoscaler, the least the likely: 2 × (730 h × $0.097118 less 20 % + 20 GiB × $0.10 + 375 GiB × $0.08); without a size or an autoscaler how many is not known',
    terraform: `${template}
resource "google_compute_region_instance_group_manager" "web" {
  base_instance_name = "web"
  region             = "us-central1"

  version {
    instance_template = google_compute_instance_template.web.id
  }
}

resource "google_compute_region_autoscaler" "web" {
  region = "us-central1"
  target = google_compute_region_instance_group_manager.web.id

  autoscaling_policy {
    min_replicas = 2
    max_replicas = 6
  }
}

resource "google_compute_region_instance_group_manager" "open" {
  base_instance_name = "web"
  region             = "us-central1"

  version {
    instance_template = google_compute_instance_template.web.id
  }
}
`,
    sees: [
      { address: 'google_compute_region_instance_group_manager.web', usd: 177.43, status: 'priced' },
      { address: 'google_compute_region_instance_group_manager.open', usd: null, status: 'partial' },
    ],
  },
  {
    name: 'spot machines of a regional template: 3 × (730 h × $0.397269 + 50 GiB × $0.10)',
    terraform: `resource "google_compute_region_instance_template" "gpu" {
  region       = "us-central1"
  machine_type = "g2-standard-4"

  disk {
    disk_type    = "pd-balanced"
    disk_size_gb = 50
  }

  scheduling {
    provisioning_model = "SPOT"
  }
}

resource "google_compute_instance_group_manager" "gpu" {
  base_instance_name = "gpu"
  zone               = "us-central1-a"
  target_size        = 3

  version {
    name              = "main"
    instance_template = google_compute_region_instance_template.gpu.id
  }
}
`,
    sees: [{ address: 'google_compute_instance_group_manager.gpu', usd: 885.02, status: 'priced' }],
  },
]

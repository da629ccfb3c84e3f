// https://cloud.google.com/compute/vm-instance-pricing: a managed group is free, the machines it makes are billed
import { isUnwritten, numberFact, partsOf } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type FormatMapping, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known, Line, Purchase, Resource } from '../../../core/types.ts'
import { instanceLabel } from '../instance-label.ts'
import { type Facts, purchaseOf, templateFacts } from './compute/launch.ts'
import { sustainedUse } from './compute/machine-lines.ts'
import { groupSize } from './compute/replicas.ts'
import { templateOf } from './compute/template-of.ts'
import { versionSizes } from './compute/versions.ts'
import { vmLines, vmShape } from './compute/vm-lines.ts'

/** The template of one of the versions. */
const templateOfVersion = (group: Block, i: number) => templateOf(group, `version.${i}.instance_template`)

function versionFacts(group: Block, i: number, machines: Known<Fact>): Facts {
  const template = templateOfVersion(group, i)
  return {
    ...(template === undefined ? { instanceType: unknown<Fact>('dynamic') } : templateFacts(template)),
    machines,
  }
}

/** Facts of the first version by their own names, of each other under `versions[1]`. */
function facts(group: Block): Facts {
  const [size, ...others] = versionSizes(group, groupSize(group))
  const more = others.flatMap((machines, i) =>
    Object.entries({ ...versionFacts(group, i + 1, machines), purchase: purchaseFact(group, i + 1) }).map(
      ([name, value]) => [`versions[${i + 1}].${name}`, value] as const,
    ),
  )
  return { ...versionFacts(group, 0, size!), ...Object.fromEntries(more) }
}

function purchaseOfVersion(group: Block, i: number): Purchase | undefined {
  const template = templateOfVersion(group, i)
  return template === undefined ? 'on-demand' : purchaseOf(template)
}

function purchaseFact(group: Block, i: number): Known<Fact> {
  const purchase = purchaseOfVersion(group, i)
  return purchase === undefined ? unknown('dynamic', group.location) : known<Fact>(purchase, group.location)
}

const mapping: FormatMapping = {
  facts: {},
  more: facts,
  purchase: (group) => purchaseOfVersion(group, 0),
}

const versionLines = (resource: Resource, prices: PriceBook): readonly Line[] =>
  vmLines(resource, prices, numberFact(resource, 'machines'), { machine: 'Instances', boot: 'Boot disk' })

/** Another version as if it were a group of its own. */
function ofVersion(resource: Resource, part: string): Resource {
  const own = Object.entries(resource.shape)
    .filter(([name]) => name.startsWith(`${part}.`))
    .map(([name, value]) => [name.slice(part.length + 1), value] as const)
  const shape = Object.fromEntries(own)
  const purchase = valueOf(shape.purchase ?? unknown('absent')) as Purchase | undefined
  return { ...resource, shape, purchase }
}

const machines = 'how many machines, from the least to the most that an autoscaler may keep'

const otherVersions = Object.fromEntries(
  Object.entries({ ...vmShape, machines, purchase: 'on-demand or spot' }).map(([name, meaning]) => [
    `versions[0].${name}`,
    `of a further version: ${meaning}`,
  ]),
)

const group = defineResource({
  id: 'gcp/instance-group',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/compute/vm-instance-pricing',
  shape: {
    ...vmShape,
    machines,
    ...otherVersions,
  },
  assumes: [sustainedUse],
  lines: (resource, prices) => [
    ...versionLines(resource, prices),
    ...partsOf(resource, 'versions').flatMap((part, i) =>
      versionLines(ofVersion(resource, part), prices).map((each) => ({
        ...each,
        label: `Version ${i + 2}: ${each.label}`,
      })),
    ),
  ],
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
    name: 'a canary with 25 % of ten, rounded up: 7 × (730 h × $0.097118 less 20 % + 20 GiB × $0.10 + 375 GiB × $0.08) and 3 × (730 h × $0.067011 + 30 GiB × $0.10); a fixed one of an autoscaled group: 1 and what is left of 2 to 6',
    terraform: `${template}
resource "google_compute_instance_template" "canary" {
  machine_type = "e2-standard-2"

  disk {
    source_image = "debian-cloud/debian-12"
    disk_type    = "pd-balanced"
    disk_size_gb = 30
  }
}

resource "google_compute_instance_group_manager" "share" {
  base_instance_name = "web"
  zone               = "us-central1-a"
  target_size        = 10

  version {
    name              = "main"
    instance_template = google_compute_instance_template.web.id
  }

  version {
    name              = "canary"
    instance_template = google_compute_instance_template.canary.id

    target_size {
      percent = 25
    }
  }
}

resource "google_compute_instance_group_manager" "scaled" {
  base_instance_name = "web"
  zone               = "us-central1-a"

  version {
    name              = "canary"
    instance_template = google_compute_instance_template.canary.id

    target_size {
      fixed = 1
    }
  }

  version {
    name              = "main"
    instance_template = google_compute_instance_template.web.id
  }
}

resource "google_compute_autoscaler" "scaled" {
  zone   = "us-central1-a"
  target = google_compute_instance_group_manager.scaled.id

  autoscaling_policy {
    min_replicas = 2
    max_replicas = 6
  }
}
`,
    sees: [
      {
        address: 'google_compute_instance_group_manager.share',
        usd: 776.77,
        status: 'priced',
        lines: [
          'Instances, sustained use',
          'Boot disk storage',
          'Local SSD storage',
          'Version 2: Instances',
          'Version 2: Boot disk storage',
        ],
      },
      { address: 'google_compute_instance_group_manager.scaled', usd: 140.63, status: 'priced' },
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

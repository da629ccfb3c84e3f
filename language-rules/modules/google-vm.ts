// https://registry.terraform.io/modules/terraform-google-modules/vm/google/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'

/** Inputs of a template that decide what is billed, with the module's defaults. */
const inputs: Readonly<Record<string, string>> = {
  region: 'null',
  machine_type: '"n1-standard-1"',
  labels: '{}',
  source_image: '""',
  source_image_family: '"rocky-linux-9-optimized-gcp"',
  source_image_project: '"rocky-linux-cloud"',
  disk_size_gb: '"100"',
  disk_type: '"pd-standard"',
  additional_disks: '[]',
  access_config: '[]',
}
const variables = Object.entries(inputs)
  .map(([name, value]) => `variable "${name}" { default = ${value} }\n`)
  .join('')
const passed = Object.keys(inputs)
  .map((name) => `  ${name} = var.${name}\n`)
  .join('')

const template = `${variables}
variable "preemptible" { default = false }
variable "spot" { default = false }
variable "gpu" { default = null }
variable "additional_networks" { default = [] }
variable "automatic_restart" { default = true }

locals {
  boot  = { boot = true, disk_size_gb = var.disk_size_gb, disk_type = var.disk_type, source_image = "\${var.source_image_project}/\${var.source_image == "" ? var.source_image_family : var.source_image}" }
  disks = concat([local.boot], var.additional_disks)
}

resource "google_compute_instance_template" "tpl" {
  machine_type = var.machine_type
  region       = var.region
  labels       = var.labels

  dynamic "disk" {
    for_each = local.disks
    content {
      boot         = try(disk.value.boot, null)
      source       = try(disk.value.source, null)
      source_image = try(disk.value.source_image, null)
      disk_type    = try(disk.value.disk_type, null)
      type         = try(disk.value.disk_type, null) == "local-ssd" ? "SCRATCH" : "PERSISTENT"
      # A local SSD is 375 GB where it does not say.
      disk_size_gb = try(disk.value.disk_size_gb, null) == null && try(disk.value.disk_type, null) == "local-ssd" ? "375" : try(disk.value.disk_size_gb, null)
    }
  }

  dynamic "network_interface" {
    for_each = concat([{ access_config = var.access_config }], var.additional_networks)
    content {
      dynamic "access_config" {
        for_each = try(network_interface.value.access_config, [])
        content {
          network_tier = try(access_config.value.network_tier, null)
        }
      }
    }
  }

  scheduling {
    preemptible        = var.preemptible || var.spot
    provisioning_model = var.spot ? "SPOT" : null
  }

  dynamic "guest_accelerator" {
    for_each = var.gpu == null ? [] : [var.gpu]
    content {
      type  = try(guest_accelerator.value.type, null)
      count = try(guest_accelerator.value.count, null)
    }
  }
}

output "self_link" { value = google_compute_instance_template.tpl.self_link }
output "self_link_unique" { value = google_compute_instance_template.tpl.self_link_unique }
output "name" { value = google_compute_instance_template.tpl.name }
`

const bothTemplates = `${variables}
module "preemptible" {
  source      = "../instance_template"
  preemptible = true
${passed}}

module "regular" {
  source = "../instance_template"
${passed}}

output "preemptible_self_link" { value = module.preemptible.self_link }
output "regular_self_link" { value = module.regular.self_link }
`

/** @param more lines of the machines' block */
const machines = (zone: string, more = '') => `
variable "region" { default = null }
variable "hostname" { default = "" }
variable "num_instances" { default = 1 }
variable "static_ips" { default = [] }
variable "network" { default = "" }
variable "subnetwork" { default = "" }
variable "access_config" { default = [] }
variable "instance_template" { default = null }
variable "labels" { default = null }

resource "google_compute_instance_from_template" "compute_instance" {
  count                    = length(var.static_ips) == 0 ? var.num_instances : length(var.static_ips)
  source_instance_template = var.instance_template
  zone                     = ${zone}
  region                   = var.region
  labels                   = var.labels
${more}}

output "instances_self_links" { value = google_compute_instance_from_template.compute_instance[*].self_link }
output "instances_details" { value = google_compute_instance_from_template.compute_instance }
`

/** Without a network of its own a machine has the interfaces of its template. */
const instance = `variable "zone" { default = null }
${machines(
  'var.zone',
  `
  dynamic "network_interface" {
    for_each = "\${var.network}\${var.subnetwork}" == "" ? [] : [1]
    content {
      dynamic "access_config" {
        for_each = var.access_config
        content {
          network_tier = try(access_config.value.network_tier, null)
        }
      }
    }
  }
`,
)}`

/** Addresses are a list for each machine, in their order. */
const unmanaged = `variable "zones" { default = [] }
${machines(
  'try(var.zones[count.index % length(var.zones)], null)',
  `
  network_interface {
    dynamic "access_config" {
      for_each = try(var.access_config[count.index], [])
      content {
        network_tier = try(access_config.value.network_tier, null)
      }
    }
  }
`,
)}`

const managed = (name: string, versions: string) => `
variable "region" { default = null }
variable "hostname" { default = "default" }
variable "target_size" { default = 1 }
variable "instance_template" { default = null }
variable "instance_template_initial_version" { default = null }
variable "instance_template_next_version" { default = null }
variable "next_version_percent" { default = null }
variable "distribution_policy_zones" { default = [] }
variable "autoscaling_enabled" { default = false }
variable "min_replicas" { default = 2 }
variable "max_replicas" { default = 10 }

resource "google_compute_region_instance_group_manager" "${name}" {
  region                    = var.region
  base_instance_name        = var.hostname
  target_size               = tobool(var.autoscaling_enabled) ? null : var.target_size
  distribution_policy_zones = var.distribution_policy_zones
${versions}}

resource "google_compute_region_autoscaler" "autoscaler" {
  count  = tobool(var.autoscaling_enabled) ? 1 : 0
  region = var.region
  target = google_compute_region_instance_group_manager.${name}.self_link

  autoscaling_policy {
    min_replicas = var.min_replicas
    max_replicas = var.max_replicas
  }
}

output "self_link" { value = google_compute_region_instance_group_manager.${name}.self_link }
output "instance_group" { value = google_compute_region_instance_group_manager.${name}.instance_group }
output "instance_group_manager" { value = google_compute_region_instance_group_manager.${name} }
`

const one = `
  version {
    instance_template = var.instance_template
  }
`

const two = `
  version {
    instance_template = var.instance_template_initial_version
  }

  version {
    instance_template = var.instance_template_next_version
    target_size {
      percent = var.next_version_percent
    }
  }
`

export const module: ModuleAdapter = {
  sources: ['terraform-google-modules/vm/google'],
  versions: [
    {
      majors: [1, 15],
      files: {
        'modules/instance_template/main.tf': template,
        'modules/preemptible_and_regular_instance_templates/main.tf': bothTemplates,
        'modules/compute_instance/main.tf': instance,
        'modules/umig/main.tf': unmanaged,
        'modules/mig/main.tf': managed('mig', one),
        'modules/mig_with_percent/main.tf': managed('mig_with_percent', two),
      },
    },
  ],
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'templates cost nothing by themselves, one of each kind',
    terraform: `module "template" {
  source       = "terraform-google-modules/vm/google//modules/instance_template"
  version      = "~> 13.0"
  region       = "us-central1"
  project_id   = "example"
  machine_type = "g2-standard-4"
  spot         = true
}

module "both" {
  source     = "terraform-google-modules/vm/google//modules/preemptible_and_regular_instance_templates"
  for_each   = toset(["a", "b"])
  region     = "us-central1"
  project_id = "example"
}
`,
    sees: [],
  },
  {
    name: 'three to six machines and four more, of one template: each 730 h × ($0.706832 + $0.005 of its address) + 100 GiB × $0.10',
    terraform: `module "template" {
  source        = "terraform-google-modules/vm/google//modules/instance_template"
  version       = "~> 14.0"
  project_id    = "example"
  region        = "us-central1"
  machine_type  = "g2-standard-4"
  disk_size_gb  = 100
  disk_type     = "pd-balanced"
  access_config = [{ network_tier = "PREMIUM" }]
}

module "group" {
  source              = "terraform-google-modules/vm/google//modules/mig"
  project_id          = "example"
  region              = "us-central1"
  instance_template   = module.template.self_link
  autoscaling_enabled = "true"
  min_replicas        = 3
  max_replicas        = 6
}

module "machines" {
  source            = "terraform-google-modules/vm/google//modules/compute_instance"
  project_id        = "example"
  zone              = "us-central1-b"
  num_instances     = 4
  instance_template = module.template.self_link
}
`,
    sees: [
      { address: 'module.group.google_compute_region_instance_group_manager.mig', usd: 1588.91 },
      { address: 'module.machines.google_compute_instance_from_template.compute_instance', usd: 2118.55 },
    ],
  },
]

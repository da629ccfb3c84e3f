// https://registry.terraform.io/modules/terraform-google-modules/kubernetes-engine/google/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'

// A node pool is a map with numbers or texts; without limits of its own it grows from one node a zone to a hundred.
/** @param machine the type of a pool that names none */
const main = (machine: string) => `
variable "name" { default = "" }
variable "regional" { default = true }
variable "region" { default = null }
variable "zones" { default = [] }
variable "kubernetes_version" { default = "latest" }
variable "initial_node_count" { default = 0 }
variable "remove_default_node_pool" { default = false }
variable "node_pools" { default = [{ name = "default-node-pool" }] }
variable "windows_node_pools" { default = [] }
variable "cluster_resource_labels" { default = {} }

locals {
  location  = var.regional ? var.region : try(var.zones[0], null)
  locations = var.regional ? var.zones : try(slice(var.zones, 1, length(var.zones)), [])
  pools     = { for pool in concat(var.node_pools, var.windows_node_pools) : pool.name => pool }
}

resource "google_container_cluster" "primary" {
  name                     = var.name
  location                 = local.location
  node_locations           = local.locations
  initial_node_count       = var.initial_node_count
  remove_default_node_pool = var.remove_default_node_pool
  resource_labels          = var.cluster_resource_labels
}

resource "google_container_node_pool" "pools" {
  for_each           = local.pools
  name               = each.key
  cluster            = google_container_cluster.primary.name
  location           = local.location
  node_locations     = try(each.value.node_locations, "") != "" ? split(",", each.value.node_locations) : null
  initial_node_count = try(each.value.autoscaling, true) ? try(each.value.initial_node_count, each.value.min_count, 1) : null
  node_count         = try(each.value.autoscaling, true) ? null : try(each.value.node_count, 1)

  dynamic "autoscaling" {
    for_each = try(each.value.autoscaling, true) ? [1] : []
    content {
      min_node_count       = try(each.value.total_min_count, null) == null ? try(each.value.min_count, 1) : null
      max_node_count       = try(each.value.total_max_count, null) == null ? try(each.value.max_count, 100) : null
      total_min_node_count = try(each.value.total_min_count, null)
      total_max_node_count = try(each.value.total_max_count, null)
    }
  }

  node_config {
    machine_type    = try(each.value.machine_type, "${machine}")
    image_type      = try(each.value.image_type, "COS_CONTAINERD")
    disk_size_gb    = try(each.value.disk_size_gb, 100)
    disk_type       = try(each.value.disk_type, "pd-standard")
    local_ssd_count = try(each.value.local_ssd_count, 0)
    preemptible     = try(each.value.preemptible, false)
    spot            = try(each.value.spot, false)

    dynamic "guest_accelerator" {
      for_each = try(each.value.accelerator_count, 0) > 0 ? [1] : []
      content {
        type  = try(each.value.accelerator_type, null)
        count = each.value.accelerator_count
      }
    }
  }
}

output "name" { value = google_container_cluster.primary.name }
output "cluster_id" { value = google_container_cluster.primary.id }
output "location" { value = local.location }
output "region" { value = var.region }
output "zones" { value = var.zones }
output "endpoint" { value = google_container_cluster.primary.endpoint }
output "ca_certificate" { value = try(google_container_cluster.primary.master_auth[0].cluster_ca_certificate, null) }
output "node_pools_names" { value = [for pool in google_container_node_pool.pools : pool.name] }
`

const variants = [
  'private-cluster',
  'private-cluster-update-variant',
  'beta-public-cluster',
  'beta-public-cluster-update-variant',
  'beta-private-cluster',
  'beta-private-cluster-update-variant',
]

const filesOf = (machine: string) => ({
  'main.tf': main(machine),
  ...Object.fromEntries(variants.map((name) => [`modules/${name}/main.tf`, main(machine)])),
})

export const module: ModuleAdapter = {
  sources: ['terraform-google-modules/kubernetes-engine/google'],
  versions: [
    { majors: [10, 44], files: filesOf('e2-medium') },
    { majors: [5, 9], files: filesOf('n1-standard-2') },
  ],
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'in two zones: 730 h × $0.10; from 2 × (730 h × $0.0335057 + 100 GiB × $0.04) to a hundred a zone; 4 × (730 h × $0.706832 + 100 GiB × $0.04)',
    terraform: `module "gke" {
  source   = "terraform-google-modules/kubernetes-engine/google"
  name     = "gke-test-1"
  region   = "us-central1"
  zones    = ["us-central1-a", "us-central1-b"]
  node_pools = [
    { name = "default-node-pool", machine_type = "e2-medium", min_count = 1, max_count = 100, disk_size_gb = 100, spot = false },
    { name = "gpu", machine_type = "g2-standard-4", autoscaling = false, node_count = 2, accelerator_count = 1, accelerator_type = "nvidia-l4" },
  ]
}
`,
    sees: [
      { address: 'module.gke.google_container_cluster.primary', usd: 73, status: 'priced' },
      { address: 'module.gke.google_container_node_pool.pools["default-node-pool"]', usd: 56.92, status: 'priced' },
      { address: 'module.gke.google_container_node_pool.pools["gpu"]', usd: 2079.95, status: 'priced' },
    ],
  },
  {
    name: 'the private variant, zonal, for each of two names: 2 × 730 h × $0.10 and from 2 × (730 h × $0.036862 + 100 GiB × $0.04)',
    terraform: `module "gke" {
  source   = "terraform-google-modules/kubernetes-engine/google//modules/beta-private-cluster"
  for_each = toset(["a", "b"])
  name     = each.key
  regional = false
  zones    = ["europe-west1-b"]
}
`,
    sees: [
      { address: 'module.gke.google_container_cluster.primary', usd: 146, status: 'priced' },
      { address: 'module.gke.google_container_node_pool.pools', usd: 61.82, status: 'priced' },
    ],
  },
  {
    name: 'a regional cluster that names no zones has three: 730 h × $0.10; 3 × (730 h × $0.0335057 + 100 GiB × $0.10), as many as there are at first',
    terraform: `module "gke" {
  source = "terraform-google-modules/kubernetes-engine/google"
  name   = "three"
  region = "us-central1"
  node_pools = [
    { name = "pool", machine_type = "e2-medium", disk_type = "pd-balanced", min_count = 1, max_count = 1, initial_node_count = 1 },
  ]
}
`,
    sees: [
      { address: 'module.gke.google_container_cluster.primary', usd: 73 },
      { address: 'module.gke.google_container_node_pool.pools', usd: 103.38 },
    ],
  },
]

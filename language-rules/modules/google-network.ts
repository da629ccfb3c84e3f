// https://registry.terraform.io/modules/terraform-google-modules/network/google/latest
import type { ModuleAdapter } from '../../core/format.ts'
import type { ResourceExample } from '../../core/resource.ts'

/** Networks, subnets, routes and rules of a firewall are free: what stands here is for those who read the outputs. */
const main = `
variable "network_name" { default = "" }
variable "subnets" { default = [] }

resource "google_compute_network" "network" {
  name = var.network_name
}

resource "google_compute_subnetwork" "subnetwork" {
  for_each      = { for subnet in var.subnets : "\${subnet.subnet_region}/\${subnet.subnet_name}" => subnet }
  name          = each.value.subnet_name
  region        = each.value.subnet_region
  ip_cidr_range = try(each.value.subnet_ip, null)
  network       = google_compute_network.network.id
}

output "network_name" { value = google_compute_network.network.name }
output "network_id" { value = google_compute_network.network.id }
output "network_self_link" { value = google_compute_network.network.self_link }
output "subnets" { value = google_compute_subnetwork.subnetwork }
output "subnets_names" { value = [for subnet in google_compute_subnetwork.subnetwork : subnet.name] }
output "subnets_self_links" { value = [for subnet in google_compute_subnetwork.subnetwork : subnet.self_link] }
`

export const module: ModuleAdapter = {
  sources: ['terraform-google-modules/network/google'],
  versions: [{ majors: [0, 18], files: { 'main.tf': main } }],
}

export const examples: readonly ResourceExample[] = [
  {
    name: 'a network with two subnets: nothing to pay',
    terraform: `module "vpc" {
  source       = "terraform-google-modules/network/google"
  network_name = "example-vpc"
  subnets = [
    { subnet_name = "subnet-01", subnet_ip = "10.10.10.0/24", subnet_region = "us-west1" },
    { subnet_name = "subnet-02", subnet_ip = "10.10.20.0/24", subnet_region = "us-west1" },
  ]
}
`,
    sees: [],
  },
  {
    name: 'one for each of two names: nothing to pay',
    terraform: `module "vpc" {
  source       = "terraform-google-modules/network/google"
  for_each     = toset(["a", "b"])
  network_name = each.key
}
`,
    sees: [],
  },
]

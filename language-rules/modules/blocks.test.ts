import { expect, it } from 'vitest'
import { fileDocument } from '../../core/document.ts'
import { engine } from '../formats/terraform/engine.ts'
import { registry } from '../registry.gen.ts'

// Whether or not their types have prices yet, these modules make what they say, with what decides its price.

/** Each block with what it says at the paths, and how many there are. */
function made(text: string, paths: readonly string[]) {
  const { blocks, problems } = engine.evaluate([fileDocument('main.tf', 'terraform', text)], {
    region: {},
    adapters: registry.modules,
  })
  expect(problems).toEqual([])
  return blocks.map((block) => {
    const values = paths.flatMap((path) => {
      const value = block.fact(path)
      return 'value' in value ? [value.value] : []
    })
    const count = 'value' in block.count ? block.count.value : '?'
    const region = 'value' in block.region ? block.region.value : '?'
    return `${count} ${block.address} ${region}: ${values.join(' ')}`
  })
}

it('a group of Google machines is made of its template, and grows between its bounds', () => {
  const text = `
module "template" {
  source           = "terraform-google-modules/vm/google//modules/instance_template"
  version          = "~> 14.0"
  project_id       = "example"
  region           = "us-central1"
  machine_type     = "n1-standard-8"
  disk_size_gb     = 200
  additional_disks = [{ disk_type = "local-ssd" }]
  gpu              = { type = "nvidia-tesla-t4", count = 2 }
  access_config    = [{ network_tier = "PREMIUM" }]
  spot             = true
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
`
  const paths = [
    'machine_type',
    'disk.disk_size_gb',
    'disk.disk_type',
    'guest_accelerator.type',
    'guest_accelerator.count',
  ]
  const more = [
    'scheduling.provisioning_model',
    'autoscaling_policy.min_replicas',
    'autoscaling_policy.max_replicas',
    'target_size',
  ]
  expect(made(text, [...paths, ...more])).toEqual([
    '1 module.template.google_compute_instance_template.tpl us-central1: n1-standard-8 200 pd-standard nvidia-tesla-t4 2 SPOT',
    '1 module.group.google_compute_region_instance_group_manager.mig us-central1: ',
    '1 module.group.google_compute_region_autoscaler.autoscaler us-central1: 3 6',
    '4 module.machines.google_compute_instance_from_template.compute_instance us-central1: ',
  ])
  const { blocks } = engine.evaluate([fileDocument('main.tf', 'terraform', text)], {
    region: {},
    adapters: registry.modules,
  })
  const at = (name: string) => blocks.find(({ address }) => address.endsWith(name))!
  expect(at('.mig').target('version.instance_template')?.address).toBe(
    'module.template.google_compute_instance_template.tpl',
  )
  expect(at('.autoscaler').target('target')?.address).toBe(
    'module.group.google_compute_region_instance_group_manager.mig',
  )
  expect(at('.compute_instance').target('source_instance_template')?.address).toBe(
    'module.template.google_compute_instance_template.tpl',
  )
  expect(
    at('.tpl')
      .nested('disk')
      .map((disk) => disk.fact('disk_size_gb')),
  ).toMatchObject([{ value: 200 }, { value: '375' }])
  expect(at('.tpl').nested('network_interface.access_config')).toHaveLength(1)
})

it('a cluster of Azure has its pool and others, in the words of the version', () => {
  const pools = (word: string) => `
  resource_group_name = "example"
  location            = "West Europe"
  prefix              = "example"
  agents_size         = "Standard_D4s_v5"
  agents_min_count    = 1
  agents_max_count    = 5
  ${word}             = true
  node_pools = {
    gpu = { name = "gpu", vm_size = "Standard_NC4as_T4_v3", node_count = 2, priority = "Spot" }
    old = { name = "old", vm_size = "Standard_D2s_v3", node_count = 1, create_before_destroy = false }
  }
`
  const paths = [
    'sku_tier',
    'default_node_pool.vm_size',
    'default_node_pool.min_count',
    'default_node_pool.max_count',
    'default_node_pool.os_disk_size_gb',
  ]
  const seen = (version: string, word: string) =>
    made(`module "aks" {\n  source  = "Azure/aks/azurerm"\n  version = "${version}"\n${pools(word)}}\n`, [
      ...paths,
      'vm_size',
      'node_count',
      'priority',
      'retention_in_days',
    ])
  const blocks = [
    '1 module.aks.azurerm_kubernetes_cluster.main westeurope: Free Standard_D4s_v5 1 5 50',
    '1 module.aks.azurerm_kubernetes_cluster_node_pool.node_pool_create_before_destroy westeurope: Standard_NC4as_T4_v3 2 Spot',
    '1 module.aks.azurerm_kubernetes_cluster_node_pool.node_pool_create_after_destroy westeurope: Standard_D2s_v3 1',
    '1 module.aks.azurerm_log_analytics_workspace.main westeurope: 30',
    '1 module.aks.azurerm_log_analytics_solution.main westeurope: ',
  ]
  expect(seen('11.5.0', 'auto_scaling_enabled')).toEqual(blocks)
  expect(seen('~> 9.0', 'enable_auto_scaling')).toEqual(blocks)
})

it('machines of Azure have their disks and addresses, Windows where the image is', () => {
  const paths = [
    'vm_size',
    'storage_os_disk.managed_disk_type',
    'storage_data_disk.disk_size_gb',
    'storage_image_reference.publisher',
    'sku',
    'disk_size_gb',
  ]
  const text = `
module "linux" {
  source              = "Azure/compute/azurerm"
  version             = "5.3.0"
  resource_group_name = "example"
  vnet_subnet_id      = "subnet"
  location            = "eastus"
  vm_os_simple        = "RHEL"
  nb_instances        = 2
  nb_data_disk        = 1
  data_disk_size_gb   = 64
  extra_disks         = [{ name = "logs", size = 100 }]
}

module "windows" {
  source              = "Azure/compute/azurerm"
  resource_group_name = "example"
  vnet_subnet_id      = "subnet"
  location            = "eastus"
  vm_os_simple        = "WindowsServer"
  vm_size             = "Standard_D4s_v3"
  nb_public_ip        = 0
  nested_data_disks   = false
  nb_data_disk        = 2
}
`
  expect(made(text, paths)).toEqual([
    '2 module.linux.azurerm_virtual_machine.vm_linux eastus: Standard_D2s_v3 Premium_LRS 64 RedHat',
    '1 module.linux.azurerm_public_ip.vm eastus: Basic',
    '1 module.windows.azurerm_virtual_machine.vm_windows eastus: Standard_D4s_v3 Premium_LRS MicrosoftWindowsServer',
    '2 module.windows.azurerm_managed_disk.vm_data_disk eastus: 30',
  ])
})

import * as z from 'zod/mini'
import { codeOf, setAttribute } from '../../core/fixes/blocks.ts'
import { known } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { factPlace, writtenAt } from '../../core/rules/block-place.ts'
import { isNonProduction } from '../../core/rules/environment.ts'
import { fixedPart } from '../../core/rules/unit-lines.ts'
import type { Fact } from '../../core/types.ts'

interface Disk {
  readonly fact: string
  readonly attribute: string
  readonly instead: Readonly<Record<string, string>>
}

const azure = { Premium_LRS: 'StandardSSD_LRS' }
const google = { 'pd-ssd': 'pd-balanced' }

/** Of each type the attribute that says it, and the next cheaper solid-state class. */
const disks: Readonly<Record<string, Disk>> = {
  google_compute_disk: { fact: 'type', attribute: 'type', instead: google },
  google_compute_instance: { fact: 'disks[0].type', attribute: 'boot_disk.initialize_params.type', instead: google },
  azurerm_managed_disk: { fact: 'type', attribute: 'storage_account_type', instead: azure },
  azurerm_linux_virtual_machine: {
    fact: 'osDisk.type',
    attribute: 'os_disk.storage_account_type',
    instead: azure,
  },
  azurerm_windows_virtual_machine: {
    fact: 'osDisk.type',
    attribute: 'os_disk.storage_account_type',
    instead: azure,
  },
}

export const rule = defineRule({
  id: 'premium-disk-non-production',
  on: 'resource',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'What is not production has a disk of the premium class.',
    why: 'The class below is a solid-state disk too, and is billed at less for the same size.',
    fix: 'Take the next cheaper class: `StandardSSD_LRS` in Azure, `pd-balanced` in Google Cloud.',
    unless:
      'Speed is what is tried there. In Azure the class below bills requests too, and a machine of one instance has a lower service level with it.',
    source: 'https://learn.microsoft.com/azure/virtual-machines/disks-types',
    alters: ['speed'],
    notIn: {
      python: 'the disks that code makes are of Amazon EBS; provisioned-iops-volume tells of those',
      typescript: 'the disks that code makes are of Amazon EBS; provisioned-iops-volume tells of those',
      notebook: 'the disks that code makes are of Amazon EBS; provisioned-iops-volume tells of those',
    },
  },
  options: z.object({}),
  *check(resource, { estimate, estimateWith, document }) {
    const disk = disks[resource.type]
    const type = disk && resource.shape[disk.fact]
    if (!disk || type?.is !== 'known') return
    const name = String(type.value)
    const instead = disk.instead[name]
    if (instead === undefined || !isNonProduction(resource)) return
    const after = estimateWith({ shape: { ...resource.shape, [disk.fact]: known<Fact>(instead, resource.location) } })
    const [now, then] = [fixedPart(estimate), fixedPart(after)]
    if (!now || !then || then.likely >= now.likely) return
    const isLiteral = codeOf(resource, disk.attribute, document, type) === `"${name}"`
    yield {
      at: writtenAt(resource, disk.attribute) ?? factPlace(resource, type, document),
      message: say`A ${name} disk where nothing is in production: ${usd(now)} a month for this block, ${usd(then)} with ${instead}.`,
      after,
      fixes: isLiteral
        ? [
            {
              title: `Change the disk to ${instead}`,
              safety: 'suggestion',
              edits: [setAttribute(resource, disk.attribute, `"${instead}"`, document, type)],
              claim: 'saves',
            },
          ]
        : [],
    }
  },
})

const managed = (name: string, type: string) => `resource "azurerm_managed_disk" "${name}" {
  location             = "East US"
  resource_group_name  = "shop"
  storage_account_type = "${type}"
  create_option        = "Empty"
  disk_size_gb         = 128
}
`

const machine = (type: string) => `provider "google" {
  project = "shop"
  region  = "us-central1"
}

resource "google_compute_instance" "staging" {
  name         = "staging"
  machine_type = "e2-standard-4"
  zone         = "us-central1-a"

  boot_disk {
    initialize_params {
      image = "debian-12"
      size  = 200
      type  = "${type}" # as in production
    }
  }
}
`

export const examples: readonly RuleExample[] = [
  {
    name: 'the boot disk of a machine of Google Cloud',
    lang: 'terraform',
    code: machine('pd-ssd'),
    finds: [
      {
        line: 15,
        message:
          'A pd-ssd disk where nothing is in production: $131.84 a month for this block, $117.84 with pd-balanced.',
        fixed: machine('pd-balanced'),
      },
    ],
  },
  {
    name: 'a disk of Azure for staging',
    lang: 'terraform',
    code: managed('staging', 'Premium_LRS'),
    finds: [
      {
        line: 4,
        message:
          'A Premium_LRS disk where nothing is in production: $19.71 a month for this block, $9.60 with StandardSSD_LRS.',
        fixed: `resource "azurerm_managed_disk" "staging" {
  location             = "East US"
  resource_group_name  = "shop"
  storage_account_type = "StandardSSD_LRS"
  create_option        = "Empty"
  disk_size_gb         = 128
}
`,
      },
    ],
  },
  {
    name: 'a disk of Google Cloud for development',
    lang: 'terraform',
    code: `resource "google_compute_disk" "dev" {
  name = "dev"
  zone = "us-central1-a"
  type = "pd-ssd" # as in production
  size = 500
}
`,
    finds: [
      {
        line: 4,
        message:
          'A pd-ssd disk where nothing is in production: $85.00 a month for this block, $50.00 with pd-balanced.',
        fixed: `resource "google_compute_disk" "dev" {
  name = "dev"
  zone = "us-central1-a"
  type = "pd-balanced" # as in production
  size = 500
}
`,
      },
    ],
  },
  {
    name: 'production, and what nobody says anything of',
    lang: 'terraform',
    code: managed('production', 'Premium_LRS') + managed('orders', 'Premium_LRS'),
    finds: [],
  },
  {
    name: 'the cheaper class already',
    lang: 'terraform',
    code: managed('test', 'StandardSSD_LRS'),
    finds: [],
  },
]

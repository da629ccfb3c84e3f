// https://cloud.google.com/compute/vm-instance-pricing
import { isUnwritten } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { defineResource } from '../../../core/resource.ts'
import { diskUsed } from '../disk-used.ts'
import { instanceLabel } from '../instance-label.ts'
import { modelShape } from '../loaded-model.ts'
import { startFacts } from '../told-gpus.ts'
import { type Facts, instanceFacts, purchaseOf, templateFacts } from './compute/launch.ts'
import { examples as licenceExamples } from './compute/licence-examples.ts'
import { sustainedUse } from './compute/machine-lines.ts'
import { templateOf } from './compute/template-of.ts'
import { one, vmLines, vmShape } from './compute/vm-lines.ts'
import { examples as instanceExamples } from './compute-examples.ts'

const labels = { machine: 'Instance', boot: 'Boot disk' }

const instance = defineResource({
  id: 'gcp/compute-instance',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/compute/vm-instance-pricing',
  shape: { ...vmShape, ...modelShape },
  usage: diskUsed,
  assumes: [sustainedUse],
  lines: (resource, prices) => vmLines(resource, prices, one(resource), labels),
  from: {
    terraform: {
      google_compute_instance: {
        facts: {},
        more(block) {
          const own = instanceFacts(block)
          const scripts = ['metadata_startup_script', 'metadata.startup-script']
          return { ...own, ...startFacts(block, own.instanceType, scripts) }
        },
        purchase: purchaseOf,
      },
      // https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance_from_template
      google_compute_instance_from_template: {
        facts: {},
        more: (block) => overTemplate(block),
        purchase: (block) => {
          const template = templateOf(block, 'source_instance_template')
          return isUnwritten(block.fact('scheduling.provisioning_model')) && template
            ? purchaseOf(template)
            : purchaseOf(block)
        },
      },
      // What the image says is not in the source: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance_from_machine_image
      google_compute_instance_from_machine_image: { facts: {}, more: instanceFacts, purchase: purchaseOf },
    },
  },
  label: (resource, prices) => instanceLabel(resource, 'Compute Engine instance', prices),
})

/** What is written beside the template goes before what the template says. */
function overTemplate(block: Block): Facts {
  const template = templateOf(block, 'source_instance_template')
  const own = instanceFacts(block)
  if (template === undefined) return own
  const written = Object.entries(own).filter(([name, value]) => !name.startsWith('disks[') && !isUnwritten(value))
  const hasOwnDisk = block.nested('boot_disk').length > 0
  const hasOwnAddress = block.nested('network_interface').length > 0
  return {
    ...templateFacts(template),
    ...Object.fromEntries(written.filter(([name]) => name !== 'externalIpv4' || hasOwnAddress)),
    ...(hasOwnDisk ? Object.fromEntries(Object.entries(own).filter(([name]) => name.startsWith('disks['))) : {}),
  }
}

export const resources = [instance]

export const examples = [...instanceExamples, ...licenceExamples]

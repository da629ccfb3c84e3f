// https://aws.amazon.com/ec2/pricing/on-demand/
import { fact } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known } from '../../../core/known.ts'
import { defineResource } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { diskUsed } from '../disk-used.ts'
import { instanceLabel } from '../instance-label.ts'
import { modelShape } from '../loaded-model.ts'
import { startFacts } from '../told-gpus.ts'
import { imageFacts, imageShape } from './ec2/image-architecture.ts'
import { imageExamples } from './ec2/image-examples.ts'
import { launchFacts } from './ec2/launch.ts'
import { launchShape, launchUsage } from './ec2/launch-shape.ts'
import { attachedLines, hourLines, typeLines } from './ec2/machine.ts'
import { marketOf } from './ec2/market.ts'
import { launchersOf, templateOf } from './ec2/template-of.ts'
import { examples as instanceExamples } from './ec2-examples.ts'

const template = (block: Block) => templateOf(block, ['launch_template.id', 'launch_template.name'])

/** What the clock does to it is said beside it: https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html */
const isScheduled = (block: Block): Known<Fact> =>
  known<Fact>(block.referredBy('aws_scheduler_schedule').length > 0, block.location)

const instance = defineResource({
  id: 'aws/ec2-instance',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ec2/pricing/on-demand/',
  shape: {
    ...launchShape,
    ...modelShape,
    ...imageShape,
    scheduled: 'whether something starts and stops it by the clock',
  },
  usage: { ...launchUsage, ...diskUsed },
  lines: (resource, prices) => {
    const one = known(1, resource.location)
    const type = fact(resource, 'instanceType')
    const machines = { label: 'Instance', type, purchase: resource.purchase, number: one }
    return [
      ...hourLines(resource, prices, machines),
      ...attachedLines(resource, prices, one),
      ...typeLines(resource, prices, machines),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/spot_instance_request
    terraform: {
      aws_instance: {
        facts: {},
        more(block) {
          const launched = launchFacts(block, launchersOf(block, template(block)))
          const served = startFacts(block, launched.instanceType, ['user_data'])
          return { ...launched, ...served, ...imageFacts(block), scheduled: isScheduled(block) }
        },
        purchase: (block) => marketOf(block, template(block).block),
      },
      aws_spot_instance_request: {
        facts: {},
        more: (block) => launchFacts(block, launchersOf(block, template(block))),
        purchase: () => 'spot',
      },
    },
  },
  label: (resource, prices) => instanceLabel(resource, 'EC2 instance', prices),
})

export const resources = [instance]

export const examples = [...instanceExamples, ...imageExamples]

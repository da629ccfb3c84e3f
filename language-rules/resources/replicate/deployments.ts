// https://replicate.com/pricing, https://replicate.com/docs/billing: a deployment bills its instances for all the time they are online.
import { fact, line, priceFor } from '../../../core/estimate/resource-line.ts'
import { known, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Resource } from '../../../core/types.ts'
import { containerPer, isKept, keptCount } from '../container-lines.ts'

const least = 'min_instances|[2].min_instances'

const told: FormatMapping = {
  facts: {
    instanceType: 'hardware|[2].hardware',
    minContainers: least,
    maxContainers: 'max_instances|[2].max_instances',
  },
  region: (block) => known('global', block.location),
  count: (block) => keptCount(block.fact(least), block.location),
}

const hours = (resource: Resource) => (isKept(resource) ? 730 : 1)

const deployment = defineResource({
  id: 'replicate/deployment',
  cloud: 'replicate',
  docs: 'https://replicate.com/pricing',
  shape: {
    instanceType: 'hardware of each instance, gpu-a100-large',
    minContainers: 'instances that are kept online',
    maxContainers: 'instances that run at most',
  },
  per: containerPer,
  lines: (resource, prices) => [
    line(
      'Instances',
      'second',
      known(3600 * hours(resource), resource.location),
      priceFor(resource, [fact(resource, 'instanceType')], (region, name) =>
        prices.service('replicate', 'hardware', name!, region),
      ),
    ),
  ],
  from: { sdk: { 'replicate.deployment': told } },
  label: ({ shape }) => `Replicate · ${String((shape.instanceType && valueOf(shape.instanceType)) ?? 'deployment')}`,
})

export const resources = [deployment]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'two instances kept online: 2 × 730 h × 3,600 s × $0.001400; one that works for an hour: 3,600 s × $0.000225',
    lang: 'python',
    code: `import replicate

replicate.deployments.create(
    name="art", model="acme/art", version="v", hardware="gpu-a100-large", min_instances=2, max_instances=5
)
replicate.deployments.create(name="ocr", model="acme/ocr", version="v", hardware="gpu-t4", min_instances=0, max_instances=1)
replicate.deployments.create(name="own", model="acme/own", version="v", hardware=config.hardware, min_instances=1)
`,
    sees: [
      { address: 'replicate.deployment', usd: 7358.4, status: 'priced' },
      { address: 'replicate.deployment#2', usd: 0.81, status: 'priced' },
      { address: 'replicate.deployment#3', usd: null, status: 'unknown', unknown: ['Instances: dynamic'] },
    ],
  },
]

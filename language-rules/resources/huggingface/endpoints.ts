// https://huggingface.co/docs/inference-endpoints/support/pricing: a replica is billed by the minute while it starts and runs.
import { fact, line, priceFor } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import { containerPer, isKept } from '../container-lines.ts'
import { countedBy } from '../from-code.ts'

/** Where none is kept, one that works. */
function replicas(block: Block) {
  const least = countedBy('min_replica', 1)(block)
  return valueOf(least) === 0 ? known(1, block.location) : least
}

const endpoint = defineResource({
  id: 'huggingface/endpoint',
  cloud: 'huggingface',
  docs: 'https://huggingface.co/docs/inference-endpoints/support/pricing',
  shape: {
    vendor: 'aws, azure or gcp',
    instanceType: 'nvidia-a10g',
    instanceSize: 'x1, x4: how many of them',
    minContainers: 'replicas that are kept running',
    maxContainers: 'replicas that run at most',
  },
  per: containerPer,
  lines(resource, prices) {
    const facts = ['vendor', 'instanceType', 'instanceSize'].map((name) => fact(resource, name))
    const price = priceFor(resource, facts, (_, ...names) =>
      prices.service('huggingface', 'endpoints', names.join(' '), 'global'),
    )
    return [line('Replicas', 'hour', known(isKept(resource) ? 730 : 1, resource.location), price)]
  },
  from: {
    sdk: {
      'huggingface.endpoint': {
        facts: {
          vendor: 'vendor',
          instanceType: 'instance_type',
          instanceSize: 'instance_size',
          // https://huggingface.co/docs/huggingface_hub/package_reference/hf_api
          minContainers: ['min_replica', 1],
          maxContainers: ['max_replica', 1],
        },
        // Prices are the same in all regions of a vendor.
        region: (block) => known('global', block.location),
        count: replicas,
      },
    },
  },
  label: ({ shape }) =>
    `HF endpoint · ${String((shape.instanceType && valueOf(shape.instanceType)) ?? '')} ${String((shape.instanceSize && valueOf(shape.instanceSize)) ?? '')}`.trim(),
})

export const resources = [endpoint]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'a replica all month: 730 h × $1; two: 2 × 730 h × $3.80; one that scales to zero, an hour: $0.50; one in no list',
    lang: 'python',
    code: `from huggingface_hub import HfApi, create_inference_endpoint

create_inference_endpoint(
    "a", repository="m", framework="pytorch", accelerator="gpu", vendor="aws", region="us-east-1",
    instance_size="x1", instance_type="nvidia-a10g",
)
api = HfApi()
api.create_inference_endpoint(
    "b", repository="m", framework="pytorch", accelerator="gpu", vendor="gcp", region="us-east4",
    instance_size="x4", instance_type="nvidia-l4", min_replica=2, max_replica=4,
)
api.create_inference_endpoint(
    "c", repository="m", framework="pytorch", accelerator="gpu", vendor="aws", region="us-east-1",
    instance_size="x1", instance_type="nvidia-t4", min_replica=0,
)
api.create_inference_endpoint(
    "d", repository="m", framework="pytorch", accelerator="gpu", vendor="aws", region="us-east-1",
    instance_size="medium", instance_type="g5.2xlarge",
)
`,
    sees: [
      { address: 'huggingface.endpoint', usd: 730, status: 'priced' },
      { address: 'huggingface.endpoint#2', usd: 5548, status: 'priced' },
      { address: 'huggingface.endpoint#3', usd: 0.5, status: 'priced' },
      { address: 'huggingface.endpoint#4', usd: null, status: 'unknown', unknown: ['Replicas: no-price'] },
    ],
  },
]

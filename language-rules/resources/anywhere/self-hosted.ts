// A model loaded by the program itself keeps GPUs of the machine it runs on busy: which, and for how long, is told nowhere in the code.
import { fact, isUnwritten, line, numberFact, numberOf, product } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'

/** Each part of a model that is cut up has a GPU of its own; where nothing is told, the library takes those that are there. */
function gpus(block: Block): Known<Fact> {
  const told = ['tensor_parallel_size', 'pipeline_parallel_size'].map((name) => block.fact(name))
  const written = told.filter((size) => !isUnwritten(size)).map(numberOf)
  if (written.length === 0) return unknown('dynamic', block.location)
  return written.reduce(product, known(1, block.location))
}

const loaded = defineResource({
  id: 'anywhere/self-hosted-model',
  cloud: 'unknown',
  docs: 'https://docs.vllm.ai/en/latest/serving/parallelism_scaling/',
  shape: {
    model: 'what is loaded',
    accelerator: 'the GPU, which the machine decides',
    acceleratorCount: 'GPUs it is spread over, where that is told',
  },
  quiet: true,
  per: () => 'hour',
  lines: (resource) => [line('GPUs', 'GPU-hour', numberFact(resource, 'acceleratorCount'), 'dynamic')],
  from: {
    sdk: {
      'local.model': {
        facts: {
          model:
            'model|model_path|model_name_or_path|^pretrained_model_name_or_path|pretrained_model_name_or_path|^[0]|[0]',
          accelerator: (block) => unknown('dynamic', block.location),
          acceleratorCount: gpus,
        },
        region: (block) => known('anywhere', block.location),
      },
    },
  },
  label: (resource) => `${String(valueOf(fact(resource, 'model')) ?? 'A model')}, self-hosted`,
})

export const resources = [loaded]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'GPUs of a machine nobody sees: no price, and no $0',
    lang: 'python',
    code: `from vllm import LLM

llm = LLM(model="meta-llama/Llama-3.1-70B-Instruct", tensor_parallel_size=4)
`,
    sees: [{ address: 'local.model', usd: null, status: 'unknown', unknown: ['GPUs: dynamic'] }],
  },
]

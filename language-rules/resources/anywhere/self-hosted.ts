// A model loaded by the program itself keeps GPUs of the machine it runs on busy: which, and for how long, is told nowhere in the code.
import { fact, line, numberFact } from '../../../core/estimate/resource-line.ts'
import { known, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import { gpusOfModel, loadedModel } from '../loaded-model.ts'

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
          model: loadedModel,
          accelerator: (block) => unknown('dynamic', block.location),
          acceleratorCount: gpusOfModel,
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

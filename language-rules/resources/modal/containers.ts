// https://modal.com/pricing, https://modal.com/docs/guide/resources
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known, Resource } from '../../../core/types.ts'
import { containerLines, containerPer, containerShape, gpuFacts, keptCount } from '../container-lines.ts'
import { modelBelow, modelShape } from '../loaded-model.ts'
import { commandIn, toldBy } from '../told-gpus.ts'

/** What the price list calls a GPU that code may name otherwise. https://modal.com/docs/guide/gpu */
const listed: Readonly<Record<string, string>> = {
  A100: 'A100-40GB',
  'A100-40': 'A100-40GB',
  'A100-80': 'A100-80GB',
  A10G: 'A10',
}

/** `cpu=(1, 4)`: asked for one, and no more than four. */
const first = (block: Block, name: string): Known<Fact> => {
  const list = block.list(name)
  return list.is === 'known' ? (list.value[0] ?? unknown('absent')) : block.fact(name)
}

const orDefault = (block: Block, fact: Known<Fact>, value: number): Known<Fact> =>
  fact.is === 'unknown' && fact.why === 'absent' ? assumed<Fact>(value, block.location) : fact

/** One GPU, or a list of those that will do. */
const gpuAt =
  (path: string) =>
  (block: Block): Record<string, Known<Fact>> => {
    const choices = block.list(path)
    const each = choices.is === 'known' ? choices.value.map(valueOf) : []
    const among = each.filter((one) => one !== undefined)
    if (choices.is === 'known' && among.length === each.length && among.length > 1)
      return gpuFacts({ is: 'oneOf', among, at: choices.at })
    return gpuFacts(choices.is === 'known' ? (choices.value[0] ?? unknown('absent')) : block.fact(path))
  }

const hours = (seconds: Known<Fact>): Known<Fact> => mapKnown(seconds, (value): Fact => Number(value) / 3600)

/** Where it is not told to run in a region it runs anywhere at the list price; in one it costs more, by a factor the price list does not name. */
const region = (block: Block): Known<string> => {
  const told = first(block, 'region')
  return told.is === 'unknown' && told.why === 'absent' ? known('anywhere', block.location) : mapKnown(told, String)
}

function container(names: {
  readonly idle: string
  readonly timeout: string
  readonly memory: string
  readonly gpu?: string
}): FormatMapping {
  return {
    facts: {
      cpuCores: (block) => orDefault(block, first(block, 'cpu'), 0.125),
      memoryGiB: (block) =>
        mapKnown(orDefault(block, first(block, names.memory), 128), (mib): Fact => Number(mib) / 1024),
      minContainers: 'min_containers|keep_warm',
      maxContainers: 'max_containers|concurrency_limit',
      idleSeconds: names.idle,
      lifetimeHours: (block) => hours(block.fact(names.timeout)),
      nonPreemptible: 'nonpreemptible',
    },
    more: (block) => ({ ...gpuAt('gpu')(block), ...modelBelow(block) }),
    region,
    count: (block) => keptCount(block.fact('min_containers|keep_warm'), block.location),
  }
}

/** Of a sandbox, which is told at once what to run. */
function commanded(block: Block, paths: readonly string[]): Record<string, Known<Fact>> {
  const command = commandIn(block, paths)
  return command === undefined ? {} : toldBy(command, block.location)
}

/** The same of the SDK for JavaScript, which counts in milliseconds. @param at where its options stand: `[2].`, or nowhere for the first */
function webContainer(at: string, idle: string): FormatMapping {
  const scaled = (path: string, by: number) => (block: Block) =>
    mapKnown(block.fact(path), (ms): Fact => Number(ms) / by)
  return {
    facts: {
      cpuCores: (block) => orDefault(block, block.fact(`${at}cpu`), 0.125),
      memoryGiB: (block) =>
        mapKnown(orDefault(block, block.fact(`${at}memoryMiB`), 128), (mib): Fact => Number(mib) / 1024),
      maxContainers: `${at}maxContainers`,
      idleSeconds: scaled(`${at}${idle}`, 1000),
      lifetimeHours: scaled(`${at}timeoutMs`, 3_600_000),
    },
    more: (block) => ({ ...gpuAt(`${at}gpu`)(block), ...commanded(block, [`${at}command`]) }),
    region: (block) => {
      const told = first(block, `${at}regions`)
      return told.is === 'unknown' && told.why === 'absent' ? known('anywhere', block.location) : mapKnown(told, String)
    },
  }
}

const isDear = ({ shape }: Resource) => shape.nonPreemptible !== undefined && valueOf(shape.nonPreemptible) === true

const items = {
  cloud: 'modal',
  service: 'compute',
  gpu: (name: string) => listed[name] ?? name,
  memoryUnit: 'GiB-second',
} as const

const pythonContainer = container({
  idle: 'scaledown_window|container_idle_timeout',
  timeout: 'timeout',
  memory: 'memory',
})

const functions = defineResource({
  id: 'modal/function',
  cloud: 'modal',
  docs: 'https://modal.com/pricing',
  shape: { ...containerShape, ...modelShape, nonPreemptible: 'true where Modal may not move it, at a higher price' },
  per: containerPer,
  lines: (resource, prices) => containerLines(priced(resource), prices, { ...items, core: 'core', memory: 'memory' }),
  from: {
    sdk: {
      'modal.function': pythonContainer,
      'modal.cls': pythonContainer,
      'modal.with_options': pythonContainer,
      'modal.web_with_options': webContainer('', 'scaledownWindowMs'),
    },
  },
  label: (resource) => labelOf(resource, 'Modal container'),
})

/** Its command is the arguments without a name, a word each. */
const pythonSandbox: FormatMapping = {
  ...container({ idle: 'idle_timeout', timeout: 'timeout', memory: 'memory' }),
  more: (block) => ({
    ...gpuAt('gpu')(block),
    ...commanded(
      block,
      Array.from({ length: 32 }, (_, i) => `[${i}]`),
    ),
  }),
}

/** Cores and memory of a sandbox have prices of their own, three times those of a function. */
const sandbox = defineResource({
  id: 'modal/sandbox',
  cloud: 'modal',
  docs: 'https://modal.com/docs/guide/sandbox-resources',
  shape: { ...containerShape, ...modelShape, nonPreemptible: 'always left out' },
  per: () => 'hour',
  lines: (resource, prices) =>
    containerLines(priced(resource), prices, { ...items, core: 'sandbox core', memory: 'sandbox memory' }),
  from: {
    sdk: {
      'modal.sandbox': pythonSandbox,
      'modal.web_sandbox': webContainer('[2].', 'idleTimeoutMs'),
    },
  },
  label: (resource) => labelOf(resource, 'Modal sandbox'),
})

/** The list has one price for the world; where another holds there is none. */
const priced = (resource: Resource): Resource =>
  valueOf(resource.region) === 'anywhere' && !isDear(resource)
    ? { ...resource, region: known('global', resource.location) }
    : resource

function labelOf({ shape }: Resource, otherwise: string): string {
  const { accelerator, acceleratorCount } = shape
  if (accelerator === undefined || (accelerator.is === 'unknown' && accelerator.why === 'absent')) return otherwise
  const name = accelerator.is === 'oneOf' ? accelerator.among.join(' or ') : valueOf(accelerator)
  const many = acceleratorCount && valueOf(acceleratorCount)
  return name === undefined ? otherwise : `Modal · ${many === undefined || many === 1 ? '' : `${many} × `}${name}`
}

export const resources = [functions, sandbox]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'a GPU that works for an hour: 3,600 s × ($0.001097 + 0.125 × $0.0000131 + 0.125 GiB × $0.00000222)',
    lang: 'python',
    code: `import modal

app = modal.App("train")

@app.function(gpu="H100", timeout=3600)
def train():
    pass
`,
    sees: [
      {
        address: 'train/modal.function',
        usd: 3.96,
        status: 'priced',
        lines: ['GPU', 'CPU', 'Memory'],
        assumed: ['cpuCores', 'memoryGiB'],
      },
    ],
  },
  {
    name: 'two containers kept all month: 2 × 730 h × 3,600 s × (4 × $0.000694 + 8 × $0.0000131 + 32 GiB × $0.00000222)',
    lang: 'python',
    code: `import modal

app = modal.App("serve")

@app.cls(gpu="A100-80GB:4", cpu=8, memory=32768, min_containers=2, scaledown_window=300)
class Model:
    pass
`,
    sees: [{ address: 'Model/modal.cls', usd: 15514.87, status: 'priced' }],
  },
  {
    name: 'one of two GPUs will do; in a region the price is another; a sandbox: 3,600 s × ($0.000164 + 0.125 × $0.00003942 + 0.125 × $0.00000667)',
    lang: 'python',
    code: `import modal

app = modal.App("any")

@app.function(gpu=["H100", "A100-80GB"])
def either():
    pass

@app.function(gpu="T4", region="eu")
def there():
    pass

sandbox = modal.Sandbox.create("sleep", "60", app=app, gpu="T4")
`,
    sees: [
      { address: 'either/modal.function', usd: 3.23, status: 'priced' },
      { address: 'there/modal.function', usd: null, status: 'unknown' },
      { address: 'modal.sandbox', usd: 0.61, status: 'priced', lines: ['GPU', 'CPU', 'Memory'] },
    ],
  },
]

import { estimateModelCall } from '../estimate/model-call.ts'
import { aligned } from '../fixes/aligned.ts'
import { setArgument } from '../fixes/arguments.ts'
import { markSystem } from '../fixes/cache-marks.ts'
import { valueOf } from '../known.ts'
import { writeModel } from '../rules/model-place.ts'
import { takenBy } from '../rules/taken-by.ts'
import type { CostedSite, Edit, ModelCall } from '../types.ts'
import type { Bench } from './bench.ts'
import { type Mistakes, numberIn, type Values } from './field.ts'
import { callsPerMonth } from './model-call.ts'
import { writeResource } from './write-resource.ts'

/** What outlay.json is to say. */
export type ConfigChange =
  | { readonly is: 'volume'; readonly file: string; readonly key: string; readonly calls: number }
  /** Of all calls of the file. */
  | {
      readonly is: 'assume'
      readonly file: string
      readonly name: 'inputTokens' | 'outputTokens'
      readonly tokens: number
    }
  | {
      readonly is: 'usage'
      readonly file: string
      readonly address: string
      readonly name: string
      readonly quantity: number
    }
  | { readonly is: 'region'; readonly file: string; readonly cloud: string; readonly region: string }

/** How a simulation becomes true: what is edited, what is noted in the config, and what neither can do, with why. */
export interface WriteBack {
  readonly edits: readonly Edit[]
  readonly config: readonly ConfigChange[]
  /** What the edits change and what the config is to say, in words: `model: gpt-4o → gpt-4o-mini`. */
  readonly code: readonly string[]
  readonly notes: readonly string[]
  readonly left: readonly string[]
}

export interface Writing {
  readonly edits: Edit[]
  readonly config: ConfigChange[]
  readonly code: string[]
  readonly notes: string[]
  readonly left: string[]
}

export function writeBack({ site }: CostedSite, values: Values, bench: Bench): WriteBack {
  const writing: Writing = { edits: [], config: [], code: [], notes: [], left: [] }
  if (site.kind === 'model-call') writeCall(site, values, bench, writing)
  else writeResource(site, values, bench, writing)
  return { ...writing, edits: aligned(writing.edits, bench.document) }
}

function writeCall(call: ModelCall, values: Values, bench: Bench, writing: Writing): void {
  const mistakes: Mistakes = {}
  const { file } = call.location
  const name = file.slice(file.lastIndexOf('/') + 1)
  const calls = callsPerMonth(values, mistakes)
  if (calls !== undefined) {
    writing.config.push({ is: 'volume', file, key: call.key, calls })
    writing.notes.push(`${calls.toLocaleString('en-US')} calls a month for ${call.label}`)
  }
  const output = numberIn(values, 'outputTokens', mistakes)
  if (output !== undefined) {
    writing.config.push({ is: 'assume', file, name: 'outputTokens', tokens: Math.round(output) })
    writing.notes.push(
      `${Math.round(output).toLocaleString('en-US')} output tokens for all calls of ${name} that do not tell`,
    )
  }
  writeInput(call, numberIn(values, 'inputTokens', mistakes), name, bench, writing)
  if (values.model) writeOtherModel(call, values.model, bench, writing)
  writeArguments(call, values, numberIn(values, 'maxOutput', mistakes), bench, writing)
}

function writeOtherModel(call: ModelCall, id: string, { document }: Bench, writing: Writing): void {
  const beside = takenBy(id, call, document)
  if (beside.every((edit) => edit !== undefined)) {
    put('model', valueOf(call.model), id, writeModel(call, id, document), writing)
    writing.edits.push(...beside)
  } else
    writing.left.push(`${id} answers some of the arguments of this call with an error: change them with the model.`)
}

function put(what: string, old: unknown, now: string, edit: Edit | undefined, { edits, code, left }: Writing): void {
  if (!edit) {
    left.push(`The ${what} is not written here as plain text: change it where it is made.`)
    return
  }
  edits.push(edit)
  code.push(`${what}: ${old === undefined ? 'not written' : String(old)} → ${now}`)
}

/** Only what the program fills in can be assumed: the rest is counted. */
function writeInput(
  call: ModelCall,
  tokens: number | undefined,
  name: string,
  { tools }: Bench,
  writing: Writing,
): void {
  if (tokens === undefined) return
  const assume = { ...tools.settings.assume, inputTokens: 0 }
  const written = estimateModelCall(call, { ...tools, settings: { ...tools.settings, assume } }).inputTokens?.likely
  const filled = written === undefined ? undefined : Math.round(tokens - written)
  if (!call.input.some(({ is }) => is === 'hole') || filled === undefined || filled < 0) {
    writing.left.push('The input tokens are counted in the prompt as it is written: shorten or lengthen it there.')
    return
  }
  writing.config.push({ is: 'assume', file: call.location.file, name: 'inputTokens', tokens: filled })
  writing.notes.push(
    `${filled.toLocaleString('en-US')} input tokens filled in at run time, for all calls of ${name} that do not tell`,
  )
}

function writeArguments(
  call: ModelCall,
  values: Values,
  limit: number | undefined,
  bench: Bench,
  writing: Writing,
): void {
  const { code, document, tools } = bench
  if (!code) return
  const at = { ...code, document }
  const { parameters } = call.source
  if (limit !== undefined) {
    const edit = parameters.maxOutput && setArgument(call, parameters.maxOutput, String(Math.round(limit)), at)
    put('output limit', valueOf(call.maxOutput), String(Math.round(limit)), edit || undefined, writing)
  }
  const { way } = values
  if (way === 'batch' || (way !== undefined && call.batch))
    writing.left.push('A batch is sent and fetched by calls of its own: no edit of this one does it.')
  else if (way !== undefined) {
    const tier = way === 'standard' ? 'default' : way
    const quote = code.named === 'keyword' ? '"' : "'"
    const edit =
      call.provider === 'openai' && call.api === 'chat'
        ? setArgument(call, 'service_tier', quote + tier + quote, at)
        : undefined
    put('service tier', valueOf(call.tier), tier, edit, writing)
  }
  const share = numberIn(values, 'cachedShare', {}, 100)
  if (!share || call.cached) return
  const id = values.model ?? valueOf(call.model)
  if (id === undefined || !tools.prices.model(call.provider, id)?.cacheNeedsMark) {
    writing.left.push('The provider caches by itself: keep what does not change at the start of the prompt.')
    return
  }
  put('cache mark', 'none', 'on the system prompt', markSystem(call, at), writing)
}

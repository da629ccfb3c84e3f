// Arguments that some models answer with an error: what a call has to say otherwise before it can ask them.
import { type Document, textOf } from '../document.ts'
import { replace } from '../fixes/arguments.ts'
import { valueOf } from '../known.ts'
import type { CostedSite, Edit, Location, ModelCall } from '../types.ts'

interface Beside {
  readonly document: Document
  readonly sites: readonly CostedSite[]
}

/** Edits beside that of the model's name. One is undefined where the call cannot be brought to it: then no fix may move it there. */
export function takenBy(id: string, call: ModelCall, document: Document): readonly (Edit | undefined)[] {
  const was = valueOf(call.model) ?? ''
  if (refusesSampling(id) && !refusesSampling(was) && sampling.test(document.text)) return [undefined]
  if (call.sdk !== 'openai' || call.api !== 'chat' || !isOpenai.has(call.provider)) return []
  if (refusesTemperature(id) && !refusesTemperature(was) && shaping.some((name) => call.source.arguments[name]))
    return [undefined]
  return refusesMaxTokens(id) && !refusesMaxTokens(was) ? renamedLimit(call, document) : []
}

/** The same of every call of the file whose model is written at that place: another name there moves all of them. */
export function takenByAll(id: string, call: ModelCall, { document, sites }: Beside): readonly (Edit | undefined)[] {
  const calls = sites.flatMap(({ site }) =>
    site.kind === 'model-call' && isSame(placeOf(site), placeOf(call)) ? [site] : [],
  )
  const edits = (calls.length > 0 ? calls : [call]).flatMap((each) => takenBy(id, each, document))
  return edits.filter((edit, i) => edits.findIndex((other) => isSame(other, edit)) === i)
}

const placeOf = ({ model }: ModelCall) => (model.is === 'known' ? model.at : undefined)

const isSame = (a: Location | Edit | undefined, b: Location | Edit | undefined): boolean =>
  a?.file === b?.file && a?.cell === b?.cell && a?.span[0] === b?.span[0]

/** https://platform.claude.com/docs/en/about-claude/models/migration-guide: an error from Opus 4.7 on. */
export const refusesSampling = (id: string): boolean => /(^|[/.])claude-(opus-4-[7-9]|[a-z]+-[5-9])/.test(id)
export const sampling = /\b(temperature|top_?[kp]|budget_?tokens)\b/i

const isOpenai: ReadonlySet<string> = new Set(['openai', 'azure-openai'])

/** Models that think. https://platform.openai.com/docs/api-reference/chat/create#chat-create-max_tokens */
const refusesMaxTokens = (id: string): boolean => /^(o\d|gpt-[5-9](?!.*chat))/.test(id)

/** Those that cannot be told not to think, as later ones do unasked. https://platform.openai.com/docs/guides/latest-model */
const refusesTemperature = (id: string): boolean => /^(o\d|gpt-5(-(mini|nano|pro|codex))?(-\d{4}-\d\d-\d\d)?$)/.test(id)
const shaping = ['temperature', 'top_p', 'presence_penalty', 'frequency_penalty', 'logprobs', 'logit_bias']

/** `max_tokens=300`, `"max_tokens": 300`, `{ max_tokens }`. */
function renamedLimit(call: ModelCall, document: Document): readonly (Edit | undefined)[] {
  if (call.source.parameters.maxOutput !== 'max_tokens') return []
  const value = call.source.arguments.max_tokens
  if (!value) return isSaid(call) ? [undefined] : []
  if (value.file !== document.file) return [undefined]
  const text = textOf(document, value.cell)
  const [start, end] = value.span
  if (text.slice(start, end) === 'max_tokens' && /[{,]\s*$/.test(text.slice(0, start)))
    return [replace({ ...value, span: [start, start] }, 'max_completion_tokens: ')]
  const name = /max_tokens(?=["']?\s*[:=]\s*$)/.exec(text.slice(Math.max(0, start - 60), start))
  if (!name) return [undefined]
  const at = Math.max(0, start - 60) + name.index
  return [replace({ ...value, span: [at, at + 'max_tokens'.length] }, 'max_completion_tokens')]
}

const isSaid = ({ maxOutput }: ModelCall): boolean => !(maxOutput.is === 'unknown' && maxOutput.why === 'absent')

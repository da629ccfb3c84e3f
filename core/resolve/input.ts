// What a call sends, from all that says a part of it: templates, what fills them, and what is found for them.
import { locate } from '../document.ts'
import type { Expr } from '../module.ts'
import type { Retrieved } from '../sent.ts'
import type { PromptPart } from '../types.ts'
import type { Arguments } from './arguments.ts'
import { fieldsOf } from './fields.ts'
import { valuesIn } from './held.ts'
import type { Chain, Layer, Way } from './levers.ts'
import { definitionsIn, promptOf } from './prompt.ts'
import { isText, readGiven } from './read.ts'
import { registeredParts } from './registered.ts'
import { retrievedBy } from './retrieved.ts'
import { last, type SymbolValue, type Value } from './value.ts'

type Parts = readonly PromptPart[]
type Hole = Extract<PromptPart, { is: 'hole' }>

/** What was fixed before the call is read before what the call adds; what fills a template stands where the template keeps it free. */
export function inputOf(way: Way, chain: Chain, symbol: SymbolValue): Parts {
  const read = [...chain].reverse().map((layer) => ({ layer, parts: partsOf(way, layer) }))
  const own = read.at(-1)?.parts ?? []
  const found = foundFor(way, chain, symbol)
  const templates = read.filter(({ layer }) => layer.levers.template)
  const slots = new Set(templates.flatMap(({ parts }) => parts.flatMap((part) => slotOf(part) ?? [])))
  if (templates.length === 0 || !chain[0])
    return [...foundParts(way, found, own), ...read.flatMap(({ parts }) => parts)]
  const fill = fillerOf(way, chain, symbol, own, slots, found)
  const all = read.slice(0, -1).flatMap(({ parts }) => parts.flatMap((part) => fill(part) ?? [part]))
  const kept = [...slots].some((slot) => contextNames.test(slot)) ? [] : foundParts(way, found, all)
  return [...kept, ...all.map((part, i) => apart(part, all[i - 1]))]
}

/** What stands at the start of a message goes on with none before it. */
function apart(part: PromptPart, before: PromptPart | undefined): PromptPart {
  if (part.is !== 'text' || !part.continues || (before && before.message === part.message)) return part
  const { continues: _, ...alone } = part
  return alone
}

/** What retrievers bring in a chain whose template is the library's own, or is not seen. */
const contextNames = /^(context|summaries|context_str)$/

const slotOf = (part: PromptPart): string | undefined => (part.is === 'hole' ? part.slot : undefined)

function partsOf(way: Way, { levers, args, made }: Layer): Parts {
  const parts = promptOf(way, args, levers.input ?? [])
  const prompt = levers.template ? parts.flatMap((part) => slotted(part, slotForm(way, args))) : parts
  const defined = (['tools', 'schema'] as const).flatMap((name) => definitionsIn(way, args, levers[name], name))
  return [...defined, ...prompt, ...registeredParts(way, made)]
}

const braces = /(?<!\{)\{([A-Za-z_]\w*)[^{}]*\}(?!\})/
const doubled = /\{\{\s*([A-Za-z_]\w*)\s*\}\}/

function slotForm({ context, document }: Way, args: Arguments): RegExp {
  const { given } = args.first(['template_format', 'templateFormat', '[1].templateFormat'])
  const form = readGiven(context, document, given, isText)
  return form.is === 'known' && form.value !== 'f-string' ? doubled : braces
}

/** The texts of a template with a hole for each name it keeps free. */
function slotted(part: PromptPart, form: RegExp): Parts {
  if (part.is !== 'text') return [part]
  const { text, speaker: _, ...rest } = part
  const { continues, ...place } = rest
  // Splitting by a pattern with one group gives text, slot, text, slot, …
  return text.split(form).flatMap((piece, i): Parts => {
    if (i % 2 === 1) return [{ ...place, is: 'hole', name: piece, slot: piece }]
    const plain = form === braces ? piece.replaceAll('{{', '{').replaceAll('}}', '}') : piece
    if (plain === '') return []
    return [{ ...place, is: 'text', text: plain, ...(continues || i > 0 ? { continues: true } : {}) }]
  })
}

/** What a chain's retriever brings; `many` is undefined where its number or its length is not written. */
interface Found {
  readonly many: Retrieved | undefined
}

function foundFor(way: Way, chain: Chain, symbol: SymbolValue): Found | undefined {
  for (const { levers, args } of chain) {
    const { given } = args.first(levers.retrieves)
    if (given.state !== 'absent') return { many: retrievedBy(way, valuesOf(way, given.among)) }
  }
  const answers = symbol.path.some((step) => step.call && way.matcher.finds.get(step.name)?.answers)
  return answers ? { many: retrievedBy(way, [symbol], true) } : undefined
}

function foundParts({ document }: Way, found: Found | undefined, beside: Parts): Parts {
  if (!found) return []
  const [first] = beside
  const at = found.many?.at.pieces ?? first?.at ?? locate(document, [0, 0])
  return [{ is: 'hole', name: 'retrieved context', at, ...(found.many && { retrieved: found.many }) }]
}

const valuesOf = ({ context }: Way, among: readonly Expr[]): readonly Value[] =>
  among.flatMap((expr) => valuesIn(context, expr, 0))

/** What stands for a part that a template keeps free; undefined for any other part. */
function fillerOf(
  way: Way,
  chain: Chain,
  symbol: SymbolValue,
  own: Parts,
  slots: ReadonlySet<string>,
  found: Found | undefined,
): (part: PromptPart) => Parts | undefined {
  const { args } = chain[0]!
  const first = args.first(['[0]', 'input', 'input_data', 'inputs']).given.among[0]
  const isRecord = first !== undefined && fieldsOf(way.context, first).named.size > 0
  const field = (name: string): Parts | undefined => {
    const path = [`[0].${name}`, `input.${name}`, `inputs.${name}`, name].find(
      (each) => args.get(each).state === 'given',
    )
    return path === undefined ? undefined : promptOf(way, args, [path])
  }
  return (part) => {
    const slot = slotOf(part)
    if (slot === undefined || part.is !== 'hole') return undefined
    const made = stagesUnder(way, chain, symbol, slot)
    const [only] = made.length === 1 ? made : []
    if (only && isPassing(only)) return own.map((each) => inPlace(part, each))
    const key = only && fieldTaken(way, only)
    const given = field(key ?? slot)
    if (given && given.length > 0) return given.map((each) => inPlace(part, each))
    const many = retrievedBy(way, made.slice(-1)) ?? (contextNames.test(slot) ? found?.many : undefined)
    if (many) return [{ ...part, retrieved: many }]
    const alone = slots.size === 1 && made.length === 0 && !isRecord && own.length > 0
    return alone ? own.map((each) => inPlace(part, each)) : [part]
  }
}

/** A piece of what fills a slot is of the message the slot is in. */
function inPlace(slot: Hole, part: PromptPart): PromptPart {
  const { role, from, message } = slot
  const { role: _, from: __, message: ___, ...rest } = part
  const place = {
    ...(role === undefined ? {} : { role }),
    ...(from === undefined ? {} : { from }),
    ...(message === undefined ? {} : { message }),
  }
  return { ...rest, ...place, ...(part.is === 'text' ? { continues: true } : {}) } as PromptPart
}

/** What a pipeline puts under a name before the template: `{"context": retriever, …} | prompt`, `RunnableParallel(context=…)`. */
function stagesUnder(way: Way, chain: Chain, symbol: SymbolValue, name: string): readonly SymbolValue[] {
  const stages = symbol.stages ?? []
  const named = stages.filter((stage) => stage.under === name)
  if (named.length > 0) return named
  const layers = chain.slice(1).filter(({ levers }) => !levers.template)
  const given = layers.flatMap(({ args }) =>
    [name, `[0].${name}`, `[0].[0].${name}`].flatMap((path) => args.get(path).among),
  )
  return valuesOf(way, given).filter((value) => value.is === 'symbol')
}

const lastNameOf = (symbol: SymbolValue) => /[^.#]*$/.exec(last(symbol.path)?.name ?? '')![0]

const isPassing = (symbol: SymbolValue) => lastNameOf(symbol) === 'RunnablePassthrough'

/** `itemgetter("question")` */
function fieldTaken({ context, document }: Way, symbol: SymbolValue): string | undefined {
  const call = lastNameOf(symbol) === 'itemgetter' ? last(symbol.path)?.call : undefined
  const [argument, ...others] = call?.args ?? []
  if (!argument || others.length > 0) return undefined
  const name = readGiven(context, document, { among: [argument.value], state: 'given' }, isText)
  return name.is === 'known' ? name.value : undefined
}

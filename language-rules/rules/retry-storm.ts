import * as z from 'zod/mini'
import { scale } from '../../core/band.ts'
import { type Document, locate, textOf } from '../../core/document.ts'
import { wholeUsd } from '../../core/estimate/lines.ts'
import { type CallTools, expressionOf, replaceSpan, setArgument } from '../../core/fixes/arguments.ts'
import { valueOf } from '../../core/known.ts'
import type { CallExpr, Module } from '../../core/module.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type ProposedFix } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'
import { namesBilled, retriesBilled } from '../../core/rules/failed-attempts.ts'
import { functionsAround } from '../../core/rules/waited-for.ts'
import type { Location, ModelCall, Repeat } from '../../core/types.ts'
import { retryStormExamples } from './examples/retry-storm.ts'
import { retryStormCaught } from './examples/retry-storm-caught.ts'
import { retryStormTold } from './examples/retry-storm-told.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'retry-storm',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A call that fails is made again by more than one of: a loop, a decorator, the library, the client. They multiply.',
    why: 'Three attempts of a loop around a client that makes three are nine. One that times out, or whose answer is then refused, is billed.',
    fix: 'Let one of them try again, and tell the others not to: `max_retries=0`.',
    unless:
      'They answer different failures: the client a lost connection, the loop an answer of the wrong form. Where only refusals for too many requests are tried again nothing is said, as they are not billed.',
    source: 'https://github.com/openai/openai-python#retries',
    alters: ['errors'],
  },
  options,
  *check(call, { estimate, module, document, named }) {
    const outer = call.repeats.filter(
      (repeat) =>
        repeat.kind === 'retry' &&
        repeat.via !== 'option' &&
        !(repeat.where === 'caller' && isHandedOver(call, { document, module, named })) &&
        !isFallback(repeat, document) &&
        catches(repeat, call, { document, module, named }),
    )
    const inner = call.repeats.filter(({ kind, via }) => kind === 'retry' && via === 'option')
    // With a token for an answer it only looks whether somebody is there.
    if (outer.length + inner.length === 0 || call.batch || (valueOf(call.maxOutput) ?? 2) <= 1) return
    const tools = { document, module, named }
    const loops = around(outer, call, tools)
    const options = inner.flatMap((repeat) => optionLayer(repeat, call, tools))
    const client = clientLayer(call, inner, tools)
    if (loops.length + options.length + client.length < 2) return
    const layers = [...loops, ...ownDecorators(call, outer, inner, tools), ...options, ...client]
    const counts = layers.map(({ attempts }) => attempts)
    const known = counts.every((count) => count !== undefined)
    const most = known ? counts.reduce((a, b) => a * b, 1) : undefined
    // One attempt is no retry, and the layer with it none.
    if (counts.filter((count) => count !== 1).length < 2) return
    const each = layers.map(({ who, attempts }) => (attempts === undefined ? who : say`${attempts} by ${who}`))
    const whole = wholeUsd(estimate)
    const paid = most !== undefined && whole ? say`, up to ${usd(scale(whole, most))} if each is billed` : ''
    yield {
      at: methodName(call, module, document),
      message:
        most === undefined
          ? say`A call that fails is made again by ${listed(layers.map(({ who }) => who))}, and they multiply. Let one of them do it.`
          : say`One call can be made ${most} times${paid}: ${each.join(' × ')}. Let one of them do it.`,
      related: layers.flatMap(({ who, at }) => (at ? [{ message: `again by ${who}`, location: at }] : [])),
      fixes: quiet(call, inner, tools),
    }
  },
})

export const examples = [...retryStormExamples, ...retryStormTold, ...retryStormCaught]

/** A function that is given to something else is called by that, not by the loop around the function it stands in. */
function isHandedOver(call: ModelCall, { module, document: { text } }: CallTools): boolean {
  const [inner, outer] = functionsAround(call, module)
  return (
    outer !== undefined && /[:(,]\s*(async\s*)?$/.test(text.slice(Math.max(0, inner!.span[0] - 60), inner!.span[0]))
  )
}

/** What fails is caught in the function itself, and goes no further: its decorator never sees it. */
function isSwallowed(call: ModelCall, { module, document: { text } }: CallTools): boolean {
  const site = module.calls[call.source.call]
  const [inner] = functionsAround(call, module)
  if (!site || !inner) return false
  const handlers = text.slice(site.expr.span[1], inner.span[1])
  const first = handlers.search(/\n\s*except\b\s*(Exception\b|BaseException\b|:)|\bcatch\s*[({]/)
  return first >= 0 && !/\b(raise|throw)\b/.test(handlers.slice(first))
}

/** A loop of attempts that lets a failure through makes none of them again. */
function catches(repeat: Repeat, call: ModelCall, { document, module }: CallTools): boolean {
  const { at, via } = repeat
  if (via !== 'loop' || at.file !== document.file) return true
  const code = textOf(document, at.cell).slice(...at.span)
  return !endsAtFailure.test(code) && retriesBilled(code, placeIn(code, repeat, call, module))
}

/** Where in the text of a loop the call stands, or the call of the function that makes it; undefined where neither is seen. */
function placeIn(
  code: string,
  { at, where }: Repeat,
  { location, source }: ModelCall,
  module: Module,
): number | undefined {
  if (where === 'here') {
    const place = location.span[0] - at.span[0]
    return location.cell === at.cell && place >= 0 && place < code.length ? place : undefined
  }
  const made = module.calls[source.call]
  const name = made && module.scopes[made.scope]?.name
  const place = name === undefined ? -1 : code.search(new RegExp(`\\b${name}\\s*\\(`))
  return place < 0 ? undefined : place
}

/** An error of the API ends the loop; it goes on where the answer was of no use. `except APIError: break`. */
const endsAtFailure =
  /\bexcept\b[^\n]*\b(API|Api|Anthropic|OpenAI|Client|Botocore|Google|Rate|Connection|Timeout|HTTP)\w*(Error|Exception)\b[^\n]*:\s*(#[^\n]*\s*)*(break|raise|return)\b/

/** Other models or providers are asked in turn: none of them again. */
function isFallback({ at }: Repeat, document: Document): boolean {
  if (at.file !== document.file) return false
  const [header = ''] = textOf(document, at.cell)
    .slice(...at.span)
    .split('\n', 1)
  return /candidate|model|provider|fallback|endpoint|client/i.test(header)
}

interface Layer {
  readonly who: string
  /** How often it makes the call at most; undefined where nothing tells. */
  readonly attempts: number | undefined
  readonly at?: Location
}

const listed = (names: readonly string[]) => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** Loops around the call stand in one another; those of its callers may be ways beside one another, so that one of them counts. */
function around(loops: readonly Repeat[], call: ModelCall, tools: CallTools): readonly Layer[] {
  const layerOf = (repeat: Repeat): Layer => ({ who: 'the loop around it', attempts: repeat.bound, at: repeat.at })
  const here = loops.filter(({ where }) => where === 'here').map(layerOf)
  const callers = loops.filter(
    ({ where, at, bound }) => where === 'caller' && at.file === tools.document.file && bound !== undefined,
  )
  const caller = callers.sort((a, b) => (b.bound ?? 0) - (a.bound ?? 0))[0]
  const first = caller && isAskedBefore(caller, call, tools)
  return [
    ...here,
    ...(caller
      ? [{ ...layerOf(caller), who: 'the loop around its caller', ...(first ? { attempts: undefined } : {}) }]
      : []),
  ]
}

/** The loop makes up for a first attempt, made before it by the same function: how many it is in all is not counted. */
function isAskedBefore({ at }: Repeat, { source }: ModelCall, { module, document }: CallTools): boolean {
  const made = module.calls[source.call]
  const name = made && module.scopes[made.scope]?.name
  return module.calls.some(({ expr, scope }) => {
    const around = module.scopes[scope]
    const start = around?.kind === 'function' ? around.span[0] : 0
    const { cell, span } = locate(document, expr.span)
    return (
      name !== undefined &&
      expr.callee.is === 'name' &&
      expr.callee.name === name &&
      cell === at.cell &&
      span[1] <= at.span[0] &&
      start <= at.span[0]
    )
  })
}

/** Of a decorator and of the library's own option: `max_retries=2` is three attempts, `stop_after_attempt(3)` and `tries=3` are too. */
function optionLayer(repeat: Repeat, call: ModelCall, tools: CallTools): readonly Layer[] {
  const { document } = tools
  if (repeat.at.file !== document.file) return []
  const text = textOf(document, repeat.at.cell)
  const code = text.slice(...repeat.at.span)
  const isDecorator = text.slice(0, repeat.at.span[0]).trimEnd().endsWith('@') || /^@/.test(code)
  const { bound } = repeat
  if (!isDecorator) {
    // Of others the count of a call's option is not documented as attempts or as retries.
    if (call.sdk !== 'ai-sdk' && call.sdk !== 'litellm') return []
    return [{ who: 'the library', attempts: bound === undefined ? undefined : bound + 1, at: repeat.at }]
  }
  if (isSwallowed(call, tools) || !namesBilled(code)) return []
  const counts = /stop_after_attempt|\btries\b|max_tries|attempts/.test(code)
  return [
    { who: 'the decorator', attempts: bound === undefined ? undefined : counts ? bound : bound + 1, at: repeat.at },
  ]
}

const again = /retr(y|ies)|backoff|attempt|resilien/i

/**
 * Decorators of the project itself that are named after trying again, of the function around the call or of one that the loop calls: how
 * often they do stands elsewhere.
 */
function ownDecorators(
  call: ModelCall,
  loops: readonly Repeat[],
  told: readonly Repeat[],
  tools: CallTools,
): readonly Layer[] {
  const { document, module } = tools
  if (isSwallowed(call, tools)) return []
  const codes = loops.flatMap(({ at }) =>
    at.file === document.file ? [textOf(document, at.cell).slice(...at.span)] : [],
  )
  const around = new Set(functionsAround(call, module))
  const between = module.scopes.filter(
    (scope) =>
      scope.kind === 'function' &&
      (around.has(scope) ||
        (scope.name !== undefined && codes.some((code) => new RegExp(`\\b${scope.name}\\s*\\(`).test(code)))),
  )
  return between
    .flatMap(({ decorators }) => decorators)
    .filter(({ span }) => again.test(document.text.slice(...span)))
    .map((decorator) => locate(document, decorator.span))
    .filter(
      (at) =>
        !told.some(
          (repeat) => repeat.at.file === at.file && repeat.at.cell === at.cell && repeat.at.span[0] === at.span[0],
        ),
    )
    .map((at) => ({ who: 'the decorator', attempts: undefined, at }))
}

/** Clients that try twice more by themselves, as their READMEs say of `max_retries`. */
const retrying: Readonly<Record<string, RegExp>> = {
  openai: /\b(Async)?(Azure)?OpenAI\(/,
  anthropic: /\b(Async)?Anthropic(Bedrock|Vertex)?\(/,
}

/** Where its making is seen, and nothing is said of retries but their number there. */
function clientLayer(call: ModelCall, inner: readonly Repeat[], { document }: CallTools): readonly Layer[] {
  const made = retrying[call.sdk]
  const isPatched = inner.some(({ at }) => at.file !== document.file)
  if (!made?.test(document.text) || isPatched || !memberPath.test(call.call)) return []
  const text = withoutLoops(document.text)
  const said = text.match(/max_?retries/gi)?.length ?? 0
  if (said === 0) return [{ who: 'the client', attempts: 3 }]
  const retries = said === 1 ? toldAtClient.exec(text)?.[1] : undefined
  return retries === undefined ? [] : [{ who: 'the client', attempts: Number(retries) + 1 }]
}

/** `OpenAI(api_key=key(), max_retries=5)`, `new OpenAI({ maxRetries: 5 })`. */
const toldAtClient =
  /\b(?:OpenAI|Anthropic(?:Bedrock|Vertex)?|AsyncOpenAI|AzureOpenAI|AsyncAzureOpenAI|AsyncAnthropic(?:Bedrock|Vertex)?)\((?:[^()]|\([^()]*\)){0,600}?\bmax_?retries["']?\s*[:=]\s*(\d+)\s*[,)}\n]/i

const memberPath =
  /^(openai\.(chat\.completions|completions|embeddings|responses|beta\.chat\.completions)|anthropic\.(beta\.)?messages)\.(create|parse|stream)$/

/** A loop's own counter is often named so: `for attempt in range(max_retries)`. */
const withoutLoops = (text: string): string =>
  text
    .replace(/range\(\s*[\w.]*max_?retries[^)]*\)/gi, '')
    .replace(/^\s*(const |let )?\w*max_?retries\w*(: \w+)? = \d+;?\s*$/gim, '')

/** Tells the innermost of them not to. */
function quiet(call: ModelCall, inner: readonly Repeat[], tools: CallTools): ProposedFix[] {
  const expr = expressionOf(call, tools.module)
  if (!expr) return []
  const edit =
    call.sdk === 'ai-sdk'
      ? setArgument(call, 'maxRetries', '0', tools)
      : clientLayer(call, inner, tools).length > 0
        ? clientQuiet(call, expr, tools)
        : undefined
  return edit ? [{ title: 'Make no retries of its own', safety: 'suggestion', edits: [edit], claim: 'governs' }] : []
}

/** `client.with_options(max_retries=0).chat…`; in TypeScript the second argument. */
function clientQuiet(call: ModelCall, expr: CallExpr, { document, named }: CallTools) {
  if (named === 'record') {
    const [first, second] = expr.args
    if (!first || second || first.spread) return undefined
    return replaceSpan(document, [first.span[1], first.span[1]], ', { maxRetries: 0 }')
  }
  const path = call.call.split('.').slice(1)
  let at = expr.callee
  for (const name of path.toReversed()) {
    if (at.is !== 'member' || at.name !== name) return undefined
    at = at.of
  }
  if (at.is !== 'name' && at.is !== 'member') return undefined
  const [, end] = locate(document, at.span).span
  return end > 0 ? replaceSpan(document, [at.span[1], at.span[1]], '.with_options(max_retries=0)') : undefined
}

// The requests of a call, sent as one batch: they are collected where the call stood, and its answers are used as before.
import type { CallExpr, CallSite, Loop, Module } from '../module.ts'
import { extensionOf } from '../path.ts'
import type { Edit, ModelCall, Span } from '../types.ts'
import { type CallTools, replaceSpan } from './arguments.ts'
import { bodyOf } from './batch-body.ts'
import { type BatchHelper, pythonBatch, typescriptBatch } from './batch-helpers.ts'
import { twoPasses } from './batch-loop.ts'
import { helperEdits } from './batch-place.ts'
import { usesLoop } from './hoist.ts'

/** What is written of the call once its requests are collected. */
export interface Collected {
  /** The request, as one value. */
  readonly body: string
  /** The client, as the call names it. */
  readonly client: string
  /** The call with the `await` before it. */
  readonly span: Span
  readonly wait: '' | 'await '
  readonly helper: BatchHelper
}

/**
 * Edits that send what a call asks, in all passes of the loop around it, as one batch. Undefined where that would not be the same
 * program, or the SDK has no batch that is known here.
 */
export function asBatch(call: ModelCall, tools: CallTools): readonly Edit[] | undefined {
  const site = tools.module.calls[call.source.call]
  if (!site || call.provider !== providers[call.sdk]) return undefined
  const collected = collect(call, site, tools)
  if (!collected) return undefined
  const loop = site.loop === undefined ? undefined : tools.module.loops[site.loop]
  const edits = loop ? inLoop(collected, site, loop, tools) : alone(call, site, collected, tools)
  const helper = edits && helperEdits(collected.helper, site, tools)
  return edits && helper ? [...helper, ...edits] : undefined
}

/** Others that speak the same API have no such batch, or another one. */
const providers: Readonly<Record<string, string>> = {
  openai: 'openai',
  anthropic: 'anthropic',
  'google-genai': 'google',
  mistral: 'mistral',
}

function collect(call: ModelCall, site: CallSite, tools: CallTools): Collected | undefined {
  const { expr, scope } = site
  const { document, module, named } = tools
  const body = bodyOf(expr, tools)
  const client = clientOf(expr, call, document.text)
  if (body === undefined || client === undefined) return undefined
  const { text } = document
  const loop = site.loop === undefined ? undefined : module.loops[site.loop]
  // Each pass has a client of its own.
  if (loop && usesLoop(expr.callee, loop, module)) return undefined
  const awaited = /\bawait\s+$/.exec(text.slice(Math.max(0, expr.span[0] - 20), expr.span[0]))
  const span: Span = [expr.span[0] - (awaited?.[0].length ?? 0), expr.span[1]]
  // A client that is not waited for here may be waited for together with others.
  const gathered = named === 'keyword' && isAsyncScope(module, scope) && !awaited
  if (gathered && !gather.test(text.slice(0, loopStart(tools, expr)))) return undefined
  const isAsync = awaited !== null || gathered
  const type = named === 'record' ? typeOf(call, tools) : undefined
  const made =
    named === 'keyword'
      ? pythonBatch({ asks: call.call, isAsync, client: undefined, from: sdkModule(call, module) })
      : typescriptBatch({ asks: call.call, isAsync, client: type?.name })
  const helper = made && { ...made, imports: importsOf([...made.imports, type?.line], module) }
  // What only the SDK adds to an answer is not in that of a batch.
  if (!helper || (named === 'record' && /\boutput_(text|parsed)\b/.test(text))) return undefined
  return { body, client, span, wait: isAsync || named === 'record' ? 'await ' : '', helper }
}

/** As the file imports it: its versions have other names. */
const sdkModule = ({ sdk }: ModelCall, { imports }: Module): string | undefined =>
  sdk === 'mistral' ? imports.find(({ module }) => /^mistralai(\.client)?$/.test(module))?.module : undefined

/** Of the function around it: a comprehension is none. */
function isAsyncScope({ scopes }: Module, id: number): boolean {
  let scope = scopes[id]
  while (scope?.kind === 'comprehension') scope = scopes[scope.parent]
  return scope?.async === true
}

const gather = /\bawait\s+asyncio\.gather\(\s*\*\s*$/

const loopStart = ({ module }: CallTools, { span }: CallExpr): number =>
  module.loops.findLast((loop) => loop.span[0] <= span[0] && span[1] <= loop.span[1])?.span[0] ?? span[0]

/** `client` of `client.chat.completions.create(…)`. */
function clientOf({ callee }: CallExpr, { call }: ModelCall, text: string): string | undefined {
  const path = call.slice(call.indexOf('.'))
  const code = text.slice(...callee.span)
  return code.endsWith(path) ? code.slice(0, -path.length) : undefined
}

/** Without the names that the file has already, however it imports them. */
const importsOf = (lines: readonly (string | undefined)[], { imports }: Module): readonly string[] =>
  lines
    .filter((line) => line !== undefined)
    .filter((line) => !imports.some(({ local }) => line.startsWith(`import { ${local} }`)))

const classes: Readonly<Record<string, readonly [module: string, name: string, imported: string]>> = {
  openai: ['openai', 'OpenAI', 'OpenAI'],
  anthropic: ['@anthropic-ai/sdk', 'Anthropic', 'Anthropic'],
  'google-genai': ['@google/genai', 'GoogleGenAI', '{ GoogleGenAI }'],
}

/** The name the class of the client has in a file with types, and the import it wants; undefined in a file without. */
function typeOf({ sdk }: ModelCall, { document, module }: CallTools): { name: string; line?: string } | undefined {
  if (!/^\.[cm]?tsx?$/.test(extensionOf(document.file))) return undefined
  const [from, name, imported] = classes[sdk] ?? ['', '', '']
  const local = module.imports.find(
    (each) => each.module === from && (each.name === 'default' || each.name === name),
  )?.local
  return local === undefined ? { name, line: `import type ${imported} from '${from}'` } : { name: local }
}

function inLoop(collected: Collected, site: CallSite, loop: Loop, tools: CallTools): readonly Edit[] | undefined {
  switch (loop.kind) {
    case 'for':
      return twoPasses(collected, site, loop, tools)
    case 'comprehension':
    case 'callback':
      return elementwise(collected, loop, tools)
    default:
      return undefined
  }
}

/** `[ask(x) for x in xs]`, `await Promise.all(xs.map((x) => ask(x)))`: one request for each element, and nothing else. */
function elementwise(collected: Collected, loop: Loop, { document, named }: CallTools): readonly Edit[] | undefined {
  const { text } = document
  const { body, client, span, helper } = collected
  const [before, after] = [text.slice(loop.span[0], span[0]), text.slice(span[1], loop.span[1])]
  const all = wrapped(text, loop.span)
  const ask = (bodies: string) => `${collected.wait}${helper.name}(${client}, ${bodies})`
  if (named === 'keyword') {
    const rest = /^((?:\s*\.\w+|\s*\[\d+\])*)(\s+for\b[\s\S]*\])$/.exec(after)
    if (!/^\[\s*$/.test(before) || !rest) return undefined
    const bodies = `${before}${body}${rest[2]}`
    const part = rest[1]!.trim()
    const isWaited = text.slice(span[0], span[1]).startsWith('await')
    if (collected.wait && !isWaited && (!all || part)) return undefined
    const whole = collected.wait && !isWaited ? all! : loop.span
    return [replaceSpan(document, whole, part ? `[answer${part} for answer in ${ask(bodies)}]` : ask(bodies))]
  }
  const rest = /^(\)?)((?:\s*\??\.\w+|\s*!|\s*\??\.?\[\d+\])*)(\s*,?\s*\))$/.exec(after)
  const isPlain = /\.map\(\s*(async\s*)?(\([^()]*\)|\w+)\s*=>\s*\(?$/.test(before)
  if (!rest || !isPlain || !all || /\($/.test(before) !== (rest[1] === ')')) return undefined
  const open = before.replace(/\basync\s*(?=(\([^()]*\)|\w+)\s*=>\s*\(?$)/, '').replace(/\(?$/, '')
  const isRecord = body.startsWith('{')
  const bodies = `${open}${isRecord ? `(${body})` : body})`
  const part = rest[2]!.trim()
  return [replaceSpan(document, all, part ? `(${ask(bodies)}).map((answer) => answer${part})` : ask(bodies))]
}

/** `await Promise.all(…)`, `await asyncio.gather(*…)` around just this. */
function wrapped(text: string, [start, end]: Span): Span | undefined {
  const before = /\bawait\s+(Promise\.all\(\s*|asyncio\.gather\(\s*\*\s*)$/.exec(text.slice(0, start))
  const after = /^\s*,?\s*\)/.exec(text.slice(end, end + 40))
  return before && after ? [start - before[0].length, end + after[0].length] : undefined
}

/** A batch of one; not where a caller makes many of them, each of which would be waited for. */
function alone(
  call: ModelCall,
  site: CallSite,
  collected: Collected,
  { document }: CallTools,
): readonly Edit[] | undefined {
  const { body, client, span, wait, helper } = collected
  if (call.repeats.length > 0 || (wait && !/^await\b/.test(document.text.slice(...span)))) return undefined
  const asked = `${wait}${helper.name}(${client}, [${body}])`
  // Of an answer that nobody uses nothing is taken: a bracket might go with the line before.
  if (span[0] === site.statement[0] && span[1] === site.statement[1]) return [replaceSpan(document, span, asked)]
  const sure = helper.body === undefined ? '' : '!'
  return [replaceSpan(document, span, wait ? `(${asked})[0]${sure}` : `${asked}[0]`)]
}

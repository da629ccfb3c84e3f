import * as z from 'zod/mini'
import { expressionOf, replaceSpan } from '../../core/fixes/arguments.ts'
import { withoutArgument } from '../../core/fixes/remove-argument.ts'
import type { CallExpr, Loop, Module } from '../../core/module.ts'
import { defineRule, type ModelCallContext } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'
import type { Edit } from '../../core/types.ts'
import { streamingDiscarded } from './examples/streaming-discarded.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'streaming-discarded',
  on: 'model-call',
  severity: 'info',
  preset: 'learn',
  docs: {
    what: 'An answer is streamed, and its pieces are only joined: nobody sees them before all are there.',
    why: 'The tokens cost the same. But a stream of chat completions says nothing of what was billed unless `stream_options` asks for `include_usage`, and even then not where it is cut off: what the call cost is never seen by the program. An answer in one piece has its usage with it.',
    fix: 'Leave `stream` out where nothing is shown while it arrives; else ask for `include_usage`.',
    unless: 'The stream is there to keep a slow connection alive, or to stop early.',
    source:
      'https://github.com/openai/openai-python/blob/main/src/openai/types/chat/chat_completion_stream_options_param.py',
    alters: ['errors'],
  },
  options,
  *check(call, context) {
    const { module, document } = context
    if (!call.stream || call.call !== 'openai.chat.completions.create' || !/openai$/.test(call.provider)) return
    const expr = expressionOf(call, module)
    if (!expr || asksUsage(expr, document.text)) return
    const loop = joins(expr, module)
    if (!loop || !isOnlyJoined(loop, module, document.text)) return
    const edits = inOnePiece(expr, loop, context)
    yield {
      at: methodName(call, module, document),
      message:
        'The pieces of this stream are only joined, and none of them says how many tokens were billed: what the call costs is not seen. Without stream, the same tokens come in one answer, with their usage.',
      fixes: edits ? [{ title: 'Ask for the answer in one piece', safety: 'suggestion', edits, claim: 'governs' }] : [],
    }
  },
})

export const examples = streamingDiscarded

/** Or it is given what nobody sees from here. */
const asksUsage = ({ args, span }: CallExpr, text: string): boolean =>
  /stream_options|streamOptions/.test(text.slice(...span)) || args.some(({ spread }) => spread !== undefined)

/** The one loop over what the call answers, which nothing else uses. */
function joins(expr: CallExpr, module: Module): Loop | undefined {
  const isOver = ({ kind }: Loop) => kind === 'for' || kind === 'comprehension'
  const direct = module.loops.find((loop) => isOver(loop) && loop.over === expr)
  if (direct) return direct
  const given = module.bindings.find(({ value, via }) => value === expr && via === 'assign')
  const name = given?.target.is === 'name' ? given.target.name : undefined
  if (name === undefined) return undefined
  // A comprehension is a scope of its own.
  const scopeOf = ({ kind, scope }: Loop) => (kind === 'for' ? scope : module.scopes[scope]!.parent)
  const over = module.loops.filter(
    (loop) => isOver(loop) && scopeOf(loop) === given!.scope && loop.over?.is === 'name' && loop.over.name === name,
  )
  return over.length === 1 && over[0]!.span[0] > expr.span[1] ? over[0] : undefined
}

/** Reads a piece, or puts it to the others. */
const quiet = /^(append|push|get|getattr|hasattr|len|isinstance|str)$/

/** Pieces are added to a text or a list, and given to nothing else. */
function isOnlyJoined(loop: Loop, { calls }: Module, text: string): boolean {
  const code = text.slice(...loop.span)
  const isJoined =
    loop.kind === 'comprehension'
      ? /\.join\(?\s*$/.test(text.slice(0, loop.span[0]))
      : /\+=|\.append\(|\.push\(/.test(code)
  if (!isJoined || /\b(yield|return|break|await|raise|throw)\b/.test(code.replace(/^.*?\bawait\b/, ''))) return false
  return calls.every(({ expr: { callee, span } }) => {
    const isHeader = loop.over !== undefined && span[1] <= loop.over.span[1]
    if (isHeader || span[0] <= loop.span[0] || loop.span[1] < span[1]) return true
    return quiet.test(callee.is === 'member' || callee.is === 'name' ? callee.name : '')
  })
}

/** `for part in stream: text += part.choices[0].delta.content or ""`, with a question before it whether there is any. */
function inOnePiece(expr: CallExpr, loop: Loop, context: ModelCallContext<unknown>): readonly Edit[] | undefined {
  const { document, named } = context
  const { text } = document
  const part = loop.variable
  if (part === undefined || loop.kind !== 'for' || loop.over?.is !== 'name') return undefined
  const delta = `${part}\\.choices\\??\\.?\\[0\\]\\??\\.delta\\??\\.content`
  const code = text.slice(...loop.span)
  const body =
    named === 'keyword'
      ? new RegExp(`:\\s*(?:if ${delta}(?: is not None)?:\\s*)?(\\w+) \\+= ${delta}(?: or (?:""|''))?\\s*$`)
      : new RegExp(`\\)\\s*\\{?\\s*(\\w+) \\+= ${delta}(?: (?:\\?\\?|\\|\\|) (?:""|''))?;?\\s*\\}?\\s*$`)
  const joined = body.exec(code)?.[1]
  const left = withoutArgument(expr, 'stream', context)
  if (joined === undefined || !left) return undefined
  const stream = loop.over.name
  const line =
    named === 'keyword'
      ? `${joined} += ${stream}.choices[0].message.content or ""`
      : `${joined} += ${stream}.choices[0]?.message.content ?? ''${/;\r?\n/.test(text) ? ';' : ''}`
  return [left, replaceSpan(document, loop.span, line)]
}

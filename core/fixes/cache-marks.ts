// The end of a system prompt, marked for the provider's cache: each SDK has its own way to say it.
// https://platform.claude.com/docs/en/build-with-claude/prompt-caching, https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html,
// https://ai-sdk.dev/providers/ai-sdk-providers/anthropic (`SystemModelMessage`, since AI SDK 6), https://docs.litellm.ai/docs/completion/prompt_caching
import type { CallExpr, Expr } from '../module.ts'
import type { Edit, ModelCall } from '../types.ts'
import { addItem, type CallTools, entryOf, expressionOf, replaceSpan } from './arguments.ts'

/** @param life of Anthropic's mark; other providers have one. Undefined where the SDK has no known way, or the prompt is not written at the call in a way that can be marked. */
export function markSystem(call: ModelCall, tools: CallTools, life: '5m' | '1h' = '5m'): Edit | undefined {
  const expr = expressionOf(call, tools.module)
  if (!expr) return undefined
  switch (call.sdk) {
    case 'anthropic':
      return asBlock(valueOf(expr, 'system'), tools, life)
    case 'bedrock':
      return call.source.parameters.cache === 'cachePoint' ? withPoint(valueOf(expr, 'system'), tools) : undefined
    case 'ai-sdk':
      return asSystemMessage(valueOf(expr, 'instructions') ?? valueOf(expr, 'system'), call, tools)
    case 'litellm':
      return asBlock(firstSystem(valueOf(expr, 'messages')), tools, life)
    default:
      return undefined
  }
}

/** What a named argument, or a field of the first one, or of a command made there, is given. */
function valueOf(expr: CallExpr, name: string): Expr | undefined {
  const named = expr.args.find((argument) => argument.name === name)?.value
  const first = expr.args[0]?.value
  if (named || !first) return named
  if (first.is === 'record') return entryOf(first.entries, name)?.value
  return first.is === 'call' && first.creates ? valueOf(first, name) : undefined
}

function firstSystem(messages: Expr | undefined): Expr | undefined {
  const first = messages?.is === 'list' ? messages.items[0] : undefined
  if (first?.is !== 'record') return undefined
  const role = entryOf(first.entries, 'role')?.value
  return role?.is === 'text' && role.parts[0] === 'system' ? entryOf(first.entries, 'content')?.value : undefined
}

/** A list of blocks is the author's own layout and is left. */
const isOneText = (value: Expr | undefined): value is Expr =>
  value !== undefined && value.is !== 'list' && value.is !== 'record' && value.is !== 'opaque' && value.is !== 'spread'

/** Turns the text into one block that carries the mark. */
function asBlock(value: Expr | undefined, { document, named }: CallTools, life: '5m' | '1h'): Edit | undefined {
  if (!isOneText(value)) return undefined
  const code = document.text.slice(...value.span)
  const isLong = life === '1h'
  return replaceSpan(
    document,
    value.span,
    named === 'keyword'
      ? `[{"type": "text", "text": ${code}, "cache_control": {"type": "ephemeral"${isLong ? ', "ttl": "1h"' : ''}}}]`
      : `[{ type: 'text', text: ${code}, cache_control: { type: 'ephemeral'${isLong ? ", ttl: '1h'" : ''} } }]`,
  )
}

/** A cache point is a block of its own, after what is cached. */
function withPoint(value: Expr | undefined, { document, named }: CallTools): Edit | undefined {
  if (value?.is !== 'list' || value.items.length === 0 || value.items.some(({ is }) => is === 'spread'))
    return undefined
  const point = named === 'keyword' ? '{"cachePoint": {"type": "default"}}' : "{ cachePoint: { type: 'default' } }"
  return addItem(value.items, value.span[1] - 1, point, document)
}

function asSystemMessage(value: Expr | undefined, { provider }: ModelCall, { document }: CallTools): Edit | undefined {
  const mark =
    provider === 'bedrock'
      ? "bedrock: { cachePoint: { type: 'default' } }"
      : provider === 'anthropic' || provider === 'vertex'
        ? "anthropic: { cacheControl: { type: 'ephemeral' } }"
        : undefined
  if (!isOneText(value) || mark === undefined) return undefined
  const code = document.text.slice(...value.span)
  return replaceSpan(document, value.span, `{ role: 'system', content: ${code}, providerOptions: { ${mark} } }`)
}

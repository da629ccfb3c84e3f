import * as z from 'zod/mini'
import { exactly } from '../../core/band.ts'
import { fixedTokens } from '../../core/estimate/token-lines.ts'
import { expressionOf, replaceSpan } from '../../core/fixes/arguments.ts'
import { reordered } from '../../core/fixes/reorder.ts'
import { valueOf } from '../../core/known.ts'
import type { Expr } from '../../core/module.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type ModelCallContext } from '../../core/rule.ts'
import { costBy, isCalledAgain, isDefinition } from '../../core/rules/cacheable.ts'
import { changeOf } from '../../core/rules/changing.ts'
import type { Edit, Location, ModelCall, PromptPart, Span } from '../../core/types.ts'
import { cacheBreakingPrefix } from './examples/cache-breaking-prefix.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'cache-breaking-prefix',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'A text that is another one at every call stands before a long one that never changes.',
    why: 'A cache reads the start of a prompt up to the first difference: all that follows is billed in full, by providers that cache unasked as by those that cache what is marked.',
    fix: 'Put what never changes first: rules and examples in the system prompt, the question, the document and the time at the end.',
    unless: 'The call is made so seldom that the cache is gone by the next one, mostly after five minutes.',
    source: 'https://developers.openai.com/api/docs/guides/prompt-caching',
    alters: ['answers'],
  },
  options,
  *check(call, context) {
    if (call.api !== 'chat' || call.batch || call.input.length < 2 || !isCalledAgain(call, context.module)) return
    const id = valueOf(call.model)
    const price = id === undefined ? undefined : context.prices.model(call.provider, id)
    if (price?.minCacheable === undefined || (price.cacheNeedsMark && !marks(call))) return
    const input = call.input.filter((part) => !isDefinition(part))
    const first = input.findIndex(
      (part) => part.is === 'hole' && changeOf(part, call, context.module, context.document),
    )
    const hole = input[first]
    if (hole?.is !== 'hole') return
    const after = input.slice(first + 1)
    // Four characters a token at the most: shorter, it cannot reach the minimum.
    if (after.reduce((sum, part) => sum + (part.is === 'text' ? part.text.length : 0), 0) < price.minCacheable) return
    const tokens = fixedTokens(after, id, context.tokens)
    if (tokens.low < price.minCacheable) return
    const length = context.estimate.inputTokens ?? tokens
    const [full, read] = [costBy(price, 'input', tokens, length), costBy(price, 'cache-read', tokens, length)]
    const rates = {
      input: costBy(price, 'input', exactly(1e6), length),
      read: costBy(price, 'cache-read', exactly(1e6), length),
    }
    if (!full || !read || !rates.input || !rates.read || read.likely >= full.likely) return
    const marked = price.cacheNeedsMark && !call.cached
    const write = costBy(price, 'cache-write', tokens, length)
    const written = write && write.likely > full.likely ? say` (writing them ${usd(write)})` : ''
    const edits = marked ? [] : moveBack(call, hole, after, price.minCacheable, context)
    yield {
      at: hole.at,
      message: say`${hole.name} is another text at every call and stands before ${Math.round(tokens.likely)} tokens that never change: no cache can read them, so each call pays ${usd(full)} for them. From a cache they cost ${usd(read)}${written}. Put what never changes first${marked ? ', and mark its end' : ''}.`,
      unit: { per: '1M input tokens', before: rates.input.likely, after: rates.read.likely },
      fixes:
        edits.length > 0
          ? [{ title: `Send ${hole.name} after what never changes`, safety: 'suggestion', edits, claim: 'saves' }]
          : [],
    }
  },
})

/** Has a parameter by which a prompt is marked. */
const marks = ({ source }: ModelCall) => source.parameters.cache !== undefined

type Item = { readonly span: Span }

/**
 * Within one list of blocks, or of messages of one role, what changes is put after those that follow it and never change. No edits
 * where the texts do not stand apart in a list, or where that is not enough to be cached.
 */
function moveBack(
  call: ModelCall,
  hole: PromptPart,
  after: readonly PromptPart[],
  least: number,
  context: ModelCallContext<unknown>,
): readonly Edit[] {
  const { document, module, tokens } = context
  const expr = expressionOf(call, module)
  if (!expr || hole.at.file !== document.file) return []
  const offset = (at: Location): number =>
    (document.parts.find(({ cell }) => cell === at.cell)?.start ?? 0) + at.span[0]
  const within = (span: Span, at: Location) =>
    at.file === document.file && span[0] <= offset(at) && offset(at) < span[1]
  const list = lists(expr).findLast(({ span }) => within(span, hole.at))
  const from = list?.items.findIndex(({ span }) => within(span, hole.at)) ?? -1
  const moved = list?.items[from]
  if (!list || !moved || list.items.some(({ is }) => is === 'spread')) return []
  const nextHole = after.findIndex((part) => part.is === 'hole' && !within(moved.span, part.at))
  const stable = (nextHole < 0 ? after : after.slice(0, nextHole)).filter(
    (part) => part.is === 'text' && !within(moved.span, part.at),
  )
  if (fixedTokens(stable, valueOf(call.model), tokens).low < least) return []
  const holes = call.input.filter((part) => part.is === 'hole')
  const code = ({ span }: Item) => document.text.slice(...span)
  const role = (item: Item) => /['"]?role['"]?\s*:\s*(['"]\w+['"])/.exec(code(item))?.[1]
  const mark = /cache_control|cachePoint|cacheControl/
  let to = from
  while (to + 1 < list.items.length) {
    const next = list.items[to + 1]!
    const isStable =
      next.is === 'record' && role(next) === role(moved) && !holes.some(({ at }) => within(next.span, at))
    // A name in it may hold what changes.
    if (!isStable || /\{\w|\$\{/.test(code(next).slice(1))) break
    to++
  }
  const passed = list.items.slice(from + 1, to + 1)
  if (passed.length === 0 || mark.test(code(moved)) || (call.cached && !mark.test(code(passed.at(-1)!)))) return []
  const made = reordered(document.text, [moved, ...passed], [...passed, moved])
  return made ? [replaceSpan(document, made.span, made.text)] : []
}

/** Every list an expression has in it, the inner ones last. */
function lists(expr: Expr): readonly Extract<Expr, { is: 'list' }>[] {
  switch (expr.is) {
    case 'list':
      return [expr, ...expr.items.flatMap(lists)]
    case 'record':
      return expr.entries.flatMap(({ value }) => lists(value))
    case 'call':
      return expr.args.flatMap(({ value }) => lists(value))
    default:
      return []
  }
}

export const examples = cacheBreakingPrefix

import * as z from 'zod/mini'
import { perMillion } from '../../core/estimate/lines.ts'
import { type CallTools, entryOf } from '../../core/fixes/arguments.ts'
import { inOneRequest, type ListApi } from '../../core/fixes/one-request.ts'
import type { CallExpr, Expr, Loop } from '../../core/module.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'
import { oneByOneExamples } from './examples/one-by-one-embedding.ts'

const options = z.object({})

export const rule = defineRule({
  id: 'one-by-one-embedding',
  on: 'model-call',
  severity: 'info',
  preset: 'learn',
  docs: {
    what: 'A loop sends its texts to an embedding model one by one, where the API takes a list of them.',
    why: 'The tokens cost the same; a request for each text costs time on the machine that waits for them, and runs into limits of requests a minute.',
    fix: 'Send the list, or a few hundred texts of it at a time: the vectors come back in the same order.',
    unless: 'The texts come one by one, or each is too long to share a request.',
    source: 'https://developers.openai.com/api/reference/resources/embeddings/methods/create',
    alters: ['errors'],
  },
  options,
  *check(call, { estimate, module, document, named }) {
    const api = call.api === 'embed' ? lists[call.call] : undefined
    if (api === undefined || call.batch) return
    const { parameter } = api
    const site = module.calls[call.source.call]
    const repeat = call.repeats.find(({ kind, where }) => kind === 'data' && where === 'here')
    const loop = site?.loop === undefined ? undefined : module.loops[site.loop]
    if (!repeat || !loop?.variable || !site) return
    const given = givenTo(site.expr, parameter, named)
    if (!given || !isOneText(given, loop)) return
    const price = perMillion(estimate, 'input token')
    const same =
      price === undefined ? 'The tokens cost the same' : say`The ${usd(price)} per million tokens stay the same`
    const edit = inOneRequest(site.expr, given, loop, api, { document, module, named })
    yield {
      at: methodName(call, module, document),
      message: say`One request for each text of the loop. ${same}, but ${parameter} takes a list: one request does for many texts, and nothing waits in between.`,
      related: [{ message: 'the loop', location: repeat.at }],
      fixes: edit
        ? [{ title: 'Embed the list in one request', safety: 'suggestion', edits: [edit], claim: 'governs' }]
        : [],
    }
  },
})

export const examples = oneByOneExamples

const openai: ListApi = { parameter: 'input', list: '.data', each: '.embedding' }
const google: ListApi = { parameter: 'contents', list: '.embeddings', each: '.values' }

/** By call; of each the provider's reference says that it takes a list, and answers in its order. */
const lists: Readonly<Record<string, ListApi>> = {
  'openai.embeddings.create': openai,
  'mistral.embeddings.create': { ...openai, parameter: 'inputs' },
  'together.embeddings.create': openai,
  'voyage.embed': { parameter: 'texts', list: '.embeddings', each: '' },
  'google-genai.models.embed_content': google,
  'google-genai.models.embedContent': google,
  'cohere.embed': { parameter: 'texts', list: '.embeddings', each: '' },
}

function givenTo(expr: CallExpr, parameter: string, named: CallTools['named']): Expr | undefined {
  const first = expr.args[0]
  if (named === 'record')
    return first?.value.is === 'record' ? entryOf(first.value.entries, parameter)?.value : undefined
  const byName = expr.args.find(({ name }) => name === parameter)
  return byName?.value ?? (first && first.name === undefined && !first.spread ? first.value : undefined)
}

/** Pieces of a list are lists: `for batch in batches`. */
const isMany = /batch|group|slice|texts|list|(?<![sui])s$/i

/** The element itself, a field of it, or that alone in a list. */
function isOneText(given: Expr, loop: Loop): boolean {
  const inner = given.is === 'list' && given.items.length === 1 ? given.items[0]! : given
  const alone = given.is === 'list'
  if (inner.is === 'name')
    return inner.name === loop.variable && (alone || !(isMany.test(inner.name) || isCut(loop.over)))
  const last = inner.is === 'member' ? inner.name : textKey(inner)
  const of = inner.is === 'member' || inner.is === 'index' ? inner.of : undefined
  return of?.is === 'name' && of.name === loop.variable && last !== undefined && (alone || !isMany.test(last))
}

/** Its elements are pieces of a list, or of a text: `for c in chunks`. */
const isCut = (over: Expr | undefined): boolean =>
  over?.is === 'name' && /chunk|batch|group|slice|split|page/i.test(over.name)

const textKey = (expr: Expr): string | undefined =>
  expr.is === 'index' && expr.key.is === 'text' && expr.key.parts.length === 1 && typeof expr.key.parts[0] === 'string'
    ? expr.key.parts[0]
    : undefined

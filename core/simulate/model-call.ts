import { exactly } from '../band.ts'
import { estimateModelCall } from '../estimate/model-call.ts'
import { hoursPerMonth } from '../hours.ts'
import { known, valueOf } from '../known.ts'
import { printCount } from '../money.ts'
import type { ModelPrice } from '../prices/book.ts'
import { whyWords } from '../report/why.ts'
import type { TokenCounter } from '../tokens/counter.ts'
import type { Band, Estimate, Known, ModelCall, PromptPart } from '../types.ts'
import type { Bench } from './bench.ts'
import { type Field, type Mistakes, numberIn, option, type Values } from './field.ts'

type Tools = Bench['tools']

const daysPerMonth = hoursPerMonth / 24

const ways = {
  standard: 'As asked, answered at once',
  batch: 'Batch API, within 24 hours',
  flex: 'Flex tier, when there is capacity',
  priority: 'Priority tier',
} as const

type Way = keyof typeof ways

const wayOf = ({ batch, tier }: ModelCall): Way => {
  const asked = valueOf(tier)
  return batch ? 'batch' : asked === 'flex' || asked === 'priority' ? asked : 'standard'
}

const isToken = ({ api }: ModelCall) => api === 'chat' || api === 'embed'

export interface Tried {
  readonly estimate: Estimate
  /** What a changed value did not do, and why. */
  readonly notes: readonly string[]
}

/** @param estimate as it is now */
export function callFields(call: ModelCall, estimate: Estimate, values: Values, { tools }: Bench): readonly Field[] {
  const model = values.model || valueOf(call.model)
  const price = model === undefined ? undefined : tools.prices.model(call.provider, model)
  const now = wayOf(call)
  const priced = (Object.keys(ways) as Way[]).filter(
    (way) => way === 'standard' || way === now || way === values.way || price?.rates[`${way}-input`] !== undefined,
  )
  const month = estimate.month
  const { assume } = tools.settings
  return [
    {
      id: 'model',
      label: 'Model',
      is: 'text',
      value: valueOf(call.model) ?? '',
      help: said(call.model, 'The model that is asked'),
      options: modelsLike(call, price, tools),
    },
    {
      id: 'calls',
      label: 'Calls',
      is: 'number',
      value: month ? plainCount(month.calls) : '',
      help: month ? `From ${month.from}` : 'Nobody has said yet how often it is called',
      options: [],
      isUse: true,
    },
    {
      id: 'per',
      label: 'Calls are counted by',
      is: 'choice',
      value: 'month',
      help: 'A month has 730 hours',
      options: [option('day', 'a day'), option('month', 'a month')],
      beside: 'calls',
      isUse: true,
    },
    ...(isToken(call) ? inputFields(call, estimate, price) : []),
    ...(call.api === 'chat'
      ? ([
          {
            id: 'outputTokens',
            label: 'Output tokens of a call',
            is: 'number',
            value: assume.outputTokens === undefined ? '' : String(assume.outputTokens),
            help: estimate.outputTokens
              ? `Taken as ${printCount(exactly(estimate.outputTokens.likely))} now; at most ${printCount(exactly(estimate.outputTokens.high))}`
              : 'The length of a likely answer',
            options: [],
            isUse: true,
          },
          {
            id: 'maxOutput',
            label: 'Output limit',
            unit: 'tokens',
            is: 'number',
            value: String(valueOf(call.maxOutput) ?? ''),
            help:
              call.maxOutput.is === 'unknown' && call.maxOutput.why === 'absent'
                ? 'Not written: the most that the model can write counts'
                : said(call.maxOutput, 'The most that one answer may have'),
            options: [],
          },
        ] as const)
      : []),
    ...(priced.length > 1
      ? [
          {
            id: 'way',
            label: 'How it is asked',
            is: 'choice' as const,
            value: now,
            help: 'Only what the price book has for this model',
            options: priced.map((way) => option(way, ways[way])),
          },
        ]
      : []),
  ]
}

function inputFields(call: ModelCall, { inputTokens }: Estimate, price: ModelPrice | undefined): readonly Field[] {
  const share: Field = {
    id: 'cachedShare',
    label: 'Input read from the cache',
    unit: '%',
    is: 'number',
    value: '',
    help: cacheHelp(call, price),
    options: [],
  }
  return [
    {
      id: 'inputTokens',
      label: 'Input tokens of a call',
      is: 'number',
      value: inputTokens ? plainCount(inputTokens) : '',
      help: inputTokens ? 'As counted in the source' : 'Part of it is filled in when the program runs',
      options: [],
      isUse: true,
    },
    ...(call.api === 'chat' && price?.rates['cache-read'] ? [share] : []),
  ]
}

function cacheHelp({ cached }: ModelCall, price: ModelPrice | undefined): string {
  const from = price?.minCacheable === undefined ? '' : `, from ${printCount(exactly(price.minCacheable))} tokens on`
  if (cached) return `The call marks its prompt as cached${from}`
  return price?.cacheNeedsMark
    ? `Not marked now; needs a mark in the call${from}`
    : `The provider caches by itself${from}`
}

const plainCount = ({ low, high, likely }: Band) => (low === high ? String(likely) : String(Math.round(likely)))

/** What a field says of a value that is not simply written. */
function said(value: Known<unknown>, otherwise: string): string {
  if (value.is === 'unknown') return `Not known: ${whyWords[value.why]}`
  if (value.is === 'oneOf') return `One of ${value.among.join(', ')}`
  return value.is === 'assumed' ? `${otherwise}; taken from ${value.written ?? value.via}` : otherwise
}

/** Of the same provider, for the same kind of work. */
function modelsLike({ api, provider }: ModelCall, price: ModelPrice | undefined, { prices }: Tools): Field['options'] {
  const mode = price?.mode ?? (api === 'batch' || api === 'fine-tune' ? 'chat' : api)
  const alike = prices
    .models()
    .filter((one) => one.provider === provider && one.mode === mode && one.retired === undefined)
  return [...new Set(alike.map(({ id }) => id))].sort().map((id) => option(id))
}

/** What the call would cost with these values. Nothing here computes money: the engine is asked about another call. */
export function tryCall(call: ModelCall, values: Values, bench: Bench, mistakes: Mistakes): Tried {
  const notes: string[] = []
  const changed = withoutTokens(call, values, mistakes)
  const settings = settingsOf(values, bench.tools, mistakes)
  const tools = { ...bench.tools, settings }
  const share = numberIn(values, 'cachedShare', mistakes, 100)
  const input = numberIn(values, 'inputTokens', mistakes)
  if (share === undefined && input === undefined) return { estimate: estimateModelCall(changed, tools), notes }
  const counted = estimateModelCall(changed, tools).inputTokens?.likely
  const tokens = input ?? counted
  if (tokens === undefined) {
    notes.push('How much is read from the cache counts once the input tokens are known: say how many.')
    return { estimate: estimateModelCall(changed, tools), notes }
  }
  const cached = Math.round((tokens * (share ?? 0)) / 100)
  if (cached > 0) notes.push(...cacheNotes(changed, cached, tools))
  return { estimate: ofLength(changed, tokens, cached, share, tools), notes }
}

function withoutTokens(call: ModelCall, values: Values, mistakes: Mistakes): ModelCall {
  const way = values.way as Way | undefined
  const limit = numberIn(values, 'maxOutput', mistakes)
  return {
    ...call,
    ...(values.model ? { model: known(values.model, call.location) } : {}),
    ...(limit === undefined ? {} : { maxOutput: known(limit, call.location) }),
    ...(way === undefined
      ? {}
      : {
          batch: way === 'batch',
          tier: known(way === 'batch' || way === 'standard' ? 'default' : way, call.location),
        }),
  }
}

/** USD are of a month as soon as somebody says how often it is called. */
function settingsOf(values: Values, { settings }: Tools, mistakes: Mistakes): Tools['settings'] {
  const calls = callsPerMonth(values, mistakes)
  const output = numberIn(values, 'outputTokens', mistakes)
  return {
    ...settings,
    ...(calls === undefined ? {} : { volume: () => ({ calls: exactly(calls), from: 'simulated' }) }),
    ...(output === undefined ? {} : { assume: { ...settings.assume, outputTokens: output } }),
  }
}

/** Undefined where nothing was typed. */
export function callsPerMonth(values: Values, mistakes: Mistakes): number | undefined {
  const calls = numberIn(values, 'calls', mistakes)
  return calls === undefined ? undefined : Math.round(values.per === 'day' ? calls * daysPerMonth : calls)
}

const placeholder = 'simulated'

/** The same call with an input of so many tokens, the first of them the same each time. */
function ofLength(call: ModelCall, tokens: number, cached: number, share: number | undefined, tools: Tools): Estimate {
  const at = call.location
  const rest = tokens - cached
  const hole: PromptPart = { is: 'hole', name: placeholder, at }
  // Said to be read from the cache: then it is, whether the call marks it or the provider does it unasked.
  const changed: ModelCall = {
    ...call,
    input: [
      ...(cached > 0 ? [{ is: 'text', text: placeholder, at } as const] : []),
      ...(rest > 0 || cached === 0 ? [hole] : []),
    ],
    cached: share === undefined ? call.cached : cached > 0,
  }
  const settings = { ...tools.settings, assume: { ...tools.settings.assume, inputTokens: rest } }
  const estimate = (prefix: Band) => {
    const counter: TokenCounter = {
      exact: tools.tokens.exact,
      method: (model) => tools.tokens.method(model),
      count: (text, model) => (text === placeholder ? prefix : tools.tokens.count(text, model)),
    }
    return estimateModelCall(changed, { ...tools, tokens: counter, settings })
  }
  if (cached === 0) return estimate(exactly(0))
  // What frames a message is in the tokens that were given.
  const framed = estimate(exactly(cached)).inputTokens ?? exactly(tokens)
  const less = (end: keyof Band) => Math.max(0, cached - (framed[end] - tokens))
  return estimate({ low: less('low'), likely: less('likely'), high: less('high') })
}

function cacheNotes(call: ModelCall, cached: number, { prices }: Tools): readonly string[] {
  const id = valueOf(call.model)
  const price = id === undefined ? undefined : prices.model(call.provider, id)
  if (!price) return []
  if (!price.rates['cache-read'])
    return [`No price is known for input that ${price.id} reads from a cache: it is taken at the full price.`]
  if (call.batch) return ['A batch is not read from the cache here: it is taken at the batch price.']
  if (price.minCacheable === undefined)
    return [`How much ${price.id} caches at least is not known: it is taken at the full price.`]
  return cached < price.minCacheable
    ? [
        `${price.id} caches from ${printCount(exactly(price.minCacheable))} tokens on: ${printCount(exactly(cached))} are too few.`,
      ]
    : []
}

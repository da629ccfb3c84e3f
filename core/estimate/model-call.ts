import { hull, sum, times } from '../band.ts'
import { known, valueOf } from '../known.ts'
import type { PriceBook } from '../prices/book.ts'
import { nearestModel } from '../prices/nearest.ts'
import type { Assumption, Band, Estimate, Line, ModelCall, Status, Unknown, Why } from '../types.ts'
import { feeLines, linesByUnit } from './by-unit.ts'
import type { Costed, Costing, EstimateTools } from './costing.ts'
import { growthOf } from './history.ts'
import { inputLines, likelyThinking, outputLines } from './token-lines.ts'

export type { EstimateTools } from './costing.ts'

/**
 * What one execution of a call costs, in USD. A model that is one of several gives the hull of their estimates. Nothing is
 * multiplied by the loops around the call: how often they turn is the volume's business.
 */
export function estimateModelCall(call: ModelCall, tools: EstimateTools): Estimate {
  const estimate = estimateRead(call, tools)
  const called = call.confidence === 'low' ? [recognised(call)] : []
  return { ...estimate, assumed: [...called, ...billed(call), ...estimate.assumed] }
}

const billed = ({ provider, providerFrom: from, location: at }: ModelCall): readonly Assumption[] =>
  from === undefined ? [] : [{ what: 'provider', value: provider, from, at }]

const recognised = ({ provider, api, location }: ModelCall): Assumption => ({
  what: 'what is called',
  value: `${api} at ${provider}`,
  from: provider === 'unknown' ? 'recognised by its path' : 'recognised by host and path',
  at: location,
})

function estimateRead(call: ModelCall, tools: EstimateTools): Estimate {
  if (call.provider === 'local') return nothing('free')
  const { offered, ...plain } = call
  if (offered) {
    // Of one's own machine there is no price to put beside another's.
    if (offered.some(({ provider }) => provider === 'local'))
      return nothing('unknown', [{ what: 'provider', why: 'dynamic', at: call.location }])
    return merge(offered.map((each) => estimateRead({ ...plain, ...each }, tools)))
  }
  if (call.model.is === 'oneOf') {
    const each = call.model.among.map((id) => estimateOne({ ...call, model: known(id, call.location) }, id, tools))
    return merge(each)
  }
  const id = valueOf(call.model)
  if (id === undefined) {
    const why: Why = call.model.is === 'unknown' ? call.model.why : 'dynamic'
    const what =
      call.usualModel === undefined ? 'model' : `model (by its documentation the library takes ${call.usualModel})`
    return nothing('unknown', [{ what, why, at: call.model.at ?? call.location }])
  }
  return estimateOne(call, id, tools)
}

function nothing(status: Status, unknown: readonly Unknown[] = []): Estimate {
  return { per: 'call', status, usd: undefined, month: undefined, lines: [], unknown, assumed: [] }
}

function noPrice({ provider, location }: ModelCall, id: string, prices: PriceBook): Unknown {
  const nearest = nearestModel(prices, provider, id)
  const what = `price of ${id} at ${provider}`
  return { what, why: 'no-price', at: location, ...(nearest === undefined ? {} : { nearest }) }
}

function estimateOne(call: ModelCall, id: string, tools: EstimateTools): Estimate {
  const price = tools.prices.model(call.provider, id)
  if (!price) return nothing('unknown', [noPrice(call, id, tools.prices)])
  const costing: Costing = { call, id, price, tools, unknown: [], assumed: [] }
  const { unknown, assumed } = costing
  const { lines, inputTokens, outputTokens, firstTokens } = linesByUnit(costing) ?? linesByToken(costing)
  if (lines.length === 0) {
    return nothing('unsupported', [{ what: `price of ${call.api} calls`, why: 'unsupported', at: call.location }])
  }
  // A model list gives other things for nothing too, and with a limit.
  if (call.api === 'moderate' && lines.every((line) => line.unitUsd?.high === 0)) return nothing('free')
  if (call.tier.is !== 'known' && !(call.tier.is === 'unknown' && call.tier.why === 'absent')) {
    assumed.push({
      what: 'service tier',
      value: 'standard',
      from: 'the tier is only known at run time',
      at: call.tier.at,
    })
  }
  if (call.model.is === 'assumed') {
    assumed.push({ what: 'model', value: id, from: call.model.written ?? call.model.via, at: call.model.at })
  }
  const usd = sum(lines.map((line) => line.usd))
  const growth = growthOf(costing, lines, firstTokens)
  const volume = tools.settings.volume(call)
  return {
    per: 'call',
    status: unknown.some(({ what }) => what === likelyThinking) ? partly(lines) : statusOf(lines),
    usd,
    month: volume && usd ? { usd: times(usd, volume.calls), calls: volume.calls, from: volume.from } : undefined,
    lines,
    unknown,
    assumed,
    inputTokens,
    outputTokens,
    ...(growth && { growth }),
  }
}

function linesByToken(costing: Costing): Costed {
  const { call, unknown } = costing
  const input = inputLines(costing)
  const output = call.api === 'embed' ? [] : outputLines(costing, input.length)
  const one = [...input.lines, ...output, ...feeLines(costing)]
  const lines = call.api === 'batch' ? ofManyRequests(one, call, unknown) : one
  return { lines, inputTokens: input.tokens, firstTokens: input.first, outputTokens: all(output) }
}

const all = (output: readonly Line[]): Band | undefined =>
  output.every(({ quantity }) => quantity !== undefined) ? sum(output.map(({ quantity }) => quantity)) : undefined

/** A batch is one call that carries many requests: their tokens have a price, and nobody has told how many there are. */
function ofManyRequests(lines: readonly Line[], call: ModelCall, unknown: Unknown[]): readonly Line[] {
  unknown.push({ what: 'requests in the batch', why: 'dynamic', at: call.location })
  return lines.map((line) => ({ ...line, quantity: undefined, usd: undefined, why: line.why ?? 'dynamic' }))
}

/** priced: every line has an amount. partial: some amount or some unit price. unknown: neither. */
function statusOf(lines: readonly Line[]): Status {
  if (lines.length > 0 && lines.every((line) => line.usd)) return 'priced'
  return lines.some((line) => line.usd || line.unitUsd) ? 'partial' : 'unknown'
}

const partly = (lines: readonly Line[]): Status => (statusOf(lines) === 'unknown' ? 'unknown' : 'partial')

/** One estimate for a model that is one of several: lines paired by label, amounts from the cheapest to the dearest. */
function merge(each: readonly Estimate[]): Estimate {
  const first = each[0]
  if (!first) return nothing('unknown', [{ what: 'model', why: 'dynamic' }])
  const unpriced = each.find((estimate) => estimate.status === 'unknown')
  if (unpriced) return unpriced
  const lines = first.lines.map((line, i) => {
    const same = (other: Line, at: number) => other.label === line.label || (at === i && other.unit === line.unit)
    const all = each.flatMap((estimate) => estimate.lines.find(same) ?? [])
    return {
      ...line,
      quantity: over(all, 'quantity'),
      unitUsd: over(all, 'unitUsd'),
      usd: over(all, 'usd'),
      prices: all.flatMap((l) => l.prices),
    }
  })
  const months = each.map((estimate) => estimate.month?.usd).filter((band) => band !== undefined)
  const month = hull(months)
  // What a turn adds is another for each of the models.
  const { growth: _, ...common } = first
  return {
    ...common,
    lines,
    usd: sum(lines.map((line) => line.usd)),
    month: month && first.month ? { ...first.month, usd: month } : undefined,
    status: each.some((estimate) => estimate.status === 'partial') ? partly(lines) : statusOf(lines),
    assumed: first.assumed,
    inputTokens: hull(each.flatMap((estimate) => estimate.inputTokens ?? [])),
    outputTokens: hull(each.flatMap((estimate) => estimate.outputTokens ?? [])),
  }
}

function over(lines: readonly Line[], field: 'quantity' | 'unitUsd' | 'usd'): Band | undefined {
  const bands = lines.map((line) => line[field]).filter((band) => band !== undefined)
  return bands.length === lines.length ? hull(bands) : undefined
}

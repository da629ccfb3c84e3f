import { bandOf, valueOf } from '../known.ts'
import type { Asked, Band, CostedSite, Estimate, Fact, Growth, Known, Line, ModelCall, Resource } from '../types.ts'
import { carbonJson } from './carbon.ts'
import { growthFormula } from './growth.ts'
import type { Places } from './place.ts'
import type { SiteJson } from './schema.ts'

/** A site as the JSON has it. `input` is the index of the root it was read from; null for a model call. */
export function siteJson({ site, estimate }: CostedSite, places: Places, input: number | null): SiteJson {
  const base = {
    key: site.key,
    input,
    label: site.label,
    ...places.at(site.location),
    status: estimate.status,
    unknown: estimate.unknown.map(({ what, why, at, nearest }) => ({
      what,
      why,
      ...(nearest === undefined ? {} : { nearest }),
      ...(at && { at: places.at(at) }),
    })),
    assumed: estimate.assumed.map(({ what, value, from, at }) => ({
      what,
      value,
      from,
      ...(at && { at: places.at(at) }),
    })),
    estimate: estimateJson(estimate),
  }
  return site.kind === 'model-call'
    ? { kind: 'model-call', ...base, ...callFields(site, estimate) }
    : { kind: 'resource', ...base, ...resourceFields(site) }
}

const estimateJson = ({ per, usd, month, lines, carbon }: Estimate) => ({
  per,
  usd: usd ?? null,
  month: month ?? null,
  lines: lines.map(lineJson),
  carbon: carbonJson(carbon),
})

const lineJson = ({ label, unit, quantity, unitUsd, usd, why, free, prices }: Line) => ({
  label,
  unit,
  quantity: quantity ?? null,
  unitUsd: unitUsd ?? null,
  usd: usd ?? null,
  why: why ?? null,
  ...(free === undefined ? {} : { free: { ...free } }),
  prices: prices.map(({ region, ...price }) => ({ ...price, region: region ?? null })),
})

function callFields(call: ModelCall, estimate: Estimate) {
  const { provider, api, model, maxOutput, cached, batch } = call
  return {
    provider,
    ...(call.offered ? { providerAmong: [...new Set(call.offered.map((each) => each.provider))] } : {}),
    api,
    call: call.call,
    model: valueOf(model) ?? null,
    modelWhy: whyOf(model),
    ...(model.is === 'known' || model.is === 'assumed' ? { modelVia: model.via } : {}),
    ...(model.is === 'oneOf' ? { modelAmong: [...model.among] } : {}),
    ...(call.usualModel === undefined ? {} : { usualModel: call.usualModel }),
    maxOutput: valueOf(maxOutput) ?? null,
    maxOutputWhy: whyOf(maxOutput),
    inputTokens: estimate.inputTokens ?? null,
    outputTokens: estimate.outputTokens ?? null,
    n: valueOf(call.n) ?? null,
    cached,
    batch,
    tier: valueOf(call.tier) ?? null,
    reasoning: valueOf(call.reasoning) ?? null,
    repeats: call.repeats.map(({ kind, bound, where, via }) => ({ kind, bound: bound ?? null, where, via })),
    ...(estimate.growth ? { growth: growthJson(estimate.growth) } : {}),
    ...(call.asked ? { asked: askedJson(call.asked) } : {}),
  }
}

function askedJson({ size, quality, seconds, documents, sound }: Asked) {
  return {
    ...(size && { size: valueOf(size) ?? null }),
    ...(quality && { quality: valueOf(quality) ?? null }),
    ...(seconds && { seconds: valueOf(seconds) ?? null }),
    ...(documents && { documents: valueOf(documents) ?? null }),
    ...(sound ? { sound } : {}),
  }
}

const growthJson = (growth: Growth) => ({
  firstTokens: growth.first ?? null,
  eachTokens: growth.each,
  eachUsd: growth.eachUsd ?? null,
  open: [...growth.open],
  turns: growth.turns ?? null,
  usd: growth.usd ?? null,
  formula: growthFormula(growth),
})

function resourceFields(resource: Resource) {
  const { cloud, type, address, purchase, module, tags } = resource
  return {
    cloud,
    type,
    address,
    region: valueOf(resource.region) ?? null,
    count: bandOf(resource.count) ?? null,
    purchase: purchase ?? null,
    module: module ?? null,
    tags: { ...tags },
    attributes: attributesOf(resource),
  }
}

/** What is not written is left out; what is written and cannot be read is null. */
function attributesOf(resource: Resource): Record<string, Fact | null> {
  const written = Object.entries(resource.shape).filter(([, fact]) => fact.is !== 'unknown' || fact.why !== 'absent')
  return Object.fromEntries(written.map(([name, fact]) => [name, valueOf(fact) ?? null]))
}

/** A value that is one of several is known to be decided at run time. */
function whyOf<T>(value: Known<T>) {
  if (value.is === 'unknown') return value.why
  return value.is === 'oneOf' || value.is === 'range' ? 'dynamic' : null
}

/** What a site costs in a month, as far as it is known: a resource always, a call with a volume. */
export function monthOf(estimate: {
  readonly per: string
  readonly usd?: Band | null
  readonly month?: { readonly usd: Band } | null
}): Band | undefined {
  return estimate.month?.usd ?? (estimate.per === 'month' ? (estimate.usd ?? undefined) : undefined)
}

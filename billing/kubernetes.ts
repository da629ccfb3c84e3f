import { isRecord } from '../core/record.ts'
import { monthAround, type SpendRow } from './focus.ts'
import { instantIn, numberIn, recordIn, textIn } from './json.ts'
import { windows } from './range.ts'
import type { Ask, Fetched, Field, Mapped, Page, Range, Scope, SourceIo } from './source.ts'

// OpenCost's and Kubecost's way to tell what workloads cost: for each day an object of allocations, their amounts by part of the machine.
// https://opencost.io/docs/integrations/api#allocation-api

/** What both servers may need: neither asks for a key of its own, an ingress before it may. */
export const clusterFields = (prefix: string): readonly Field[] => [
  { id: 'token', label: 'a token its ingress asks for', secret: true, env: `${prefix}_TOKEN`, optional: true },
  {
    id: 'currency',
    label: 'the currency its prices are set in (USD if left out)',
    secret: false,
    env: `${prefix}_CURRENCY`,
    optional: true,
  },
]

export const clusterHeaders = ({ token }: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  token ? { authorization: `Bearer ${token}` } : {}

/** No answer names a currency: both take their prices for USD unless the cluster's owner has set others. */
export const inCurrency = (got: Fetched, { settings }: SourceIo): Fetched =>
  got.is === 'page' ? { ...got, about: settings.currency?.toUpperCase() ?? 'USD' } : got

/** Both ends as RFC 3339. */
export const windowOf = ({ since, until }: Range) => `${since}T00:00:00Z,${until}T00:00:00Z`

/** A week at a time: a longer look costs the cluster's own Prometheus much memory. */
const daysAtOnce = 7

/** What the workloads of the scope cost by day. `query`: how this server is asked for days, and for idle machines. */
export async function* allocationPages(
  range: Range,
  io: SourceIo,
  scope: Scope,
  { path, query }: Required<Pick<Ask, 'path' | 'query'>>,
): AsyncIterable<Fetched> {
  for (const part of windows(range, daysAtOnce)) {
    const all = [
      ['window', windowOf(part)],
      ['aggregate', 'cluster,namespace,controllerKind,controller'],
      ...query,
    ] as const
    const got = await io.ask({ path, query: all })
    yield allocationsWithin(inCurrency(got, io), scope)
    if (got.is === 'failed') return
  }
}

interface Part {
  readonly meter: string
  readonly costs: readonly string[]
  readonly quantity?: readonly [field: string, unit: string, divisor: number]
}

const gibibyte = 1024 ** 3
const parts: readonly Part[] = [
  { meter: 'CPU', costs: ['cpuCost', 'cpuCostAdjustment'], quantity: ['cpuCoreHours', 'Core-Hours', 1] },
  { meter: 'GPU', costs: ['gpuCost', 'gpuCostAdjustment'], quantity: ['gpuHours', 'GPU-Hours', 1] },
  { meter: 'Memory', costs: ['ramCost', 'ramCostAdjustment'], quantity: ['ramByteHours', 'GiB-Hours', gibibyte] },
  { meter: 'Volumes', costs: ['pvCost', 'pvCostAdjustment'], quantity: ['pvByteHours', 'GiB-Hours', gibibyte] },
  { meter: 'Network', costs: ['networkCost', 'networkCostAdjustment'] },
  { meter: 'Load Balancers', costs: ['loadBalancerCost', 'loadBalancerCostAdjustment'] },
  { meter: 'Shared', costs: ['sharedCost'] },
  { meter: 'External', costs: ['externalCost'] },
]

type Json = Readonly<Record<string, unknown>>

/** The days in which nothing is told are a problem, not zero: a cluster without any cost is none. */
export function allocationRows({ body, at, about }: Page, source: string, name: string): Mapped {
  if (!isRecord(body) || !Array.isArray(body.data))
    return { rows: [], problems: [`${name} sent an answer without data.`] }
  const rows: SpendRow[] = []
  const problems: string[] = []
  let silent = 0
  for (const set of body.data as unknown[]) {
    const allocations = Object.values(recordIn(set)).filter(isRecord)
    if (allocations.length === 0) silent++
    for (const allocation of allocations) {
      const made = rowsOf(allocation, { x_Source: source, ServiceProviderName: name, at, currency: about ?? 'USD' })
      if (made) rows.push(...made)
      else problems.push(`${name}: ${String(allocation.name)} has no readable time or cost; it is not in the totals.`)
    }
  }
  if (silent > 0)
    problems.push(`${name} has measured nothing in ${silent} of ${body.data.length} days: they are not in the totals.`)
  return { rows, problems }
}

interface Told {
  readonly x_Source: string
  readonly ServiceProviderName: string
  readonly at: string
  readonly currency: string
}

function rowsOf(allocation: Json, from: Told): SpendRow[] | undefined {
  const total = numberIn(allocation.totalCost)
  const common = commonOf(allocation, from)
  if (total === undefined || !common) return undefined
  // A part of which no cost is told has none of its own, and is not free: its money is in the rest.
  const told = parts.flatMap((part) => {
    const amounts = part.costs.flatMap((cost) => numberIn(allocation[cost]) ?? [])
    return amounts.length === 0 ? [] : [{ ...part, cost: amounts.reduce((sum, amount) => sum + amount, 0) }]
  })
  const rest = total - told.reduce((sum, { cost }) => sum + cost, 0)
  // The server rounds each amount to five places or so: what is missing for that goes to the largest.
  const isRounding = told.length > 0 && Math.abs(rest) < 1e-4
  const largest = Math.max(...told.map(({ cost }) => cost))
  const rounded = told.findIndex(({ cost }) => cost === largest)
  const rows = told.flatMap(({ meter, quantity, ...part }, i): SpendRow[] => {
    const cost = part.cost + (isRounding && i === rounded ? rest : 0)
    const amount = quantity ? (numberIn(allocation[quantity[0]]) ?? 0) / quantity[2] : 0
    if (cost === 0 && amount === 0) return []
    const consumed = amount === 0 || !quantity ? {} : { ConsumedQuantity: amount, ConsumedUnit: quantity[1] }
    return [{ ...common, BilledCost: cost, EffectiveCost: cost, SkuMeter: meter, ...consumed }]
  })
  return isRounding || rest === 0 ? rows : [...rows, { ...common, BilledCost: rest, EffectiveCost: rest }]
}

function commonOf(allocation: Json, { x_Source, ServiceProviderName, at, currency }: Told) {
  const window = recordIn(allocation.window)
  const [start, end] = [instantIn(window.start), instantIn(window.end)]
  if (!start || !end) return undefined
  const properties = recordIn(allocation.properties)
  const [cluster, namespace] = [textIn(properties.cluster), textIn(properties.namespace)]
  const [controller, kind] = [textIn(properties.controller), textIn(properties.controllerKind)]
  const isIdle = String(allocation.name).includes('__idle__')
  const labels = labelsIn(properties)
  const month = monthAround(start)
  return {
    ServiceProviderName,
    ServiceName: 'Kubernetes',
    ServiceCategory: 'Compute',
    ServiceSubcategory: 'Containers',
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Usage-Based',
    ...(isIdle ? { ChargeDescription: 'Idle: paid for, asked for by no workload' } : {}),
    ChargePeriodStart: start,
    ChargePeriodEnd: end,
    BillingPeriodStart: month.start,
    BillingPeriodEnd: month.end,
    BillingCurrency: currency,
    ...(cluster ? { BillingAccountId: cluster, BillingAccountType: 'Cluster' } : {}),
    ...(namespace && !isIdle ? { SubAccountId: namespace, SubAccountType: 'Namespace' } : {}),
    ...(isIdle ? { ResourceName: '__idle__' } : controller ? { ResourceName: controller } : {}),
    ...(kind && !isIdle ? { ResourceType: kind } : {}),
    ...(Object.keys(labels).length > 0 && !isIdle ? { Tags: JSON.stringify(labels) } : {}),
    x_Source,
    x_Grade: 'metered',
    x_Estimated: Date.parse(end) > Date.parse(at),
    x_FetchedAt: at,
  } as const satisfies Partial<SpendRow>
}

const labelsIn = (properties: Json): Json => ({
  ...recordIn(properties.namespaceLabels),
  ...recordIn(properties.labels),
})

/** Only the clusters, namespaces and labels of the scope. Their servers filter each in a way of their own; here it is one. */
function allocationsWithin(got: Fetched, { accounts, projects, tags }: Scope): Fetched {
  if (got.is === 'failed' || !isRecord(got.body) || !Array.isArray(got.body.data)) return got
  if (!accounts && !projects && !tags) return got
  const isIn = (allocation: unknown) => {
    const properties = recordIn(recordIn(allocation).properties)
    const labels = labelsIn(properties)
    return (
      (!accounts || accounts.includes(String(properties.cluster))) &&
      (!projects || projects.includes(String(properties.namespace))) &&
      Object.entries(tags ?? {}).every(([name, value]) => labels[name] === value)
    )
  }
  const data = (got.body.data as unknown[]).flatMap((set) => {
    const all = Object.entries(recordIn(set))
    const kept = all.filter(([, each]) => isIn(each))
    // A day that told of others told of these, too: it is none in which nothing was measured.
    return all.length === 0 ? [set] : kept.length === 0 ? [] : [Object.fromEntries(kept)]
  })
  return { ...got, body: { ...got.body, data } }
}

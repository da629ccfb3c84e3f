// https://docs.pinecone.io/guides/manage-cost/understanding-cost: serverless indexes are billed by what is read, written and stored, pods by
// the time they are there.
import { fact, isUnwritten, line, numberFact, numberOf, product, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { type CodeExample, defineResource } from '../../../core/resource.ts'
import type { Fact, Known, Line, Resource } from '../../../core/types.ts'

const podType = 'spec.pod_type|spec.pod.pod_type|spec.pod.podType|spec.podType|pod_type'

/** The specification of one kind names what the other has not; one that is not read may be either. */
function kindOf(block: Block): Known<Fact> {
  const isPod = !isUnwritten(block.fact('spec.environment|spec.pod.environment|pod_type'))
  const isServerless = !isUnwritten(
    block.fact('spec.serverless.cloud|spec.serverless.region|spec.cloud|spec.region|cloud|region'),
  )
  if (isPod === isServerless) return unknown(isPod ? 'dynamic' : 'absent', block.location)
  return known<Fact>(isPod ? 'pod' : 'serverless', block.location)
}

const below = (name: string) => `spec.${name}|spec.pod.${name}|${name}`

/**
 * "This should be equal to shards x replicas", where it is not left out; each of them is one where it is:
 * https://docs.pinecone.io/guides/indexes/pods/understanding-pod-based-indexes
 */
function podsOf(block: Block): Known<Fact> {
  const all = block.fact(below('pods'))
  if (!isUnwritten(all) || valueOf(kindOf(block)) !== 'pod') return all
  const part = (name: string): Known<number> => {
    const told = block.fact(below(name))
    return isUnwritten(told) ? assumed(1, block.location) : numberOf(told)
  }
  return product(part('shards'), part('replicas'))
}

function serverlessLines(resource: Resource, prices: PriceBook): Line[] {
  const item = (label: string, unit: string, name: string, used: string) =>
    line(label, unit, usage(resource, used), prices.service('pinecone', 'serverless', name, 'global') ?? 'no-price')
  return [
    item('Storage', 'GB-month', 'storage', 'storedGB'),
    item('Reads', 'read unit', 'read units', 'readUnits'),
    item('Writes', 'write unit', 'write units', 'writeUnits'),
  ]
}

const index = defineResource({
  id: 'vectors/pinecone-index',
  cloud: 'pinecone',
  docs: 'https://www.pinecone.io/pricing/',
  shape: { kind: 'serverless or pod', podType: 'p1.x1, s1.x2', pods: 'pods of the index' },
  usage: {
    storedGB: 'GB stored, mean of the month',
    readUnits: 'read units a month: one for each GB that a query looks through, a quarter at least',
    writeUnits: 'write units a month',
  },
  lines(resource, prices) {
    const kind = valueOf(fact(resource, 'kind'))
    if (kind === 'serverless') return serverlessLines(resource, prices)
    if (kind === undefined) return [line('Index', 'month', known(1, resource.location), 'dynamic')]
    const hours = product(numberFact(resource, 'pods'), known(730, resource.location))
    // Pods have a price by plan, cloud and region, which no list we read has.
    return [line('Pods', 'hour', hours, 'no-price')]
  },
  from: {
    sdk: {
      'pinecone.index': {
        facts: { kind: kindOf, podType, pods: podsOf },
        // The list price is that of one region; others are dearer by up to an eighth.
        region: (block) => known('anywhere', block.location),
      },
    },
  },
  label: ({ shape }) => `Pinecone ${String((shape.kind && valueOf(shape.kind)) ?? 'index')}`,
})

export const resources = [index]

export const codeExamples: readonly CodeExample[] = [
  {
    name: '10 GB × $0.33 + 2,000,000 read units × $16 a million + 500,000 write units × $4 a million; pods are in no list',
    lang: 'python',
    code: `from pinecone import Pinecone, PodSpec, ServerlessSpec

pc = Pinecone(api_key="k")

def serverless():
    pc.create_index(name="a", dimension=1536, spec=ServerlessSpec(cloud="aws", region="us-east-1"))

def pods():
    pc.create_index(name="b", dimension=1536, spec=PodSpec(environment="us-east-1-aws", pod_type="p1.x1", pods=2))

def either(spec):
    pc.create_index(name="c", dimension=1536, spec=spec)
`,
    usage: { 'serverless/pinecone.index': { storedGB: 10, readUnits: 2_000_000, writeUnits: 500_000 } },
    sees: [
      { address: 'serverless/pinecone.index', usd: 37.3, status: 'priced' },
      { address: 'pods/pinecone.index', usd: null, status: 'unknown', unknown: ['Pods: no-price'] },
      { address: 'either/pinecone.index', usd: null, status: 'unknown', unknown: ['Index: dynamic'] },
    ],
  },
]

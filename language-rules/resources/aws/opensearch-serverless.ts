// https://aws.amazon.com/opensearch-service/pricing/ and
// https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-scaling.html: the first collection of an account starts
// capacity units that the later ones share; a vector collection shares with vector collections alone.
import { fact, isUnwritten, line, monthOf, numberFact, product, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { known, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type ResourceExample } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'

/** Units that are always there, half of them for indexing: half a unit of each, and a standby for each. */
const leastUnits = { ENABLED: 2, DISABLED: 1 }

const isVector = (block: Block) => valueOf(block.fact('type')) === 'VECTORSEARCH'

/**
 * Those of the first collection of its kind; the others of the root, or of the program, use the same. A count shares them out.
 * @param idOf what tells a collection from the others
 */
const unitsBy =
  (standbyPath: string, idOf: (block: Block) => string) =>
  (block: Block): Known<Fact> => {
    const kind = block.fact('type')
    if (kind.is === 'unknown' && !isUnwritten(kind)) return kind
    const [first] = block.ofType(block.type).filter((other) => isVector(other) === isVector(block))
    if (first !== undefined && idOf(first) !== idOf(block)) return known<Fact>(0, block.location)
    const standby = block.fact(standbyPath)
    const mode = isUnwritten(standby) ? 'ENABLED' : valueOf(standby)
    const least = mode === 'ENABLED' || mode === 'DISABLED' ? leastUnits[mode] : undefined
    const count = valueOf(first?.count ?? block.count) ?? 1
    return least === undefined
      ? { is: 'range', low: leastUnits.DISABLED, high: leastUnits.ENABLED, at: block.location }
      : known<Fact>(least / Math.max(1, count), block.location)
  }

const collection = defineResource({
  id: 'aws/opensearch-serverless',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/opensearch-service/pricing/',
  shape: { units: 'capacity units that are always there, 0 where another collection has them' },
  usage: {
    extraUnits: 'capacity units above those that are always there, mean of the month',
    storedGB: 'GB stored, mean of the month',
  },
  assumes: [{ what: 'sharing', value: 'the collections of one project share', from: 'one encryption key is assumed' }],
  lines: (resource, prices) => {
    const least = numberFact(resource, 'units')
    const item = { service: 'opensearch-serverless', item: 'OCU' }
    const more = product(usage(resource, 'extraUnits'), monthOf(resource))
    return [
      ...(valueOf(fact(resource, 'units')) === 0
        ? []
        : least.is === 'unknown'
          ? [line('Least capacity', 'OCU-hour', least, least.why)]
          : [serviceLine(resource, prices, 'Least capacity', 'OCU-hour', product(least, monthOf(resource)), item)]),
      serviceLine(resource, prices, 'More capacity', 'OCU-hour', more, item),
      serviceLine(resource, prices, 'Storage', 'GB-month', usage(resource, 'storedGB'), { ...item, item: 'storage' }),
    ]
  },
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearchserverless_collection
    terraform: {
      aws_opensearchserverless_collection: { facts: { units: unitsBy('standby_replicas', ({ name }) => name) } },
    },
    sdk: {
      'aws.create_collection': {
        facts: { units: unitsBy('standbyReplicas', ({ key }) => key) },
        region: regionBy('^region_name|^region'),
      },
    },
  },
  label: () => 'OpenSearch Serverless',
})

export const resources = [collection]

/** An endpoint into a VPC is billed as any interface endpoint is, which AWS makes for it: not read here. */
export const free: readonly string[] = [
  'aws_opensearchserverless_access_policy',
  'aws_opensearchserverless_lifecycle_policy',
  'aws_opensearchserverless_security_config',
  'aws_opensearchserverless_security_policy',
]

export const examples: readonly ResourceExample[] = [
  {
    name: 'two collections share 2 units, 730 h × 2 × $0.24, and a vector collection has its own',
    terraform: `provider "aws" {
  region = "us-east-1"
}

resource "aws_opensearchserverless_collection" "logs" {
  name = "logs"
}

resource "aws_opensearchserverless_collection" "shop" {
  name = "shop"
  type = "SEARCH"
}

resource "aws_opensearchserverless_collection" "rag" {
  name             = "rag"
  type             = "VECTORSEARCH"
  standby_replicas = "DISABLED"
}
`,
    sees: [
      {
        address: 'aws_opensearchserverless_collection.logs',
        usd: 350.4,
        status: 'partial',
        lines: ['Least capacity', 'More capacity', 'Storage'],
        assumed: ['sharing'],
      },
      {
        address: 'aws_opensearchserverless_collection.shop',
        usd: null,
        status: 'partial',
        lines: ['More capacity', 'Storage'],
      },
      { address: 'aws_opensearchserverless_collection.rag', usd: 175.2, status: 'partial' },
    ],
  },
  {
    name: 'three by count are one minimum: 2 × 730 h × $0.334, and what is told of each: 3 × 10 GB × $0.026',
    terraform: `provider "aws" {
  region = "ap-northeast-1"
}

resource "aws_opensearchserverless_collection" "logs" {
  count = 3
  name  = "logs-\${count.index}"
}
`,
    usage: { aws_opensearchserverless_collection: { extraUnits: 0, storedGB: 10 } },
    sees: [{ address: 'aws_opensearchserverless_collection.logs', usd: 488.42, status: 'priced' }],
  },
]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'made by a program: 730 h × 2 units × $0.24',
    lang: 'python',
    code: `import boto3

boto3.client("opensearchserverless", region_name="us-east-1").create_collection(name="v", type="VECTORSEARCH")
`,
    sees: [{ address: 'aws.create_collection', usd: 350.4, status: 'partial' }],
  },
]

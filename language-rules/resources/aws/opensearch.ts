// https://aws.amazon.com/opensearch-service/pricing/
import {
  committable,
  fact,
  isUnwritten,
  line,
  monthOf,
  numberFact,
  priceFor,
  product,
} from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Committable, Fact, Known, Line, Resource } from '../../../core/types.ts'
import { domainsFromCode } from './databases-from-code.ts'
import { is, serviceLines, textOf } from './item-lines.ts'
import { examples as domainExamples } from './opensearch-examples.ts'

/** A type under the name that both services' lists have: `m5.large.elasticsearch` is `m5.large.search`. */
const typeOf = (resource: Resource, name: string) =>
  mapKnown(fact(resource, name), (type) => String(type).replace(/\.elasticsearch$/, '.search'))

/** The families that AWS's price list has reservations of. */
const reservable = /^(t3|[cmr][4-7]\w*|i[34]\w*|im4gn|o[mr][12])\./

function reservedNode(type: string | undefined): Committable | undefined {
  const family = reservable.exec(type ?? '')?.[1]
  return type === undefined || family === undefined ? undefined : { service: 'opensearch', family, what: type }
}

function nodeLine(resource: Resource, prices: PriceBook, label: string, kind: string): Line {
  const price = priceFor(
    resource,
    [typeOf(resource, `${kind}Type`)],
    (region, type) =>
      prices.database('opensearch', type!, region, 'single-az') ?? prices.service('aws', 'opensearch', type!, region),
  )
  const hours = line(label, 'hour', product(numberFact(resource, `${kind}Nodes`), monthOf(resource)), price)
  return committable(hours, reservedNode(textOf(typeOf(resource, `${kind}Type`))))
}

/** No line where there are none of them; where nobody knows, the line says so. */
const nodeLines = (resource: Resource, prices: PriceBook, label: string, kind: string): readonly Line[] =>
  is(fact(resource, `${kind}Nodes`), 0) ? [] : [nodeLine(resource, prices, label, kind)]

/**
 * Throughput that comes with a gp3 volume: 125 MiB/s up to 170 GiB, with a larger one 250 MiB/s for each 3 TiB begun, as the calculator
 * of AWS has it: https://github.com/infracost/infracost/pull/2751
 */
const includedMiBps = (sizeGiB: number) => (sizeGiB <= 170 ? 125 : 250 * Math.ceil(sizeGiB / 3_072))

/** https://aws.amazon.com/blogs/big-data/lower-your-amazon-opensearch-service-storage-cost-with-gp3-amazon-ebs-volumes/ */
const includedIops = 3_000

/** A volume is that of each data node: https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_EBSOptions.html */
function volumeLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const type = textOf(fact(resource, 'volumeType'))
  if (is(fact(resource, 'volumes'), false)) return []
  const nodes = numberFact(resource, 'dataNodes')
  const size = numberFact(resource, 'volumeGiB')
  const { item } = serviceLines(resource, prices, 'opensearch')
  if (type === undefined) {
    const open = fact(resource, 'volumeType')
    return [line('Storage', 'GB-month', product(size, nodes), open.is === 'unknown' ? open.why : 'dynamic')]
  }
  const name = type === 'standard' ? 'magnetic' : type
  return [
    item('Storage', 'GB-month', product(size, nodes), `${name} storage`),
    ...performanceLines(resource, prices, name, nodes),
  ]
}

function performanceLines(resource: Resource, prices: PriceBook, type: string, nodes: Known<number>): readonly Line[] {
  const { item, above } = serviceLines(resource, prices, 'opensearch')
  const iops = numberFact(resource, 'iops')
  if (type === 'io1') return [item('Provisioned IOPS', 'IOPS-month', product(iops, nodes), 'io1 iops')]
  const count = valueOf(nodes)
  if (type !== 'gp3' || count === undefined) return []
  const free = known(includedIops, resource.location)
  const throughput = mapKnown(numberFact(resource, 'volumeGiB'), includedMiBps)
  return [
    ...above('Provisioned IOPS', 'IOPS-month', iops, free, 'gp3 iops', count),
    ...above(
      'Provisioned throughput',
      'MBps-month',
      numberFact(resource, 'throughputMiBps'),
      throughput,
      'gp3 throughput',
      count,
    ),
  ]
}

function lines(resource: Resource, prices: PriceBook): readonly Line[] {
  const { used } = serviceLines(resource, prices, 'opensearch')
  return [
    nodeLine(resource, prices, 'Data nodes', 'data'),
    ...nodeLines(resource, prices, 'Dedicated master nodes', 'master'),
    ...nodeLines(resource, prices, 'Coordinator nodes', 'coordinator'),
    ...nodeLines(resource, prices, 'UltraWarm nodes', 'warm'),
    ...volumeLines(resource, prices),
    ...(is(fact(resource, 'warmNodes'), 0)
      ? []
      : [used('UltraWarm storage', 'GB-month', 'ultrawarm storage', 'infrequentStoredGB')]),
    ...(is(fact(resource, 'cold'), true) ? [used('Cold storage', 'GB-month', 'cold storage', 'archiveStoredGB')] : []),
  ]
}

/** How many nodes of a kind there are: none unless the kind is on. */
const ifOn =
  (on: string, path: string) =>
  (block: Block): Known<Fact> => {
    const enabled = block.fact(on)
    if (isUnwritten(enabled) || is(enabled, false)) return known<Fact>(0, block.location)
    return enabled.is === 'unknown' ? enabled : block.fact(path)
  }

/** Coordinators are nodes of their own beside data and masters. */
const coordinator = 'cluster_config.node_options.node_config'

const orElse = (path: string, value: Fact) => (block: Block) => {
  const written = block.fact(path)
  return isUnwritten(written) ? assumed<Fact>(value, block.location) : written
}

/**
 * No page of AWS or of the provider says what is made where a type or a count is not written. Those of the provider's own code are
 * taken, and gp2 as AWS's CDK does, each named as assumed:
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_opensearchservice.EbsOptions.html
 */
const mapping = (defaultType: string): FormatMapping => ({
  facts: {
    dataType: orElse('cluster_config.instance_type', defaultType),
    dataNodes: orElse('cluster_config.instance_count', 1),
    masterType: 'cluster_config.dedicated_master_type',
    masterNodes: ifOn('cluster_config.dedicated_master_enabled', 'cluster_config.dedicated_master_count'),
    coordinatorType: `${coordinator}.type`,
    coordinatorNodes: ifOn(`${coordinator}.enabled`, `${coordinator}.count`),
    warmType: 'cluster_config.warm_type',
    warmNodes: ifOn('cluster_config.warm_enabled', 'cluster_config.warm_count'),
    cold: ['cluster_config.cold_storage_options.enabled', false],
    volumes: ['ebs_options.ebs_enabled', false],
    volumeType: orElse('ebs_options.volume_type', 'gp2'),
    volumeGiB: 'ebs_options.volume_size',
    iops: 'ebs_options.iops',
    throughputMiBps: 'ebs_options.throughput',
  },
})

const domain = defineResource({
  id: 'aws/opensearch-domain',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/opensearch-service/pricing/',
  shape: {
    dataType: 'instance type of data nodes, m7g.large.search',
    dataNodes: 'how many data nodes',
    masterType: 'instance type of dedicated master nodes',
    masterNodes: 'how many dedicated master nodes',
    coordinatorType: 'instance type of coordinator nodes',
    coordinatorNodes: 'how many coordinator nodes',
    warmType: 'instance type of UltraWarm nodes',
    warmNodes: 'how many UltraWarm nodes',
    cold: 'whether there is cold storage',
    volumes: 'whether data nodes have EBS volumes',
    volumeType: 'gp2, gp3, io1 or standard',
    volumeGiB: 'GiB of each data node',
    iops: 'provisioned IOPS of each data node, those included counted',
    throughputMiBps: 'provisioned MiB/s of each data node, those included counted',
  },
  usage: {
    infrequentStoredGB: 'GB in UltraWarm storage, mean of the month',
    archiveStoredGB: 'GB in cold storage, mean of the month',
  },
  lines,
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain
    terraform: {
      aws_opensearch_domain: mapping('m3.medium.search'),
      aws_elasticsearch_domain: mapping('m3.medium.elasticsearch'),
    },
    sdk: domainsFromCode,
  },
  label: ({ shape }) => `OpenSearch · ${textOf(shape.dataType ?? unknown('absent')) ?? 'domain'}`,
})

export const resources = [domain]
export const examples = domainExamples

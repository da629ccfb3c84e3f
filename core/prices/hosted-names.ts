// Machines that somebody else runs: model hosting and managed databases. Their types are named after the machines they run on, so
// they are compared as those are, at their own prices.
import type { Cloud, Price } from '../types.ts'
import type { PriceBook } from './book.ts'

export interface HostedName {
  readonly cloud: Cloud
  /** The machine it runs on: `r5.large` of db.r5.large. */
  readonly type: string
  readonly kind: 'hosting' | 'database'
  /** What is said of a price: `postgres, single-az`. */
  readonly label: string
  /** The hosted type of a machine: r5.large → db.r5.large. */
  name(type: string): string
  price(book: PriceBook, type: string, region: string): Price | undefined
}

const onRds = [
  'mysql',
  'postgres',
  'aurora-mysql',
  'aurora-postgresql',
  'aurora-mysql-io-optimized',
  'aurora-postgresql-io-optimized',
]

/** Engines by how their types are written. ElastiCache is not here: less of its nodes' memory is for the data than the machine has. */
const engines: readonly (readonly [before: string, after: string, engines: readonly string[]])[] = [
  ['db.', '', onRds],
  ['', '.search', ['opensearch']],
]

function hosting(service: 'sagemaker' | 'vertex', cloud: Cloud, before: string, type: string): HostedName {
  return {
    cloud,
    type,
    kind: 'hosting',
    label: service === 'sagemaker' ? 'SageMaker hosting' : 'Vertex AI prediction',
    name: (of) => before + of,
    price: (book, of, region) => book.hosting(service, before.endsWith('.') ? before + of : of, region),
  }
}

const words = /^(?:(\S+)\s+)?(\S+\.\S+?)(?:\s+(single-az|multi-az))?$/

/**
 * `ml.g5.xlarge`, `vertex n1-standard-4`, `postgres db.r5.large`, `db.r5.large multi-az`, `opensearch r6g.large.search`. Several where
 * the type is of several engines and none is named; none where the text names nothing of the kind.
 */
export function hostedNamed(book: PriceBook, text: string): readonly HostedName[] {
  const asked = text.trim().toLowerCase()
  const ml = /^(?:sagemaker\s+)?ml\.(\S+)$/.exec(asked)?.[1]
  if (ml !== undefined) return [hosting('sagemaker', 'aws', 'ml.', ml)]
  const vertex = /^vertex\s+(\S+)$/.exec(asked)?.[1]
  if (vertex !== undefined) return [hosting('vertex', 'gcp', 'vertex ', vertex)]
  const [, engine, type, deployment] = words.exec(asked) ?? []
  const of = engines.find(([before, after]) => type?.startsWith(before) && type.endsWith(after))
  if (of === undefined || type === undefined || (of[0] === '' && !type.endsWith('.search'))) return []
  const [before, after, all] = of
  const zones = deployment === 'multi-az' ? 'multi-az' : 'single-az'
  const machine = type.slice(before.length, type.length - after.length)
  return all
    .filter((each) => engine === undefined || each === engine)
    .map(
      (each): HostedName => ({
        cloud: 'aws',
        type: machine,
        kind: 'database',
        label: `${each}, ${zones}`,
        name: (it) => `${each} ${before}${it}${after}${zones === 'multi-az' ? ' multi-az' : ''}`,
        price: (book, it, region) => book.database(each, before + it + after, region, zones),
      }),
    )
    .filter((each) => book.regions('aws').some((region) => each.price(book, machine, region) !== undefined))
}

/** The book in which its machines cost what the hosted ones do, and nobody sells anything else. */
export const hostedBook = (book: PriceBook, hosted: HostedName): PriceBook => ({
  ...book,
  instance: (cloud, type, region, purchase) =>
    cloud === hosted.cloud && purchase === 'on-demand' ? hosted.price(book, type, region) : undefined,
  gpuOffers: () => [],
})

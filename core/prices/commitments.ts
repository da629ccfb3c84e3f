// What is paid less for what is committed to for years: told beside alternatives and estimates as context, never counted as a saving.
import type { Committable } from '../types.ts'
import type { Discount, PriceBook } from './book.ts'

/**
 * `paid at once`, `partly paid at once`, `paid monthly`: reservations of AWS. `paid monthly or at once`: those of Azure, where both cost
 * the same. `committed use`, `flexible committed use`: Google's, paid monthly. `savings plan`: of AWS and Azure, paid monthly.
 */
export type CommitmentKind = (typeof kinds)[number]

export const kinds = [
  'paid at once',
  'partly paid at once',
  'paid monthly',
  'paid monthly or at once',
  'committed use',
  'flexible committed use',
  'savings plan',
] as const

export interface Commitment {
  readonly years: 1 | 3
  /** Share of the on-demand price, 0 to 1: the middle of the types it was measured over, or as it is stated. */
  readonly less: number
  /** The family it was measured over, `g5`, `ds_v5 eastus` in one region, or `all types us-east-1`; what it is stated of, `vCPUs and memory`. */
  readonly over: string
  /** How many types that are; undefined where it is stated. */
  readonly types: number | undefined
  readonly how: CommitmentKind
  readonly source: string
  /** ISO date. */
  readonly asOf: string
}

/** The last word of a kind in the price book: `commitment.elasticache.3yr.at-once`. */
export const words: Readonly<Record<string, CommitmentKind>> = {
  'at-once': 'paid at once',
  partly: 'partly paid at once',
  monthly: 'paid monthly',
  either: 'paid monthly or at once',
  committed: 'committed use',
  flexible: 'flexible committed use',
  'savings-plan': 'savings plan',
}

/** Rows of machines that are older than the others, and have names of their own. */
const machines: Readonly<Record<string, string>> = {
  'ri_saving.1yr_all_upfront': 'commitment.ec2.1yr.at-once',
  'ri_saving.3yr_all_upfront': 'commitment.ec2.3yr.at-once',
  'cud_saving.1yr': 'commitment.compute.1yr.committed',
  'cud_saving.3yr': 'commitment.compute.3yr.committed',
}

const kindPattern = /^commitment\.([^.]+)\.([13])yr\.([^.]+)$/

type Index = ReadonlyMap<string, readonly Commitment[]>

const indexes = new WeakMap<readonly Discount[], Index>()

/** Every rate by cloud and service. */
function indexOf(discounts: readonly Discount[]): Index {
  const made = indexes.get(discounts)
  if (made !== undefined) return made
  const index = new Map<string, Commitment[]>()
  for (const { kind, cloud, subject, median, n, source, asOf } of discounts) {
    const [, service, years, word] = kindPattern.exec(machines[kind] ?? kind) ?? []
    const how = words[word ?? '']
    if (how === undefined) continue
    const key = `${cloud} ${service}`
    const all = index.get(key) ?? []
    all.push({ years: years === '1' ? 1 : 3, less: median, over: subject, types: n, how, source, asOf })
    index.set(key, all)
  }
  indexes.set(discounts, index)
  return index
}

/** The family of a machine as rates name it: `g5`, `n2`, `ds_v5`. */
function machineFamily(cloud: string, type: string): string {
  const name = type.toLowerCase()
  // A shared core is not committed to flexibly, and its rate was not measured apart.
  if (cloud === 'gcp' && /^e2-(?:micro|small|medium)$/.test(name)) return name
  if (cloud !== 'azure') return name.split(/[.-]/)[0]!
  return name.replace(/^(?:standard|basic)_/, '').replace(/^([a-z]+)[\d-]+/, '$1')
}

/** The service by which each cloud's virtual machines are committed to. */
const machineServices: Readonly<Record<string, string>> = {
  aws: 'ec2',
  gcp: 'compute',
  azure: 'virtual-machines',
}

export const machineCommittable = (cloud: string, type: string): Committable => ({
  service: machineServices[cloud] ?? cloud,
  family: machineFamily(cloud, type),
  what: type,
})

/**
 * Each way to commit once: by the rate of the family in the region, else of the family, else over all types of the service. Shortest
 * first; empty where none is known.
 */
export function commitmentsFor(
  book: PriceBook,
  cloud: string,
  { service, family }: Pick<Committable, 'service' | 'family'>,
  region?: string,
): readonly Commitment[] {
  const all = indexOf(book.discounts()).get(`${cloud} ${service}`) ?? []
  const here = all.filter(({ over }) => over === `${family} ${region}`)
  const own = withoutTerms(
    all.filter(({ over }) => over === family),
    here,
  )
  const told = new Set([...here, ...own].map(({ how }) => how))
  const general = all.filter((each) => each.over.startsWith('all types') && !told.has(each.how))
  return [...here, ...own, ...general].sort((a, b) => a.years - b.years || a.less - b.less)
}

/** What the others do not tell of the same term. */
const withoutTerms = (all: readonly Commitment[], others: readonly Commitment[]): readonly Commitment[] =>
  all.filter(({ years, how }) => !others.some((other) => other.years === years && other.how === how))

/** Of a virtual machine, by its type. */
export const commitmentsOf = (book: PriceBook, cloud: string, type: string): readonly Commitment[] =>
  commitmentsFor(book, cloud, machineCommittable(cloud, type))

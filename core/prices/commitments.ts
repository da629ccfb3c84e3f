// What is paid less for a machine that is committed to for years: told beside alternatives as context, never counted as a saving.
import type { Discount, PriceBook } from './book.ts'

export interface Commitment {
  readonly years: 1 | 3
  /** Share of the on-demand price, 0 to 1: the middle of the types it was measured over. */
  readonly less: number
  /** The family it was measured over, `g5`, or `all types us-east-1`. */
  readonly over: string
  /** How many types that are. */
  readonly types: number | undefined
  readonly how: 'paid at once' | 'committed use'
  readonly source: string
  /** ISO date. */
  readonly asOf: string
}

const kinds: Readonly<Record<string, Pick<Commitment, 'years' | 'how'>>> = {
  'ri_saving.1yr_all_upfront': { years: 1, how: 'paid at once' },
  'ri_saving.3yr_all_upfront': { years: 3, how: 'paid at once' },
  'cud_saving.1yr': { years: 1, how: 'committed use' },
  'cud_saving.3yr': { years: 3, how: 'committed use' },
}

const everyType = 'all types us-east-1'

/** Measured over the type's own family, else over all types of its cloud; empty where neither was measured. */
export function commitmentsOf(book: PriceBook, cloud: string, type: string): readonly Commitment[] {
  const family = type.split(/[.-]/)[0]!.toLowerCase()
  const measured = book.discounts().filter((each) => each.cloud === cloud && kinds[each.kind] !== undefined)
  const over = (subject: string) => measured.filter((each) => each.subject === subject)
  const own = over(family)
  return (own.length > 0 ? own : over(everyType)).map(commitment).sort((a, b) => a.years - b.years)
}

const commitment = ({ kind, subject, median, n, source, asOf }: Discount): Commitment => ({
  ...kinds[kind]!,
  less: median,
  over: subject,
  types: n,
  source,
  asOf,
})

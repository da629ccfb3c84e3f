import { cursorPages } from '../../billing/cursor.ts'
import type { BillingSource, Page } from '../../billing/source.ts'
import { type Fake, type Fault, type Said, startFake } from '../../billing/testing/fake.ts'

/** What the provider says was spent, cents by day; it corrects itself. */
export type Truth = Map<string, number>

export interface Provider {
  readonly source: BillingSource
  readonly fake: Fake
  readonly truth: Truth
  /** The next answer with a page in it is sent once more, under another cursor. */
  repeat(): void
  /** After so many answers it has trouble so many times. */
  stumble(after: number, times: number): void
  /** It knows none of its pages any more. */
  forget(): void
  /** What it said in the last answer, of all days. */
  said(): Truth
}

interface Body {
  readonly data: readonly { readonly day: string; readonly cents: number }[]
  readonly has_more: boolean
  readonly next_page: string | null
}

const perPage = 5
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString()

/**
 * A billing API of days and cents, five days on a page. `isPaid`: asking is paid for, and it answers as a warehouse does: the
 * pages after the first are of what it knew then.
 */
export async function startProvider(id: string, isPaid = false): Promise<Provider> {
  const truth: Truth = new Map()
  const answers = new Map<string, Truth>()
  let said: Truth = truth
  let repeats = false
  let [before, troubled, begun] = [0, 0, 0]

  function begin(): string {
    answers.set(String(++begun), new Map(truth))
    return String(begun)
  }

  function answer({ query }: { readonly query: URLSearchParams }): Said {
    if (troubled > 0 && before-- <= 0) {
      troubled--
      return { status: 503 }
    }
    const [since, until] = [query.get('since') ?? '', query.get('until') ?? '']
    const [page = '0', name = isPaid ? begin() : ''] = query.get('page')?.split('-') ?? []
    const all = isPaid ? answers.get(name) : truth
    if (!all) return { status: 400 }
    said = all
    const days = [...all].filter(([day]) => day >= since && day < until).sort()
    const at = Number(page)
    const data = days.slice(at, at + perPage).map(([day, cents]) => ({ day, cents }))
    const after = at + perPage < days.length ? `${at + perPage}-${name}` : null
    const next = repeats && data.length > 0 ? `${at}-${name}-again` : after
    if (next !== after) repeats = false
    return { body: { data, has_more: next !== null, next_page: next } satisfies Body }
  }

  const fake = await startFake({ answer })
  const repeat = () => {
    repeats = true
  }
  const stumble = (after: number, times: number) => {
    before = after
    troubled = times
  }
  const source = { ...sourceOf(id), ...(isPaid && { asking: 'each page' }) }
  const forget = () => answers.clear()
  return { source, fake, truth, repeat, stumble, forget, said: () => said }
}

/** @returns the faults of the network, one after the other, before the provider answers */
export function faultOf(random: () => number): Fault {
  const wait = { status: 429, headers: { 'retry-after': '1' } }
  const all: Fault[] = ['trouble', 'truncated', 'malformed', wait, { status: 500 }, { status: 401 }]
  return all[Math.floor(random() * all.length)]!
}

function sourceOf(id: string): BillingSource {
  return {
    id,
    name: id,
    reads: id,
    needs: { fields: [], scope: 'none', link: 'none' },
    headers: () => ({}),
    pages({ since, until }, io) {
      const query: [string, string][] = [
        ['since', since],
        ['until', until],
      ]
      return cursorPages(id, io, { path: '/costs', query })
    },
    rows: (page: Page) => ({
      rows: (page.body as Body).data.map(({ day, cents }) => ({
        ServiceProviderName: id,
        ServiceName: 'Calls',
        ChargePeriodStart: `${day}T00:00:00.000Z`,
        ChargePeriodEnd: dayAfter(day),
        ChargeCategory: 'Usage',
        BillingCurrency: 'USD',
        BilledCost: cents / 100,
        EffectiveCost: cents / 100,
        x_Source: id,
        x_Grade: 'invoice',
        x_Estimated: false,
        x_FetchedAt: page.at,
      })),
      problems: [],
    }),
  }
}

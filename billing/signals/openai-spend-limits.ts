// https://platform.openai.com/docs/api-reference: the hard limits of the organisation, and of the projects of the scope. In cents, a month each; what
// was spent of them stands in the costs.
import { numberIn, recordIn, textIn } from '../json.ts'
import type { Fetched, Page, Range, Scope, SourceIo } from '../source.ts'
import type { ProviderBudget, SignalExample, SignalSource } from './signal.ts'

async function* pages(_: Range, io: SourceIo, { projects = [] }: Scope): AsyncIterable<Fetched> {
  for (const project of [undefined, ...projects]) {
    const path = project === undefined ? '/organization' : `/organization/projects/${encodeURIComponent(project)}`
    const got = await io.ask({ path: `${path}/spend_limit` })
    // Nobody has set one.
    if (got.is === 'failed' && got.failure.status === 404) continue
    yield got.is === 'page' && project !== undefined ? { ...got, about: project } : got
    if (got.is === 'failed') return
  }
}

function signals({ body, at, about }: Page) {
  const { threshold_amount, currency, interval } = recordIn(body)
  const [cents, unit] = [numberIn(threshold_amount), textIn(currency)]
  if (cents === undefined || unit === undefined)
    return { signals: [], problems: ['OpenAI sent a spend limit without its amount.'] }
  const budget: ProviderBudget = {
    is: 'budget',
    source: 'openai-spend-limits',
    at,
    id: about ?? 'organization',
    name: about === undefined ? 'Spend limit of the organization' : `Spend limit of ${about}`,
    allowed: { amount: cents / 100, currency: unit.toUpperCase() },
    period: interval === 'month' ? 'month' : 'custom',
    of: about === undefined ? [] : [{ what: 'projects', values: [about] }],
  }
  return { signals: [budget], problems: [] }
}

export const signalSource: SignalSource = {
  id: 'openai-spend-limits',
  with: 'openai',
  tells: 'budget',
  name: 'OpenAI spend limits',
  reads: 'OpenAI spend limits',
  base: 'https://api.openai.com/v1',
  needs: {
    fields: [{ id: 'key', label: 'an admin key (sk-admin-…)', secret: true, env: 'OPENAI_ADMIN_KEY' }],
    scope: 'the right of an admin key to read the organization',
    link: 'https://platform.openai.com/settings/organization/admin-keys',
  },
  headers: ({ key }) => ({ authorization: `Bearer ${key}` }),
  pages,
  signals,
}

const limit = {
  object: 'organization.spend_limit',
  threshold_amount: 250_050,
  currency: 'USD',
  interval: 'month',
  enforcement: { status: 'inactive' },
}
const at = '2026-11-20T08:00:00.000Z'

export const examples: readonly SignalExample[] = [
  {
    name: 'the limit of the organisation, in cents',
    page: { is: 'page', at, body: limit },
    signals: [
      {
        is: 'budget',
        source: 'openai-spend-limits',
        at,
        id: 'organization',
        name: 'Spend limit of the organization',
        allowed: { amount: 2500.5, currency: 'USD' },
        period: 'month',
        of: [],
      },
    ],
  },
  {
    name: 'the limit of a project is of that project alone',
    page: { is: 'page', at, about: 'proj_1', body: { ...limit, object: 'project.spend_limit', threshold_amount: 100 } },
    signals: [
      {
        is: 'budget',
        source: 'openai-spend-limits',
        at,
        id: 'proj_1',
        name: 'Spend limit of proj_1',
        allowed: { amount: 1, currency: 'USD' },
        period: 'month',
        of: [{ what: 'projects', values: ['proj_1'] }],
      },
    ],
  },
]

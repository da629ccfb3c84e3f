// An organisation at OpenAI beside its costs: projects, their keys, and use.
import { daysOf } from '../range.ts'
import type { Heard, Said } from './fake.ts'

const list = (data: readonly object[], next?: string): Said => ({
  body: { object: 'list', data, first_id: null, last_id: next ?? null, has_more: next !== undefined },
})
const project = (id: string, name: string) => ({ id, object: 'organization.project', name, created_at: 1 })
const apiKey = {
  object: 'organization.project.api_key',
  redacted_value: 'sk-abc...def',
  name: 'production',
  created_at: 1,
  last_used_at: null,
  id: 'key_1',
  owner_project_access: 'active',
  owner: { type: 'user', user: { id: 'u', email: 'a@harbour.example', name: 'A', created_at: 1, role: 'owner' } },
}

/** A dollar and a million tokens a day of one model and key, in ten requests of text and one of embeddings. */
export function openai({ path, query }: Heard): Said {
  if (path === '/organization/projects')
    return query.has('after') ? list([project('proj_2', 'Mail')]) : list([project('proj_1', 'Answers')], 'proj_1')
  if (path.endsWith('/api_keys')) return list([apiKey])
  const day = (name: string) => new Date(Number(query.get(name)) * 1000).toISOString().slice(0, 10)
  const by = { project_id: 'proj_1', api_key_id: 'key_1' }
  const result = {
    '/organization/costs': {
      object: 'organization.costs.result',
      amount: { value: 1, currency: 'usd' },
      line_item: 'gpt-4.1-2025-04-14, input',
      quantity: 1_000_000,
      quantity_unit: 'tokens',
      ...by,
    },
    '/organization/usage/completions': {
      object: 'organization.usage.completions.result',
      input_tokens: 1_000_000,
      input_cached_tokens: 1000,
      output_tokens: 10,
      num_model_requests: 10,
      model: 'gpt-4.1-2025-04-14',
      batch: false,
      service_tier: 'default',
      ...by,
    },
    '/organization/usage/embeddings': {
      object: 'organization.usage.embeddings.result',
      input_tokens: 5,
      num_model_requests: 1,
      model: 'text-embedding-3-small',
      ...by,
    },
  }[path]
  const data = daysOf({ since: day('start_time'), until: day('end_time') }).map((date) => ({
    object: 'bucket',
    start_time: Date.parse(date) / 1000,
    end_time: Date.parse(date) / 1000 + 86_400,
    results: result ? [result] : [],
  }))
  return { body: { object: 'page', data, has_more: false, next_page: null } }
}

// A small stand-in for https://api.openai.com/v1/organization/costs that holds to the published contract on both sides.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Ajv2020 } from 'ajv/dist/2020.js'
import contract from './contracts/openai-usage-costs.json' with { type: 'json' }

export interface Cost {
  /** `2026-11-17` */
  readonly day: string
  readonly lineItem: string
  readonly project: string
  readonly usd: number
  readonly tokens: number
}

/** What the next request meets instead of an answer, first to last. */
type Fault = 'limit' | 'trouble' | 'malformed' | 'silence' | { readonly retryAfter: number }

export interface OpenAiCosts {
  readonly base: string
  readonly requests: URLSearchParams[]
  /** Where a request or one of our own answers broke the contract. Tests expect none. */
  readonly violations: string[]
  faults: Fault[]
  /** Called as each request arrives, before it is answered. */
  heard: () => void
  close(): Promise<void>
}

const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: true, discriminator: false })
ajv.addFormat('int64', true)
ajv.addSchema(contract, 'contract')
const answerFits = ajv.compile({ $ref: 'contract#/components/schemas/UsageResponse' })
const errorFits = ajv.compile({ $ref: 'contract#/components/schemas/ErrorResponse' })
const parameters = contract.paths['/organization/costs'].get.parameters
const daySeconds = 86_400

/** `perPage`: days on one page however many the client asks for, so that paging happens. */
export async function startOpenAiCosts(costs: readonly Cost[], key: string, perPage = 7): Promise<OpenAiCosts> {
  const server = createServer((request, response) => answer(request, response))
  const state: Omit<OpenAiCosts, 'base' | 'close'> = {
    requests: [],
    violations: [],
    faults: [],
    heard: () => undefined,
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://localhost')
    state.requests.push(url.searchParams)
    state.heard()
    const fault = state.faults.shift()
    if (fault !== undefined) fail(fault, response)
    else if (url.pathname !== '/v1/organization/costs') refuse(response, 404, 'Unknown path.')
    else if (request.headers.authorization !== `Bearer ${key}`) {
      refuse(response, 401, `Incorrect API key provided: ${request.headers.authorization}.`)
    } else costsOf(url.searchParams, response)
  }

  function costsOf(query: URLSearchParams, response: ServerResponse): void {
    state.violations.push(...requestViolations(query))
    const page = pageOf(costs, query, perPage)
    if (!answerFits(page)) state.violations.push(`answer: ${ajv.errorsText(answerFits.errors)}`)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(page))
  }

  function fail(fault: Fault, response: ServerResponse): void {
    if (fault === 'trouble') refuse(response, 503, 'The server is overloaded.')
    else if (fault === 'limit') refuse(response, 429, 'Rate limit reached.')
    else if (fault === 'malformed') response.writeHead(200).end('{"object":"page","data":[')
    else if (fault !== 'silence')
      refuse(response, 429, 'Rate limit reached.', { 'retry-after': String(fault.retryAfter) })
  }

  function refuse(
    response: ServerResponse,
    status: number,
    message: string,
    headers: Record<string, string> = {},
  ): void {
    const body = { error: { message, type: 'invalid_request_error', param: null, code: null } }
    if (!errorFits(body)) state.violations.push(`error: ${ajv.errorsText(errorFits.errors)}`)
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(state, {
    base: `http://127.0.0.1:${port}/v1`,
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  })
}

/** The contract writes arrays as repeated names; OpenAI's own client adds `[]`. Both are taken. */
const valuesOf = (query: URLSearchParams, name: string) => [...query.getAll(name), ...query.getAll(`${name}[]`)]

function requestViolations(query: URLSearchParams): string[] {
  const names = new Set(parameters.map((parameter) => parameter.name))
  const unknown = [...query.keys()].filter((name) => !names.has(name.replace(/\[\]$/, '')))
  const wrong = parameters.flatMap((parameter) => {
    const values = valuesOf(query, parameter.name)
    if (values.length === 0)
      return 'required' in parameter && parameter.required ? [`request: ${parameter.name} is missing`] : []
    const value = parameter.schema.type === 'array' ? values : values[0]
    const fits = ajv.compile({ type: 'object', properties: { value: parameter.schema } })
    return fits({ value }) ? [] : [`request: ${parameter.name}: ${ajv.errorsText(fits.errors)}`]
  })
  const limit = Number(query.get('limit') ?? 7)
  return [
    ...unknown.map((name) => `request: ${name} is not in the contract`),
    ...wrong,
    ...(limit >= 1 && limit <= 180 ? [] : ['request: limit']),
  ]
}

function pageOf(costs: readonly Cost[], query: URLSearchParams, perPage: number) {
  const first = Number(query.get('page') ?? query.get('start_time'))
  const end = Number(query.get('end_time') ?? first + 7 * daySeconds)
  const last = Math.min(end, first + Math.min(perPage, Number(query.get('limit') ?? 7)) * daySeconds)
  const starts = Array.from(
    { length: Math.max(0, Math.ceil((last - first) / daySeconds)) },
    (_, index) => first + index * daySeconds,
  )
  return {
    object: 'page',
    data: starts.map((start) => ({
      object: 'bucket',
      start_time: start,
      end_time: start + daySeconds,
      results: results(costs, start, query),
    })),
    has_more: last < end,
    next_page: last < end ? String(last) : null,
  }
}

function results(costs: readonly Cost[], start: number, query: URLSearchParams) {
  const by = new Set(valuesOf(query, 'group_by'))
  const wanted = valuesOf(query, 'project_ids')
  const groups = new Map<string, { usd: number; tokens: number; cost: Cost }>()
  for (const cost of costs) {
    if (Date.parse(cost.day) / 1000 !== start) continue
    if (wanted.length > 0 && !wanted.includes(cost.project)) continue
    const group = JSON.stringify([by.has('line_item') && cost.lineItem, by.has('project_id') && cost.project])
    const sum = groups.get(group) ?? { usd: 0, tokens: 0, cost }
    groups.set(group, { usd: sum.usd + cost.usd, tokens: sum.tokens + cost.tokens, cost })
  }
  return [...groups.values()].map(({ usd, tokens, cost }) => ({
    object: 'organization.costs.result',
    amount: { value: usd, currency: 'usd' },
    line_item: by.has('line_item') ? cost.lineItem : null,
    project_id: by.has('project_id') ? cost.project : null,
    api_key_id: null,
    quantity: by.has('line_item') ? tokens : null,
    quantity_unit: by.has('line_item') ? 'tokens' : null,
  }))
}

import type { CallShape } from '../../../core/sdk.ts'
import { type Endpoint, endpoints } from './endpoints.ts'

/** A function that sends a request: where it is told the URL, and under which names its body stands. */
interface Sender {
  readonly on: string
  readonly path: string
  readonly url: readonly string[]
  readonly body: readonly string[]
  readonly made?: string
  /** Its name is not that of the HTTP method, and it may as well read. */
  readonly any?: true
  readonly stream?: true
}

const senders: readonly Sender[] = [
  // https://requests.readthedocs.io/en/latest/api/, https://www.python-httpx.org/api/, https://docs.aiohttp.org/en/stable/client_reference.html
  { on: 'requests', path: 'post', url: ['[0]', 'url'], body: ['json', 'data', 'content', '[1]'] },
  { on: 'requests', path: 'request', url: ['[1]', 'url'], body: ['json', 'data', 'content'], any: true },
  { on: 'requests', path: 'stream', url: ['[1]', 'url'], body: ['json', 'data', 'content'], any: true, stream: true },
  // https://docs.python.org/3/library/urllib.request.html
  {
    on: 'urllib',
    path: 'urlopen',
    made: 'urllib.request.Request',
    url: ['[0]', 'url'],
    body: ['data', '[1]'],
    any: true,
  },
  // https://developer.mozilla.org/docs/Web/API/fetch, https://github.com/sindresorhus/got, https://github.com/unjs/ofetch
  { on: 'fetch', path: '()', url: ['[0]'], body: ['[1].body', '[1].json'], any: true },
  { on: 'fetch', path: 'post', url: ['[0]'], body: ['[1].json', '[1].body'] },
  // https://axios-http.com/docs/api_intro
  { on: 'axios', path: 'post', url: ['[0]'], body: ['[1]'] },
  { on: 'axios', path: 'request', url: ['url'], body: ['data'], any: true },
  { on: 'axios', path: '()', url: ['url', '[0]'], body: ['data', '[1].data'], any: true },
]

const under = (body: readonly string[], names: readonly string[] = []): string[] =>
  names.flatMap((name) => (body.length === 0 ? [name] : body.map((at) => `${at}.${name}`)))

function sentBy(sender: Sender, { path, api, postOnly, ...endpoint }: Endpoint): CallShape | undefined {
  if (postOnly && sender.any) return undefined
  // The parameters of a batch stand in each of its requests.
  const body = endpoint.each ? [] : sender.body
  const inBody = (name: string | undefined) => (name === undefined ? undefined : under(body, [name]))
  return {
    path: sender.path,
    on: sender.on,
    url: { at: sender.url, path },
    ...(sender.made === undefined ? {} : { made: sender.made }),
    api,
    ...(endpoint.apis && { apis: endpoint.apis }),
    // Parameters of the query: `params={"model": "nova-3"}`.
    model: [...under(body, endpoint.model), 'params.model', '[1].params.model'],
    maxOutput: under(body, endpoint.maxOutput),
    input: under(body, endpoint.input),
    n: inBody(endpoint.n),
    size: inBody(endpoint.size),
    quality: inBody(endpoint.quality),
    seconds: inBody(endpoint.seconds),
    tier: inBody(endpoint.tier),
    reasoning: inBody(endpoint.reasoning),
    stream: sender.stream ?? (endpoint.stream === 'stream' ? `${body[0]}.stream` : endpoint.stream),
    maxOutputRequired: endpoint.maxOutputRequired,
    cacheMarker: endpoint.cacheMarker,
    batch: endpoint.batch,
    each: endpoint.each && `${sender.body[0]}.${endpoint.each}`,
  }
}

export const calls: readonly CallShape[] = senders.flatMap((sender) =>
  endpoints.flatMap((endpoint) => sentBy(sender, endpoint) ?? []),
)

// A function that sends requests as one batch and waits for it, as each SDK has it. Parameters and states:
// https://developers.openai.com/api/reference/python/resources/batches/methods/create, https://platform.claude.com/docs/en/build-with-claude/batch-processing,
// https://ai.google.dev/gemini-api/docs/batch-api, https://docs.mistral.ai/studio-api/batch-processing; a request of a batch has the body of the single call.

export interface BatchHelper {
  readonly name: string
  readonly imports: readonly string[]
  readonly lines: readonly string[]
  /** The type of one body, in TypeScript. */
  readonly body?: string
}

interface Wanted {
  readonly asks: string
  /** Python: by an asynchronous client. TypeScript always is. */
  readonly isAsync: boolean
  /** TypeScript: the file has types, and this is what it calls the class of the client. */
  readonly client: string | undefined
  /** Python: the module that the SDK's client is imported from, where its types stand below that. */
  readonly from?: string | undefined
}

/** By call path; the answer is given as the single call gives it. */
const openai: Readonly<
  Record<string, { url: string; from: string; answer: string; types: [string, string]; what: string }>
> = {
  'openai.chat.completions.create': {
    what: 'completions',
    url: '/v1/chat/completions',
    from: 'openai.types.chat',
    answer: 'ChatCompletion',
    types: ['ChatCompletionCreateParamsNonStreaming', 'ChatCompletion'],
  },
  'openai.responses.create': {
    what: 'responses',
    url: '/v1/responses',
    from: 'openai.types.responses',
    answer: 'Response',
    types: ['Responses.ResponseCreateParamsNonStreaming', 'Responses.Response'],
  },
  'openai.embeddings.create': {
    what: 'embeddings',
    url: '/v1/embeddings',
    from: 'openai.types',
    answer: 'CreateEmbeddingResponse',
    types: ['EmbeddingCreateParams', 'CreateEmbeddingResponse'],
  },
}

const says =
  'Sends requests as one batch, at its lower price, and waits for it, up to 24 hours. Answers are in their order.'

/** Undefined where the SDK has no batch of such calls that is known here. */
export function pythonBatch({ asks, isAsync, from }: Wanted): BatchHelper | undefined {
  const [def, wait] = isAsync ? ['async def', 'await '] : ['def', '']
  const sleep = isAsync ? 'await asyncio.sleep(60)' : 'time.sleep(60)'
  const named = (what: string) => `${what}_of_batch${isAsync ? '_async' : ''}`
  const head = (what: string) => [`${def} ${named(what)}(client, bodies):`, `    """${says}"""`]
  const clock = isAsync ? 'import asyncio' : 'import time'
  const content = `${wait}client.files.content(batch.output_file_id)`
  const sdk = openai[asks]
  if (sdk) {
    return {
      name: named(sdk.what),
      imports: ['import json', clock, `from ${sdk.from} import ${sdk.answer}`],
      lines: [
        ...head(sdk.what),
        '    lines = [',
        `        json.dumps({"custom_id": str(i), "method": "POST", "url": "${sdk.url}", "body": body})`,
        '        for i, body in enumerate(bodies)',
        '    ]',
        `    sent = ${wait}client.files.create(file=("requests.jsonl", "\\n".join(lines).encode()), purpose="batch")`,
        `    batch = ${wait}client.batches.create(input_file_id=sent.id, endpoint="${sdk.url}", completion_window="24h")`,
        '    while batch.status not in ("completed", "failed", "expired", "cancelled"):',
        `        ${sleep}`,
        `        batch = ${wait}client.batches.retrieve(batch.id)`,
        '    if batch.request_counts is None or batch.request_counts.completed < len(lines):',
        '        raise RuntimeError(f"Batch {batch.id} is {batch.status}; what failed is in {batch.error_file_id}")',
        `    answers = ${isAsync ? `(${content})` : content}.text.strip().split("\\n")`,
        '    by_id = {answer["custom_id"]: answer["response"]["body"] for answer in map(json.loads, answers)}',
        `    return [${sdk.answer}.model_validate(by_id[str(i)]) for i in range(len(lines))]`,
      ],
    }
  }
  if (asks === 'anthropic.messages.create') {
    return {
      name: named('messages'),
      imports: [clock],
      lines: [
        ...head('messages'),
        '    requests = [{"custom_id": str(i), "params": body} for i, body in enumerate(bodies)]',
        `    batch = ${wait}client.messages.batches.create(requests=requests)`,
        '    while batch.processing_status != "ended":',
        `        ${sleep}`,
        `        batch = ${wait}client.messages.batches.retrieve(batch.id)`,
        '    by_id = {}',
        `    ${isAsync ? 'async for' : 'for'} each in ${wait}client.messages.batches.results(batch.id):`,
        '        if each.result.type != "succeeded":',
        '            raise RuntimeError(f"Request {each.custom_id} of batch {batch.id} is {each.result.type}")',
        '        by_id[each.custom_id] = each.result.message',
        '    return [by_id[str(i)] for i in range(len(requests))]',
      ],
    }
  }
  if (from !== undefined && /^mistral\.chat\.complete(_async)?$/.test(asks)) {
    const jobs = (method: string) => `${wait}client.batch.jobs.${method}${isAsync ? '_async' : ''}`
    return {
      name: named('chats'),
      imports: [clock, `from ${from}.models import ChatCompletionResponse`],
      lines: [
        ...head('chats'),
        '    requests = [{"custom_id": str(i), "body": body} for i, body in enumerate(bodies)]',
        `    job = ${jobs('create')}(endpoint="/v1/chat/completions", model=bodies[0]["model"], requests=requests)`,
        '    while job.status in ("QUEUED", "RUNNING", "CANCELLATION_REQUESTED"):',
        `        ${sleep}`,
        `        job = ${jobs('get')}(job_id=job.id)`,
        '    if job.succeeded_requests < len(requests):',
        '        raise RuntimeError(f"Batch {job.id} is {job.status}: {job.errors}")',
        `    outputs = (${jobs('get')}(job_id=job.id, inline=True)).outputs`,
        '    by_id = {output["custom_id"]: output["response"]["body"] for output in outputs}',
        '    return [ChatCompletionResponse.model_validate(by_id[str(i)]) for i in range(len(requests))]',
      ],
    }
  }
  if (asks === 'google-genai.models.generate_content') {
    return {
      name: named('contents'),
      imports: [clock],
      lines: [
        ...head('contents'),
        `    job = ${wait}client.batches.create(model=bodies[0]["model"], src=bodies)`,
        '    while not job.done:',
        `        ${sleep}`,
        `        job = ${wait}client.batches.get(name=job.name)`,
        '    answers = (job.dest and job.dest.inlined_responses) or []',
        '    if len(answers) < len(bodies) or any(answer.error for answer in answers):',
        '        raise RuntimeError(f"Batch {job.name} is {job.state}: {job.error or answers}")',
        '    return [answer.response for answer in answers]',
      ],
    }
  }
  return undefined
}

/**
 * Not of Mistral: a body of its batch has the names of the API, and the calls of its SDK for TypeScript have names of their own.
 * Undefined where the SDK has no batch of such calls that is known here.
 */
export function typescriptBatch({ asks, client }: Wanted): BatchHelper | undefined {
  const typed = (type: string) => (client === undefined ? '' : `: ${type}`)
  const head = (name: string, body: string, answer: string) => [
    `/** ${says} */`,
    `async function ${name}(client${typed(client ?? '')}, bodies${typed(`${body}[]`)})${typed(`Promise<${answer}[]>`)} {`,
  ]
  const sleep = '    await new Promise((done) => setTimeout(done, 60_000))'
  const sdk = openai[asks]
  if (sdk) {
    const [body, answer] = sdk.types.map((type) => `${client}.${type}`) as [string, string]
    const name = `${sdk.what}OfBatch`
    return {
      name,
      imports: [],
      ...(client === undefined ? {} : { body }),
      lines: [
        ...head(name, body, answer),
        '  const lines = bodies.map((body, i) =>',
        `    JSON.stringify({ custom_id: String(i), method: 'POST', url: '${sdk.url}', body }),`,
        '  )',
        "  const file = new File([lines.join('\\n')], 'requests.jsonl')",
        "  const sent = await client.files.create({ file, purpose: 'batch' })",
        '  let batch = await client.batches.create({',
        '    input_file_id: sent.id,',
        `    endpoint: '${sdk.url}',`,
        "    completion_window: '24h',",
        '  })',
        "  while (!['completed', 'failed', 'expired', 'cancelled'].includes(batch.status)) {",
        sleep,
        '    batch = await client.batches.retrieve(batch.id)',
        '  }',
        '  if (!batch.output_file_id || (batch.request_counts?.completed ?? 0) < lines.length)',
        '    throw new Error(`Batch ${batch.id} is ${batch.status}; what failed is in ${batch.error_file_id}`)',
        "  const answers = (await (await client.files.content(batch.output_file_id)).text()).trim().split('\\n')",
        `  const byId = new Map${client === undefined ? '' : `<string, ${answer}>`}()`,
        '  for (const answer of answers.map((line) => JSON.parse(line))) byId.set(answer.custom_id, answer.response.body)',
        `  return lines.map((_, i) => byId.get(String(i))${client === undefined ? '' : '!'})`,
        '}',
      ],
    }
  }
  if (asks === 'anthropic.messages.create') {
    const [body, answer] = [`${client}.MessageCreateParamsNonStreaming`, `${client}.Message`]
    const name = 'messagesOfBatch'
    return {
      name,
      imports: [],
      ...(client === undefined ? {} : { body }),
      lines: [
        ...head(name, body, answer),
        '  const requests = bodies.map((params, i) => ({ custom_id: String(i), params }))',
        '  let batch = await client.messages.batches.create({ requests })',
        "  while (batch.processing_status !== 'ended') {",
        sleep,
        '    batch = await client.messages.batches.retrieve(batch.id)',
        '  }',
        `  const byId = new Map${client === undefined ? '' : `<string, ${answer}>`}()`,
        '  for await (const { custom_id, result } of await client.messages.batches.results(batch.id)) {',
        "    if (result.type !== 'succeeded') throw new Error(`Request ${custom_id} of batch ${batch.id} is ${result.type}`)",
        '    byId.set(custom_id, result.message)',
        '  }',
        `  return requests.map(({ custom_id }) => byId.get(custom_id)${client === undefined ? '' : '!'})`,
        '}',
      ],
    }
  }
  if (asks === 'google-genai.models.generateContent') {
    const [body, answer] = [`Parameters<${client}['models']['generateContent']>[0]`, 'GenerateContentResponse']
    const name = 'contentsOfBatch'
    return {
      name,
      // Of a batch an answer comes as plain data: its `text` is the class's.
      imports: ["import { GenerateContentResponse } from '@google/genai'"],
      ...(client === undefined ? {} : { body }),
      lines: [
        ...head(name, body, answer),
        '  let job = await client.batches.create({',
        '    model: bodies[0]?.model,',
        '    src: bodies,',
        "    config: { displayName: 'requests' },",
        '  })',
        '  while (!/SUCCEEDED|FAILED|CANCELLED|EXPIRED/.test(String(job.state))) {',
        sleep,
        `    job = await client.batches.get({ name: job.name${client === undefined ? '' : '!'} })`,
        '  }',
        '  const answers = job.dest?.inlinedResponses ?? []',
        '  if (answers.length < bodies.length || answers.some(({ error }) => error))',
        '    throw new Error(`Batch ${job.name} is ${job.state}: ${JSON.stringify(job.error ?? answers)}`)',
        '  return answers.map(({ response }) => Object.assign(new GenerateContentResponse(), response))',
        '}',
      ],
    }
  }
  return undefined
}

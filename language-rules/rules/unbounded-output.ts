import * as z from 'zod/mini'
import { usdOf } from '../../core/estimate/lines.ts'
import { setArgument } from '../../core/fixes/arguments.ts'
import { candidatesOf, known } from '../../core/known.ts'
import { say, usd } from '../../core/money.ts'
import { defineRule, type RuleExample } from '../../core/rule.ts'
import { methodName } from '../../core/rules/call-place.ts'
import type { ModelCall, Provider } from '../../core/types.ts'
import { unboundedOutputExamples } from './examples/unbounded-output.ts'

const options = z.object({
  suggest: z
    ._default(z.number().check(z.int(), z.positive()), 1024)
    .check(z.describe('Output limit, in tokens, that the fix writes.')),
})

export const rule = defineRule({
  id: 'unbounded-output',
  on: 'model-call',
  severity: 'info',
  preset: 'strict',
  docs: {
    what: 'The call sets no limit on the tokens the model may write.',
    why: 'Output is the dearest token there is, and one runaway answer costs as much as the model can write.',
    fix: 'Set the output limit of the call a little above the longest answer you need.',
    unless: 'The answers are meant to be as long as the model can write, or the stream is cut by hand.',
    source: 'https://docs.aws.amazon.com/codeguru/detector-library/javascript/unbounded-llm-output/',
    alters: ['answers'],
  },
  options,
  *check(call, { options, estimate, estimateWith, ...tools }) {
    const parameter = call.source.parameters.maxOutput
    if (!parameter || call.api !== 'chat' || call.maxOutput.is !== 'unknown' || call.maxOutput.why !== 'absent') return
    if (isLimitedElsewhere(call) || isFree(call)) return
    if (call.input.length === 0 && asksAtOnce.test(call.call)) return
    const after = estimateWith({ maxOutput: known(options.suggest, call.location) })
    const worst = usdOf(estimate, 'output token')
    const capped = usdOf(after, 'output token')
    if (worst && capped && worst.high <= capped.high) return
    const isSure = candidatesOf(call.model).every(
      (id) => tools.prices.model(call.provider, id)?.maxOutputElsewhere === undefined,
    )
    const edit = setArgument(call, parameter, String(options.suggest), tools)
    yield {
      at: methodName(call, tools.module, tools.document),
      message:
        worst && capped && isSure
          ? say`No output limit: one answer may cost up to ${usd(worst.high)}. A limit of ${options.suggest} tokens bounds it at ${usd(capped.high)}.`
          : say`No output limit: one answer may be as long as the model can write. Set ${parameter}.`,
      after,
      fixes: edit
        ? [
            {
              title: say`Limit the output to ${options.suggest} tokens`,
              safety: 'suggestion',
              edits: [edit],
              claim: 'bounds',
            },
          ]
        : [],
    }
  },
})

/** Whose clients have a host of their own: what is sent to one that nobody knows may be answered by a machine rented by the hour. */
const ownHost: ReadonlySet<string> = new Set(['openai', 'anthropic'])

/** Requests that hold all of the prompt, and are refused without it. */
const asksAtOnce = /\b(chat\.completions\.create|converse(_?stream)?|generate_?content(_?stream)?)$/i

/** Libraries and calls in which the object that names the model also says how long an answer may be. */
const saidWithModel: ReadonlySet<string> = new Set(['llama-index', 'pydantic-ai', 'bedrock.invoke_harness'])

/**
 * Libraries that send a limit of their own where none is given, with all models or with those of a provider. Until 3.0.3, DSPy's is 1,000 or
 * 4,000 tokens by its version, which nobody sees here: https://dspy.ai/3.0.3/api/models/LM/. LlamaIndex's is 512:
 * https://github.com/run-llama/llama_index/blob/main/llama-index-integrations/llms/llama-index-llms-bedrock-converse/llama_index/llms/bedrock_converse/base.py,
 * and the same of `llama-index-llms-anthropic`.
 */
const limits: ReadonlyMap<string, 'all' | readonly Provider[]> = new Map<string, 'all' | readonly Provider[]>([
  ['dspy', 'all'],
  ['llama-index', ['anthropic', 'bedrock']],
  // 4,096: https://github.com/pydantic/pydantic-ai/blob/main/pydantic_ai_slim/pydantic_ai/models/anthropic.py
  ['pydantic-ai', ['anthropic']],
])

/** https://openrouter.ai/docs/guides/routing/routers/free-models-router and `:free` behind the name of a model: nothing is billed. */
const isFree = ({ provider, model }: ModelCall): boolean => {
  const ids = candidatesOf(model)
  return provider === 'openrouter' && ids.length > 0 && ids.every((id) => /^openrouter\/free$|:free$/.test(id))
}

/** The Assistants API went on 2026-08-26: https://developers.openai.com/api/docs/deprecations */
const isShutDown = /^openai\.beta\.(threads|assistants)\./

/**
 * What a knowledge base of Bedrock sends where it is told nothing is not documented. Hugging Face writes 100 tokens unless told: https://huggingface.co/docs/huggingface_hub/package_reference/inference_client. And where
 * nobody sees the object that names the model, nobody sees its limit.
 */
const isLimitedElsewhere = ({ provider, sdk, call, model }: ModelCall) =>
  provider === 'huggingface' ||
  /^bedrock\.(retrieve_and_generate|RetrieveAndGenerate)/.test(call) ||
  isShutDown.test(call) ||
  (provider === 'unknown' && ownHost.has(sdk)) ||
  limits.get(sdk) === 'all' ||
  limits.get(sdk)?.includes(provider) ||
  ((saidWithModel.has(sdk) || saidWithModel.has(call)) && model.is === 'unknown')

export const examples: readonly RuleExample[] = [
  {
    name: 'Python, keyword arguments on their own lines',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()

def answer(question: str) -> str:
    completion = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": question}],
    )
    return completion.choices[0].message.content
`,
    finds: [
      {
        line: 6,
        message: 'No output limit: one answer may cost up to $0.164. A limit of 1,024 tokens bounds it at $0.0102.',
        fixed: `from openai import OpenAI

client = OpenAI()

def answer(question: str) -> str:
    completion = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": question}],
        max_completion_tokens=1024,
    )
    return completion.choices[0].message.content
`,
      },
    ],
  },
  {
    name: 'TypeScript, on one line',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()

export const answer = (question: string) =>
  client.responses.create({ model: 'gpt-4.1-mini', input: question })
`,
    finds: [
      {
        line: 6,
        message: 'No output limit: one answer may cost up to $0.0524. A limit of 1,024 tokens bounds it at $0.00164.',
        fixed: `import OpenAI from 'openai'

const client = new OpenAI()

export const answer = (question: string) =>
  client.responses.create({ model: 'gpt-4.1-mini', input: question, max_output_tokens: 1024 })
`,
      },
    ],
  },
  {
    name: 'a limit of your own',
    lang: 'python',
    code: `import openai

def name(text):
    return openai.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": text}])
`,
    options: { suggest: 300 },
    finds: [
      {
        line: 4,
        message: 'No output limit: one answer may cost up to $0.00983. A limit of 300 tokens bounds it at $0.00018.',
        fixed: `import openai

def name(text):
    return openai.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": text}], max_completion_tokens=300)
`,
      },
    ],
  },
  {
    name: 'the model is not known: no amount is printed',
    lang: 'python',
    code: `from openai import OpenAI

def ask(client: OpenAI, model: str, question: str):
    return client.chat.completions.create(model=model, messages=[{"role": "user", "content": question}])
`,
    finds: [
      {
        line: 4,
        message: 'No output limit: one answer may be as long as the model can write. Set max_completion_tokens.',
        fixed: `from openai import OpenAI

def ask(client: OpenAI, model: str, question: str):
    return client.chat.completions.create(model=model, messages=[{"role": "user", "content": question}], max_completion_tokens=1024)
`,
      },
    ],
  },
  {
    name: 'the arguments are built elsewhere: no fix',
    lang: 'typescript',
    code: `import OpenAI from 'openai'

const client = new OpenAI()
const request = { model: 'gpt-4o', messages: [{ role: 'user' as const, content: 'Name three ports.' }] }

export const ports = () => client.chat.completions.create(request)
`,
    finds: [
      {
        line: 6,
        message: 'No output limit: one answer may cost up to $0.164. A limit of 1,024 tokens bounds it at $0.0102.',
      },
    ],
  },
  {
    name: 'a limit is set',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4o", max_completion_tokens=200, messages=[{"role": "user", "content": "Name three ports."}])
`,
    finds: [],
  },
  {
    name: 'Anthropic requires the limit',
    lang: 'python',
    code: `from anthropic import Anthropic

LIMIT = 400
Anthropic().messages.create(model="claude-haiku-4-5", max_tokens=LIMIT, messages=[{"role": "user", "content": "Name three ports."}])
`,
    finds: [],
  },
  {
    name: 'the limit is a field of an argument',
    lang: 'python',
    code: `import boto3

runtime = boto3.client("bedrock-runtime")
runtime.converse(modelId="us.anthropic.claude-haiku-4-5-20251001-v1:0", messages=[{"role": "user", "content": [{"text": "Name three ports."}]}])
`,
    finds: [
      {
        line: 4,
        message: 'No output limit: one answer may cost up to $0.352. A limit of 1,024 tokens bounds it at $0.00563.',
        fixed: `import boto3

runtime = boto3.client("bedrock-runtime")
runtime.converse(modelId="us.anthropic.claude-haiku-4-5-20251001-v1:0", messages=[{"role": "user", "content": [{"text": "Name three ports."}]}], inferenceConfig={"maxTokens": 1024})
`,
      },
    ],
  },
  {
    name: 'the argument it is a field of is given, so that it is not rewritten',
    lang: 'typescript',
    code: `import { GoogleGenAI } from '@google/genai'

const ai = new GoogleGenAI({})
await ai.models.generateContent({ model: 'gemini-2.5-pro', contents: 'Name three ports.', config: { temperature: 0 } })
`,
    finds: [
      {
        line: 4,
        message: 'No output limit: one answer may cost up to $0.655. A limit of 1,024 tokens bounds it at $0.0102.',
      },
    ],
  },
  {
    name: 'each family of models on Bedrock has a limit of its own',
    lang: 'python',
    code: `import boto3, json

runtime = boto3.client("bedrock-runtime")
runtime.invoke_model(modelId="us.meta.llama3-2-3b-instruct-v1:0", body=json.dumps({"prompt": "Name three ports."}))
`,
    finds: [],
  },
  {
    name: 'who names the model says how long an answer may be, and stands elsewhere; Hugging Face has a limit of its own',
    lang: 'python',
    code: `import dspy
from huggingface_hub import InferenceClient


def summary(engine, topic: str):
    with dspy.settings.context(lm=engine):
        return dspy.Predict("topic -> summary")(topic=topic)


def short(question: str):
    return InferenceClient().chat_completion(
        model="meta-llama/Llama-3.3-70B-Instruct", messages=[{"role": "user", "content": question}]
    )
`,
    finds: [],
  },
  {
    name: 'a function that builds the request may set a limit',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI()


def built(text: str, limit: int | None):
    request = {"model": "gpt-4o-mini", "messages": [{"role": "user", "content": text}]}
    if limit is not None:
        request["max_tokens"] = limit
    return request


def ask(text: str, limit: int | None = None):
    request = built(text, limit)
    return client.chat.completions.create(**request)
`,
    finds: [],
  },
  {
    name: 'a limit that Bedrock hands to the model as it is; a harness has its own',
    lang: 'python',
    code: `import boto3

boto3.client("bedrock-runtime").converse(
    modelId="anthropic.claude-3-haiku-20240307-v1:0",
    messages=[{"role": "user", "content": [{"text": "Name a port."}]}],
    additionalModelRequestFields={"max_tokens": 200},
)
boto3.client("bedrock-agentcore").invoke_harness(
    harnessArn="arn:aws:bedrock-agentcore:us-east-1:123456789012:harness/port",
    runtimeSessionId="berths",
    messages=[{"role": "user", "content": [{"text": "Name a port."}]}],
)
`,
    finds: [],
  },
  {
    name: 'OpenRouter: the longest answer is what the model’s maker says',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI(base_url="https://openrouter.ai/api/v1")
client.chat.completions.create(model="anthropic/claude-haiku-4.5", messages=[{"role": "user", "content": "Name a port."}])
`,
    finds: [
      {
        line: 4,
        message: 'No output limit: one answer may cost up to $0.32. A limit of 1,024 tokens bounds it at $0.00512.',
        fixed: `from openai import OpenAI

client = OpenAI(base_url="https://openrouter.ai/api/v1")
client.chat.completions.create(model="anthropic/claude-haiku-4.5", messages=[{"role": "user", "content": "Name a port."}], max_tokens=1024)
`,
      },
    ],
  },
  {
    name: 'a host that nobody knows may be a machine rented by the hour',
    lang: 'python',
    code: `from openai import OpenAI

client = OpenAI(base_url="https://runtime.sagemaker.us-east-1.amazonaws.com/endpoints/port/openai/v1")
client.chat.completions.create(model="", messages=[{"role": "user", "content": "Name a port."}])
`,
    finds: [],
  },
  ...unboundedOutputExamples,
]

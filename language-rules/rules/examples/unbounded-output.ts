import type { RuleExample } from '../../../core/rule.ts'

export const unboundedOutputExamples: readonly RuleExample[] = [
  {
    name: 'a model that is served no more: another rule says so, and nobody pays what this would say',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": "Name three ports."}])
`,
    finds: [],
  },
  {
    name: 'the Assistants API answers no more',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().beta.threads.runs.create(thread_id="thread_port", assistant_id="asst_berths")
`,
    finds: [],
  },
  {
    name: 'before 1.0 of the SDK too, the limit has the name that models which think take',
    lang: 'python',
    code: `import openai

def ask(model, question):
    return openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": question}])
`,
    finds: [
      {
        line: 4,
        message: 'No output limit: one answer may be as long as the model can write. Set max_completion_tokens.',
        fixed: `import openai

def ask(model, question):
    return openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": question}], max_completion_tokens=1024)
`,
      },
    ],
  },
  {
    name: 'price lists differ in the longest answer of the model: no amount is printed',
    lang: 'python',
    code: `from groq import Groq

Groq().chat.completions.create(model="llama-3.1-8b-instant", messages=[{"role": "user", "content": "Name three ports."}])
`,
    finds: [
      {
        line: 3,
        message: 'No output limit: one answer may be as long as the model can write. Set max_completion_tokens.',
        fixed: `from groq import Groq

Groq().chat.completions.create(model="llama-3.1-8b-instant", messages=[{"role": "user", "content": "Name three ports."}], max_completion_tokens=1024)
`,
      },
    ],
  },
  {
    name: 'a library that sends a limit of its own',
    lang: 'python',
    code: `import dspy
from llama_index.llms.anthropic import Anthropic
from llama_index.llms.bedrock_converse import BedrockConverse

lm = dspy.LM("openai/gpt-4o-mini")
dspy.configure(lm=lm)
print(lm("Name three ports."))
print(dspy.Predict("question -> answer")(question="Which port is deepest?"))
print(Anthropic(model="claude-haiku-4-5").complete("Name three ports."))
print(BedrockConverse(model="anthropic.claude-haiku-4-5-20251001-v1:0").complete("Name three ports."))
`,
    finds: [],
  },
  {
    name: 'a request without a prompt is refused, so that nothing is answered',
    lang: 'typescript',
    code: `import { GoogleGenAI } from '@google/genai'

await new GoogleGenAI({}).models.generateContent({ model: 'gemini-2.5-flash' })
`,
    finds: [],
  },
  {
    name: 'OpenRouter: free models bill nothing; a knowledge base has a limit that nobody says',
    lang: 'python',
    code: `import boto3
from openai import OpenAI

client = OpenAI(base_url="https://openrouter.ai/api/v1")
client.chat.completions.create(model="openrouter/free", messages=[{"role": "user", "content": "Name a port."}])
client.chat.completions.create(model="qwen/qwen3-coder:free", messages=[{"role": "user", "content": "Name a port."}])
boto3.client("bedrock-agent-runtime").retrieve_and_generate(
    input={"text": "Which berths are free?"},
    retrieveAndGenerateConfiguration={
        "type": "KNOWLEDGE_BASE",
        "knowledgeBaseConfiguration": {
            "knowledgeBaseId": "BERTHS",
            "modelArn": "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0",
        },
    },
)
`,
    finds: [],
  },
  {
    name: 'the model is looked up, and another is taken where it is not there: which one it is, only a run can tell',
    lang: 'typescript',
    code: `import { openai } from '@ai-sdk/openai'
import { generateText, type LanguageModel } from 'ai'

const fallback = openai('gpt-4o-mini')

export function ask(models: Record<string, LanguageModel>, id: string, prompt: string) {
  return generateText({ model: models[id] || fallback, prompt })
}
`,
    finds: [
      {
        line: 7,
        message: 'No output limit: one answer may be as long as the model can write. Set maxOutputTokens.',
        fixed: `import { openai } from '@ai-sdk/openai'
import { generateText, type LanguageModel } from 'ai'

const fallback = openai('gpt-4o-mini')

export function ask(models: Record<string, LanguageModel>, id: string, prompt: string) {
  return generateText({ model: models[id] || fallback, prompt, maxOutputTokens: 1024 })
}
`,
      },
    ],
  },
  {
    name: 'Pydantic AI sends Anthropic a limit of its own, and where nobody knows the model it may be one of Anthropic’s',
    lang: 'python',
    code: `from pydantic_ai import Agent

Agent("anthropic:claude-haiku-4-5").run_sync("Name a port.")


def ask(agent: Agent, model: str):
    return agent.run_sync("Name a port.", model=model)
`,
    finds: [],
  },
]

import type { RuleExample } from '../../../core/rule.ts'

export const unboundedOutputExamples: readonly RuleExample[] = [
  {
    name: 'GPT-4: an answer may fill what the prompt leaves of the window',
    lang: 'python',
    code: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": "Name three ports."}])
`,
    finds: [
      {
        line: 3,
        message: 'No output limit: one answer may cost up to $0.492. A limit of 1,024 tokens bounds it at $0.0614.',
        fixed: `from openai import OpenAI

OpenAI().chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": "Name three ports."}], max_completion_tokens=1024)
`,
      },
    ],
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
]

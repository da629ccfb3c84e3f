// https://docs.python.org/3/reference/grammar.html
import type { Language, LanguageExample } from '../../core/language.ts'

export const language: Language = {
  id: 'python',
  extensions: ['.py', '.pyi', '.pyw'],
  editorIds: ['python'],
  comment: { line: '#' },
  named: 'keyword',
  load: async () => (await import('./python/lower.ts')).lower,
}

export const examples: readonly LanguageExample[] = [
  {
    name: 'a call in a loop, with what it is given',
    code: `
from openai import OpenAI
client = OpenAI()
for question in questions():
    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": f"Q: {question}"}])
`,
    sees: {
      imports: ['openai:OpenAI'],
      bindings: ['client', 'question'],
      calls: ['OpenAI', 'questions', 'client.chat.completions.create'],
      loops: ['for'],
      problems: 0,
    },
  },
  {
    name: 'a comprehension inside a gather is a loop, and a function mapped over a list is one too',
    code: `
async def main(texts):
    answers = await asyncio.gather(*[ask(text) for text in texts])
    return list(executor.map(lambda text: embed(text), answers))
`,
    sees: { calls: ['ask', 'asyncio.gather', 'embed', 'executor.map', 'list'], loops: ['comprehension', 'callback'] },
  },
  {
    name: 'an unpacked tuple is one binding for each name',
    code: 'model, (limit, *rest) = "gpt-4o", load()\nself.client, limits["a"] = make()\n',
    sees: { bindings: ['model', 'limit', 'rest', 'self.client', 'limits["a"]'], calls: ['load', 'make'], problems: 0 },
  },
  {
    name: 'calls in decorators, defaults, f-strings and headers are seen',
    code: `
@app.get(path("/"))
def answer(q=Depends(auth), client: "OpenAI" = None):
    with client.stream(f"{render(q)!r:>{width()}}") as reply, lock():
        yield from reply.text()
`,
    sees: {
      calls: ['path', 'app.get', 'Depends', 'render', 'width', 'client.stream', 'lock', 'reply.text'],
      bindings: ['answer', 'q', 'client', 'reply'],
      problems: 0,
    },
  },
  {
    name: 'every form of import',
    code: 'import os.path\nimport a.b as c\nfrom . import x\nfrom ..y.z import (k as l,)\nfrom w import *\n',
    sees: { imports: ['os:*', 'a.b:*', '.:x', '..y.z:k', 'w:*'], problems: 0 },
  },
  {
    name: 'what is broken is said, and what stands around it is read',
    code: 'a = first()\nif a ==:\n    print "old"\nb = last()\n',
    sees: { calls: ['first', 'last'], problems: 1 },
  },
]

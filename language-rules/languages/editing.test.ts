import { describe, expect, it } from 'vitest'
import { notebookDocument } from '../../core/document.ts'
import type { Language } from '../../core/language.ts'
import { language as python, examples as pythonExamples } from './python.ts'
import { language as typescript, examples as typescriptExamples } from './typescript.ts'

// What an edited text gives is what the whole text gives, after any edit: hundreds of them, drawn from a fixed seed.

/** https://en.wikipedia.org/wiki/Xorshift */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const python300 = `
from openai import OpenAI
import os

client = OpenAI()
MODEL = os.getenv("MODEL", "gpt-4o-mini")  # the usual one

@app.post("/answer")
async def answer(question: str, history: list[dict]) -> str:
    """Answers: "quoted" 'text' # no comment"""
    prompt = f"Question: {question!r}. Answer in {2 + 1} sentences."
    for attempt in range(3):
        try:
            return client.chat.completions.create(model=MODEL, messages=[*history, {"role": "user", "content": prompt}])
        except (ValueError, KeyError):
            continue

class Writer(Base):
    limits = {"a": 1, "b": [1, 2]}

    def __init__(self, llm=None):
        self.llm = llm or make(lambda x: x + 1)
        global TOTAL
        TOTAL = 1

    def write(self, topics):
        return [self.llm.invoke(t) for t in topics if t]

x, (y, *z) = load(), 3
if x:
    with open("a") as f, lock():
        y = f.read()
elif y: z = 1
else:
    print(z)
match x:
    case str(): run(x)
    case _: stop()
text = """
a long text
"""
print(text); done()
`

const typescript300 = `
import OpenAI, { type Chat } from 'openai'
import * as fs from 'node:fs'

const client = new OpenAI()
export const MODEL = process.env.MODEL ?? 'gpt-4o-mini' // the usual one

/** Answers. */
export async function answer(question: string, { history = [] as Chat[] } = {}): Promise<string> {
  const prompt = \`Question: \${question}. Answer in \${2 + 1} sentences. // no comment\`
  for (const turn of history) {
    try {
      const reply = await client.chat.completions.create({ model: MODEL, messages: [...history, { role: 'user', content: prompt }] })
      return reply.choices[0]?.message.content ?? ''
    } catch (error) { continue }
  }
  return texts.map((text) => embed(text)).join(/[/]x/g.source)
}

@Injectable()
class Writer extends Base {
  static limits = { a: 1, 'b': [1, 2] }
  constructor(private readonly llm = make((x) => x + 1)) { super() }
  write = async (topics: string[]) => Promise.all(topics.map((t) => this.llm.invoke(t)))
  get cost() { return 1 /* so far */ }
}

const { a, b: [c, ...rest] } = load()
enum Size { Small, Large = 'large' }
if (a) run(c)
else if (c) { stop() } else rest.forEach((r) => go(r))
switch (a) { case 1: one(); break; default: two() }
module.exports = { a, c }
export default function () { return await_(a) }
`

const inserted = [
  'x', ' ', '\n', '\r\n', '    ', '\t', '"', "'", '"""', '`', '${', '}', '{', '(', ')', '[', ']', ':', ';', '#', '//', '/*', '*/', '\\', '🙂',
  'é', ' as ', 'case ', 'for a, *b in c', 'with (a() as b):', 'def f(', 'return ', 'yield', 'await ', 'import x\n', '\n\nf(1)\n', '=>', '1.', '\n@d\n',
  'class ', 'if x:\n', 'else ', '<div>', 'global x', '\ufeff', '\f', '\u2028', 'lambda a, /, b: ', 'print "old"', 'const ',
] as const // biome-ignore format: one list

function edited(text: string, draw: (below: number) => number): string {
  const at = draw(text.length + 1)
  switch (draw(8)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1)
    case 1:
      return text.slice(0, at) + text.slice(at + draw(60))
    case 2: {
      const from = draw(text.length)
      return text.slice(0, at) + text.slice(from, from + draw(120)) + text.slice(at)
    }
    case 3:
      return text.slice(0, at) + inserted[draw(inserted.length)] + text.slice(at + draw(8))
    default:
      return text.slice(0, at) + inserted[draw(inserted.length)] + text.slice(at)
  }
}

const texts: readonly (readonly [Language, string, readonly string[]])[] = [
  [python, 'a.py', [python300, ...pythonExamples.map(({ code }) => code)]],
  [typescript, 'a.ts', [typescript300, ...typescriptExamples.map(({ code }) => code)]],
  [
    typescript,
    'a.tsx',
    [
      `${typescript300}\nconst page = <List items={load()}>it's // text {items.map((i) => <Row key={id(i)} />)}</List>\n`,
    ],
  ],
]

describe('an edited text is read as the whole of it is', () => {
  for (const [language, file, all] of texts)
    it(file, async () => {
      const lower = await language.load()
      const seeds = Number(process.env.OUTLAY_SEEDS ?? 4)
      for (let seed = 1; seed <= seeds; seed++) {
        const draw = random(seed * 7919)
        const again = lower.editing!()
        const start = seed % 3 === 0 ? all.join('\n') : all[0]!.repeat((seed % 2) + 1)
        let text = start
        expect(again(text, file)).toEqual(lower(text, file))
        for (let step = 0; step < 60; step++) {
          // Most edits are of a text that was sound.
          text = edited(draw(4) === 0 ? start : text, draw)
          const now = again(text, file)
          const whole = lower(text, file)
          if (JSON.stringify(now) !== JSON.stringify(whole)) expect(now, `seed ${seed}, step ${step}`).toEqual(whole)
        }
      }
    }, 600_000)
})

describe('an edited notebook is read as the whole of it is', () => {
  it('whatever becomes of its cells', async () => {
    const lower = await python.load()
    const sources = [
      python300,
      'x = [1,\n',
      'MODEL = "a"',
      'text = """open',
      '',
      'def broken(:',
      'print(MODEL)  # said',
      'MODEL = "a"',
    ]
    for (let seed = 1; seed <= 4; seed++) {
      const draw = random(seed * 104_729)
      const again = lower.editing!()
      const cells = [...sources]
      for (let step = 0; step < 40; step++) {
        const at = draw(cells.length + 1)
        const change = draw(4)
        if (change === 0) cells.splice(at, 0, sources[draw(sources.length)]!)
        else if (change === 1 && cells.length > 1) cells.splice(at, 1)
        else if (at < cells.length) cells[at] = edited(cells[at]!, draw)
        const { text, parts } = notebookDocument(
          'a.ipynb',
          'python',
          cells.map((each, cell) => ({ cell, text: each })),
        )
        const spans = parts.map((part): [number, number] => [part.start, part.start + part.text.length])
        expect(again(text, 'a.ipynb', spans), `seed ${seed}, step ${step}`).toEqual(lower(text, 'a.ipynb', spans))
      }
    }
  })
})

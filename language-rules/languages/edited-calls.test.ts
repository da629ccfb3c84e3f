import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadPriceBook } from '../../cli/price-book.ts'
import type { SdkExample } from '../../core/sdk.ts'
import { createSession } from '../../core/session.ts'
import { noSettings } from '../../core/settings.ts'
import { estimator } from '../../core/tokens/estimator.ts'
import { registry } from '../registry.gen.ts'

// What is said of an edited file is what is said of it when it is opened as it is now: its calls, their prompts, costs, findings and functions,
// after edits that join and part the names in it.

const folder = new URL('../sdks/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
const examples = (
  await Promise.all(names.map(async (name) => (await import(new URL(name, folder).href)).examples as SdkExample[]))
).flat()
const prices = loadPriceBook(undefined, '2026-11-21')
const make = () => createSession({ registry, prices, tokens: () => estimator, settings: () => noSettings })

/** https://en.wikipedia.org/wiki/Xorshift */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % Math.max(1, below)
  }
}

/** One word becomes another of the same text, a letter is typed into one, a line is taken out or written again elsewhere. */
function edited(text: string, draw: (below: number) => number): string {
  const words = [...text.matchAll(/\w+/g)]
  const lines = text.split('\n')
  const word = words[draw(words.length)]!
  const put = (by: string) => text.slice(0, word.index) + by + text.slice(word.index + word[0].length)
  switch (draw(6)) {
    case 0:
    case 1:
      return put(words[draw(words.length)]![0])
    case 2:
      return lines.toSpliced(draw(lines.length), 1).join('\n')
    case 3:
      return lines.toSpliced(draw(lines.length), 0, lines[draw(lines.length)]!).join('\n')
    case 4:
      return `${text.slice(0, word.index)}\n\n${text.slice(word.index)}`
    default:
      return put(`${word[0]}x`)
  }
}

for (const [lang, file] of [
  ['python', 'app/ask.py'],
  ['typescript', 'app/ask.ts'],
] as const)
  it(`${lang}: what is said of an edited file is what is said of it as it is now`, async () => {
    const all = examples.filter((example) => example.lang === lang)
    const seeds = Number(process.env.OUTLAY_SEEDS ?? 4)
    for (let seed = 1; seed <= seeds; seed++) {
      const draw = random(seed * 7919)
      const session = make()
      const start = Array.from({ length: 5 }, () => all[draw(all.length)]!.code).join('\n')
      let text = start
      for (let step = 1; step <= 25; step++) {
        session.open(file, text, step)
        await session.prepare(file)
        const { version: _, ...now } = session.analyse(file)
        const fresh = make()
        fresh.open(file, text)
        await fresh.prepare(file)
        const { version: __, ...whole } = fresh.analyse(file)
        if (JSON.stringify(now) !== JSON.stringify(whole))
          expect(now, `seed ${seed}, step ${step}\n${text}`).toEqual(whole)
        text = edited(draw(4) === 0 ? start : text, draw)
      }
    }
  }, 600_000)

const ask = (name: string, prompt: string) => `
export async function ${name}(question: string) {
  return client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: '${prompt}' + question }] })
}
`

it('a call in an exported function stays what it was while another one is edited', async () => {
  const session = make()
  const text = (prompt: string) =>
    `import OpenAI from 'openai'\nconst client = new OpenAI()\n${ask('first', prompt)}${ask('second', 'Answer.')}`
  session.open('app/ask.ts', text('Sum up.'), 1)
  await session.prepare('app/ask.ts')
  const [first, second] = session.analyse('app/ask.ts').sites
  session.open('app/ask.ts', text('Sum it up.'), 2)
  const now = session.analyse('app/ask.ts').sites
  expect(now[0]).not.toBe(first)
  expect(now[1]).toBe(second)
})

it('the callers of a function are found anew where it is exported under another name', async () => {
  const session = make()
  const text = (name: string) =>
    `import OpenAI from 'openai'\nconst client = new OpenAI()\n${ask('first', 'Sum up.').replace('export ', '')}export { first as ${name} }\n`
  session.open('app/all.ts', "import { query } from './ask'\nfor (const each of ['a', 'b', 'c']) query(each)\n", 1)
  const repeats = async (name: string, version: number) => {
    session.open('app/ask.ts', text(name), version)
    await session.prepare('app/ask.ts')
    const [found] = session.analyse('app/ask.ts').sites
    return found?.site.kind === 'model-call' ? found.site.repeats.map(({ bound }) => bound) : undefined
  }
  expect(await repeats('query', 1)).toEqual([3])
  expect(await repeats('other', 2)).toEqual([])
  expect(await repeats('query', 3)).toEqual([3])
})

it('a call past a statement that may end the program is found anew where that asks something else', async () => {
  const session = make()
  const models = async (test: string, version: number) => {
    const text = `import OpenAI from 'openai'\nconst client = new OpenAI()\nlet model = process.env.MODEL ?? 'gpt-4o'\n${test}\n${ask('first', 'Sum up.').replace("'gpt-4o'", 'model')}`
    session.open('app/ask.ts', text, version)
    await session.prepare('app/ask.ts')
    const [found] = session.analyse('app/ask.ts').sites
    return found?.site.kind === 'model-call' ? found.site.model : undefined
  }
  const asks = (model: string) => `if (model !== '${model}') process.exit(1)`
  expect(await models(asks('gpt-5'), 1)).toMatchObject({ is: 'known', value: 'gpt-5' })
  expect(await models(asks('gpt-5-mini'), 2)).toMatchObject({ is: 'known', value: 'gpt-5-mini' })
  expect(await models('', 3)).toMatchObject({ is: 'assumed', value: 'gpt-4o' })
})

import { expect, it } from 'vitest'
import { registry } from '../language-rules/registry.gen.ts'
import type { Lower } from './language.ts'
import { noPrices } from './prices/none.fixture.ts'
import { createSession } from './session.ts'
import { noSettings } from './settings.ts'
import { estimator } from './tokens/estimator.ts'

const llm =
  'from openai import OpenAI\nclient = OpenAI()\ndef answer(text):\n    return client.responses.create(model="gpt-4o", input=text)\n'
const job = (i: number) => `from llm import answer\nfor each in range(${i + 1}):\n    answer("hi")\n`

/** A project on disk, all of it open as a scan has it; `parsed` are the files that were, in order. */
async function scanned(disk: Record<string, string>, room?: number) {
  const parsed: string[] = []
  const languages = registry.languages.map((language) => ({
    ...language,
    async load(): Promise<Lower> {
      const lower = await language.load()
      return (text, file, cells) => {
        parsed.push(file ?? '')
        return lower(text, file, cells)
      }
    },
  }))
  const session = createSession({
    registry: { ...registry, languages },
    prices: noPrices,
    tokens: () => estimator,
    settings: () => noSettings,
    others: {
      find: (candidates) => candidates.find((each) => Object.hasOwn(disk, each)),
      text: (file) => disk[file],
      ...(room === undefined ? {} : { room }),
    },
  })
  for (const [file, text] of Object.entries(disk)) {
    session.open(file, text)
    await session.prepare(file)
  }
  const loops = async () => {
    const { sites } = await session.settled('llm.py')
    return sites.flatMap(({ site }) =>
      site.kind === 'model-call' ? site.repeats.map(({ where, bound }) => `${where} ${bound}`) : [],
    )
  }
  return { session, parsed, loops }
}

const project = { 'llm.py': llm, 'job.py': job(1), 'other.py': 'import os\nprint(os.name)\n' }

it('files that are closed as they stand on disk are not parsed again', async () => {
  const { session, parsed, loops } = await scanned(project)
  for (const file of Object.keys(project)) await session.settled(file)
  expect(await loops()).toEqual(['caller 2'])
  const before = [...parsed]
  for (const file of Object.keys(project)) session.close(file)
  expect(parsed).toEqual(before)
})

it('a file that is closed with another text than on disk is read as it stands there', async () => {
  const { session, loops } = await scanned(project)
  session.open('job.py', 'from llm import answer\nanswer("hi")\n', 1)
  expect(await loops()).toEqual([])
  session.close('job.py')
  expect(await loops()).toEqual(['caller 2'])
})

it('of a project too large to be held, each file is parsed to see what it names and once to be worked out', async () => {
  const long = `# ${'x'.repeat(100_000)}\n`
  const files = Array.from({ length: 6 }, (_, i) => [`job${i}.py`, job(i) + long] as const)
  const disk = { 'llm.py': llm, ...Object.fromEntries(files) }
  const { session, parsed, loops } = await scanned(disk)
  expect(await loops()).toEqual([1, 2, 3, 4, 5, 6].map((turns) => `caller ${turns}`))
  for (const file of Object.keys(disk)) await session.settled(file)
  for (const file of Object.keys(disk)) expect(parsed.filter((each) => each === file).length).toBeLessThanOrEqual(2)
})

/** Six files that each lead to 3,000,000 units of source. */
function farReaching() {
  const long = `# ${'x'.repeat(100_000)}\n`
  const parts = Array.from({ length: 30 }, (_, i) => `part${i}`)
  const asks = Array.from({ length: 6 }, (_, i) => `ask${i}.py`)
  const asking = `from prompt import prompt\n${llm.replace('input=text', 'input=prompt')}`
  const disk = {
    ...Object.fromEntries(parts.map((part) => [`${part}.py`, `${long}${part} = "${part} "\n`])),
    'prompt.py': `${parts.map((part) => `from ${part} import ${part}\n`).join('')}prompt = ${parts.join(' + ')}\n`,
    ...Object.fromEntries(asks.map((file) => [file, asking])),
  }
  return { disk, parts, asks }
}

it('with room, what one file leads to is read once for all that lead to it', async () => {
  const { disk, parts, asks } = farReaching()
  const { session, parsed } = await scanned(disk, 20_000_000)
  for (const file of asks) expect((await session.settled(file)).sites.length, file).toBe(1)
  for (const part of parts) expect(parsed.filter((file) => file === `${part}.py`).length, part).toBeLessThanOrEqual(2)
})

it('with no room it is read anew for each of them, and worked out the same', async () => {
  const { disk, parts, asks } = farReaching()
  const [roomy, tight] = [await scanned(disk, 20_000_000), await scanned(disk)]
  for (const file of asks) expect(await tight.session.settled(file)).toEqual(await roomy.session.settled(file))
  const times = (parsed: readonly string[]) => parsed.filter((file) => file === `${parts[0]}.py`).length
  expect([times(roomy.parsed) <= 2, times(tight.parsed)]).toEqual([true, asks.length])
})

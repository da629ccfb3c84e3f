import { expect, it } from 'vitest'
import { registry } from '../language-rules/registry.gen.ts'
import type { Lower } from './language.ts'
import { noPrices } from './prices/none.fixture.ts'
import { effort, workedOut } from './resolve/effort.ts'
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

/** Twelve files, of which each third leads to the same 1,000,000 units of source; those of all three are more than is held. */
function farReaching() {
  const long = `# ${'x'.repeat(100_000)}\n`
  const groups = [0, 1, 2].map((group) => Array.from({ length: 10 }, (_, i) => `part${group}${i}`))
  const asks = Array.from({ length: 12 }, (_, i) => `ask${i}.py`)
  const asking = (group: number) => `from prompt${group} import prompt\n${llm.replace('input=text', 'input=prompt')}`
  const prompt = (parts: readonly string[]) =>
    `${parts.map((part) => `from ${part} import ${part}\n`).join('')}prompt = ${parts.join(' + ')}\n`
  const disk = {
    ...Object.fromEntries(groups.flat().map((part) => [`${part}.py`, `${long}${part} = "${part} "\n`])),
    ...Object.fromEntries(groups.map((parts, group) => [`prompt${group}.py`, prompt(parts)])),
    ...Object.fromEntries(asks.map((file, i) => [file, asking(i % 3)])),
  }
  return { disk, parts: groups.flat(), asks }
}

it('with room, what was let go and is wanted again is held from then on', async () => {
  const { disk, parts, asks } = farReaching()
  const { session, parsed } = await scanned(disk, 20_000_000)
  for (const file of asks) expect((await session.settled(file)).sites.length, file).toBe(1)
  for (const part of parts) expect(parsed.filter((file) => file === `${part}.py`).length, part).toBeLessThanOrEqual(3)
})

it('with no room it is read anew for each of them, and worked out the same', async () => {
  const { disk, parts, asks } = farReaching()
  const [roomy, tight] = [await scanned(disk, 20_000_000), await scanned(disk)]
  for (const file of asks) expect(await tight.session.settled(file)).toEqual(await roomy.session.settled(file))
  const times = (parsed: readonly string[]) => parsed.filter((file) => file === `${parts[0]}.py`).length
  expect([times(roomy.parsed) <= 3, times(tight.parsed)]).toEqual([true, asks.length / 3])
})

it('where much was worked out the values are let go, and no file is parsed again for it', async () => {
  const { disk, asks } = farReaching()
  const { session, parsed } = await scanned(disk, 20_000_000)
  const results = new Map(await Promise.all(asks.map(async (file) => [file, await session.settled(file)] as const)))
  const [ask = ''] = asks
  const again = async () => {
    session.open(ask, `${disk[ask]}\n`, 0)
    await session.settled(ask)
    session.open(ask, disk[ask]!, 0)
    return session.settled(ask)
  }
  expect(await again()).toEqual(results.get(ask))
  const before = parsed.filter((file) => file !== ask)
  const worked = async () => {
    const start = effort()
    await again()
    return effort() - start
  }
  const held = await worked()
  for (let i = 0; i < 1_100_000; i++) workedOut()
  expect(await worked()).toBeGreaterThan(held)
  expect(parsed.filter((file) => file !== ask)).toEqual(before)
})

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { registry } from '../../language-rules/registry.gen.ts'
import type { FormatEngine } from '../format.ts'
import { noPrices } from '../prices/none.fixture.ts'
import type { Registry } from '../registry.ts'
import { createSession } from '../session.ts'
import { noSettings } from '../settings.ts'
import { estimator } from '../tokens/estimator.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

interface Watch {
  /** A document, a module, an evaluation, a result: nothing that an edit leaves behind. */
  seen(of: object): void
  /** How many of them something still holds. */
  alive(): Promise<number>
}

function watch(): Watch {
  const all = new Set<WeakRef<object>>()
  return {
    seen: (of) => void all.add(new WeakRef(of)),
    async alive() {
      const held = () => [...all].filter((each) => each.deref() !== undefined).length
      for (let before = Number.POSITIVE_INFINITY, now = all.size; now < before; ) {
        // what was made or looked at in this turn is held until the next
        await new Promise((done) => setImmediate(done))
        collect()
        before = now
        now = held()
      }
      return held()
    },
  }
}

/** The same languages and formats, whose results are watched. */
function watched(kind: Watch): Registry {
  const note = <T extends object>(made: T): T => {
    kind.seen(made)
    return made
  }
  return {
    ...registry,
    languages: registry.languages.map((language) => ({
      ...language,
      load: async () => {
        const lower = await language.load()
        return (...args: Parameters<typeof lower>) => note(lower(...args))
      },
    })),
    formats: registry.formats.map((format) => ({
      ...format,
      load: async () => {
        const engine = await format.load()
        return {
          ...engine,
          evaluate: (...args: Parameters<FormatEngine['evaluate']>) => note(engine.evaluate(...args)),
        }
      },
    })),
  }
}

const edits = 30

/** How many former documents, modules, evaluations and results are held when each edit was looked at. */
async function held(others: Readonly<Record<string, string>>, file: string, text: (edit: number) => string) {
  const kind = watch()
  const session = createSession({
    registry: watched(kind),
    prices: noPrices,
    tokens: () => estimator,
    settings: () => noSettings,
  })
  for (const [name, other] of Object.entries(others)) session.open(name, other)
  for (let edit = 0; edit < edits; edit++) {
    session.open(file, text(edit), edit)
    kind.seen(session.document(file)!)
    kind.seen(await session.settled(file))
    for (const other of Object.keys(others)) kind.seen(await session.settled(other))
  }
  return { alive: await kind.alive(), session }
}

const machine = (name: string, size: number, more = '') =>
  `resource "aws_instance" "${name}" {\n  instance_type = "m5.large"\n${more}\n  root_block_device {\n    volume_size = ${size}\n  }\n}\n`
const names = ['a', 'b', 'c', 'd', 'e', 'f']

/** One after the other, so that every block is of another edit. */
const turns = (edit: number) =>
  names.map((name, i) => machine(name, 20 + Math.floor((edit + names.length - i) / names.length))).join('')

// of the last result, the one before it, and what each other file has: far fewer than one for each edit
const few = 12

it.each<[string, Readonly<Record<string, string>>, string, (edit: number) => string]>([
  ['a block of a root', {}, 'main.tf', (edit) => machine('a', edit) + machine('b', 20)],
  ['each block of a root in turn', {}, 'main.tf', turns],
  [
    'blocks that come and go',
    {},
    'main.tf',
    (edit) =>
      names
        .slice(edit % 5)
        .map((name) => machine(name, 20))
        .join(''),
  ],
  ['lines above a block', {}, 'main.tf', (edit) => '# a line\n'.repeat(edit) + machine('a', 20)],
  [
    'a module that a root calls',
    { 'app/main.tf': `module "m" {\n  source = "../web"\n}\n${machine('c', 20)}` },
    'web/main.tf',
    (edit) => machine('a', edit) + machine('b', 20),
  ],
  [
    'a root that calls a module',
    { 'web/main.tf': `variable "size" {}\n${machine('a', 20)}` },
    'app/main.tf',
    (edit) => `module "m" {\n  source = "../web"\n  size   = ${edit}\n}\n${machine('c', 20)}`,
  ],
  [
    'a variable of the root',
    { 'main.tf': `${machine('a', 20)}` },
    'variables.tf',
    (edit) => `variable "n" {\n  default = ${edit}\n}\n`,
  ],
  [
    'a call in Python',
    { 'use.py': 'from app import ask\nfor each in range(10):\n    ask(each)\n' },
    'app.py',
    (edit) =>
      `import openai\nclient = openai.OpenAI()\ndef ask(what):\n    return client.responses.create(model="gpt-4o", input="x" * ${edit})\n`,
  ],
  [
    'a call in TypeScript',
    {},
    'app.ts',
    (edit) =>
      `import OpenAI from 'openai'\nconst client = new OpenAI()\nexport const ask = () =>\n  client.responses.create({ model: 'gpt-4o', input: '${'x'.repeat(edit)}' })\n`,
  ],
])('edits of %s leave nothing of what was before them', async (_what, others, file, text) => {
  const { alive, session } = await held(others, file, text)
  expect(session.files()).toContain(file)
  expect(alive).toBeLessThanOrEqual(few)
})

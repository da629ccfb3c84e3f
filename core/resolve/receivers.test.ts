import { expect, it } from 'vitest'
import { sessionOver } from '../../test/session-over.ts'
import type { Known } from '../types.ts'

type Files = Readonly<Record<string, string>>

/** What each call of the first file has for its model. */
async function modelsOf(files: Files): Promise<readonly string[]> {
  const session = sessionOver(files)
  const [file] = Object.keys(files) as [string]
  for (const [each, text] of Object.entries(files)) session.open(each, text)
  for (const each of Object.keys(files)) await session.prepare(each)
  return session.analyse(file).sites.flatMap(({ site }) => (site.kind === 'model-call' ? [said(site.model)] : []))
}

function said(model: Known<string>): string {
  if (model.is === 'oneOf') return model.among.toSorted().join(' or ')
  return model.is === 'known' || model.is === 'assumed' ? model.value : model.is
}

const python = (code: string) => `from openai import OpenAI\nclient = OpenAI()\n${code}`
const asked = (...models: readonly string[]) =>
  models.map((model) => `client.responses.create(model=${model}, input="Hi")\n`).join('')
const typescript = (code: string) => `import OpenAI from 'openai'\nconst client = new OpenAI()\n${code}`
const awaited = (...models: readonly string[]) =>
  models.map((model) => `await client.responses.create({ model: ${model}, input: 'Hi' })\n`).join('')

it('a method that a class inherits reads what that class has, also where it stands in another file', async () => {
  const files = {
    'app.py': python(`from kinds import Fast, Usual\n${asked('Fast().name()', 'Usual().name()', 'Fast().full')}`),
    'kinds.py': `from base import Agent
class Fast(Agent):
    size = "-mini"
class Usual(Agent):
    pass
`,
    'base.py': `class Agent:
    size = ""
    def name(self):
        return "gpt-4o" + self.size
    @property
    def full(self):
        return self.name()
`,
  }
  expect(await modelsOf(files)).toEqual(['gpt-4o-mini', 'gpt-4o', 'gpt-4o-mini'])
})

it('and so in TypeScript, in one file', async () => {
  const code = `abstract class Agent {
  abstract size(): string
  family = 'gpt-4o'
  name() { return this.family + this.size() }
}
class Fast extends Agent { size() { return '-mini' } }
class Old extends Agent { family = 'gpt-4'; size() { return '' } }
${awaited('new Fast().name()', 'new Old().name()')}`
  expect(await modelsOf({ 'app.ts': typescript(code) })).toEqual(['gpt-4o-mini', 'gpt-4'])
})

it('a call in the class at the head is asked for each of the classes that extend it', async () => {
  const base = `class Agent:
    model = "gpt-4o"
    def ask(self):
        ${asked('self.model')}`
  const sub = 'from base import Agent\nclass Fast(Agent):\n    model = "gpt-4o-mini"\nFast().ask()\n'
  expect(await modelsOf({ 'base.py': python(base), 'fast.py': sub })).toEqual(['gpt-4o or gpt-4o-mini'])
  const named = python(`class Agent:
    def model(self): ...
    def ask(self):
        ${asked('self.model()')}class Fast(Agent):
    def model(self):
        return "gpt-4o-mini"
`)
  expect(await modelsOf({ 'app.py': named })).toEqual(['gpt-4o-mini'])
})

it('a method reads what its own object was made with, and what that or its class was given since', async () => {
  const files = {
    'app.py': python(`from bots import Bot
big = Bot("gpt-4o")
small = Bot("gpt-4o-mini")
${asked('big.name("")', 'small.name("-2024")')}big.model = "gpt-4.1"
${asked('big.name("")')}Bot.provider = "openai/"
${asked('small.path()')}`),
    'bots.py': `class Bot:
    provider = ""
    def __init__(self, model):
        self.model = model
    def name(self, ending):
        return self.model + ending
    def path(self):
        return self.provider + self.model
`,
  }
  expect(await modelsOf(files)).toEqual(['gpt-4o', 'gpt-4o-mini-2024', 'gpt-4.1', 'openai/gpt-4o-mini'])
})

it('what it inherits and asks for by super is asked for its own object', async () => {
  const code = `class Base:
    size = ""
    def name(self, family):
        return family + self.size
class Fast(Base):
    size = "-mini"
    def name(self, family="gpt-4o"):
        return super().name(family)
${asked('Fast().name()')}`
  expect(await modelsOf({ 'app.py': python(code) })).toEqual(['gpt-4o-mini'])
})

it('the object that a script writes down is what its methods are called on', async () => {
  const code = `const bot = {
  model: 'gpt-4o',
  name() { return this.model },
}
${awaited('bot.name()')}`
  expect(await modelsOf({ 'app.ts': typescript(code) })).toEqual(['gpt-4o'])
})

it('a getter is worked out for the object it is read of', async () => {
  const files = {
    'app.ts': typescript(`import { Bot } from './bot'\n${awaited('new Bot(true).model', 'new Bot(false).model')}`),
    'bot.ts': `export class Bot {
  constructor(private big: boolean) {}
  get model() { return this.big ? 'gpt-4o' : 'gpt-4o-mini' }
}
`,
  }
  expect(await modelsOf(files)).toEqual(['gpt-4o', 'gpt-4o-mini'])
})

it('a class that is made of its fields is given them in their order', async () => {
  const code = `from dataclasses import dataclass
@dataclass(frozen=True)
class Settings:
    model: str = "gpt-4o-mini"
    size: int = 5
${asked('Settings("gpt-4o", 9).model', 'Settings().model')}`
  expect(await modelsOf({ 'app.py': python(code) })).toEqual(['gpt-4o', 'gpt-4o-mini'])
})

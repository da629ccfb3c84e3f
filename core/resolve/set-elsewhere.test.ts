import { describe, expect, it } from 'vitest'
import { sessionOver } from '../../test/session-over.ts'
import type { Known } from '../types.ts'

const said = (model: Known<string>): string =>
  model.is === 'oneOf' ? model.among.join(' or ') : 'value' in model ? `${model.is} ${model.value}` : model.is

/** The models of the calls of a file, with all files open. */
async function modelsOf(files: Readonly<Record<string, string>>, file: string): Promise<readonly string[]> {
  const session = sessionOver(files)
  for (const [each, text] of Object.entries(files)) {
    session.open(each, text)
    await session.prepare(each)
  }
  const { sites } = session.analyse(file)
  return sites.flatMap(({ site }) => (site.kind === 'model-call' ? [said(site.model)] : []))
}

const asks = (header: string, model: string) => `from openai import OpenAI
${header}
def ask(text):
    return OpenAI().chat.completions.create(model=${model}, messages=[])
`
const app = asks('import config', 'config.MODEL')

describe('what another module gives a name of a module', () => {
  it.each([
    ['at the start of a program', 'import config\nconfig.MODEL = "gpt-4o"\n', 'gpt-4o-mini or gpt-4o'],
    ['under another name', 'import config as c\nc.MODEL = "gpt-4o"\n', 'gpt-4o-mini or gpt-4o'],
    ['from what nobody can read', 'import config\nconfig.MODEL = pick()\n', 'unknown'],
    ['from what its caller says', 'import config\ndef use(m):\n    config.MODEL = m\n', 'assumed gpt-4o-mini'],
    ['to another module', 'import config, other\nother.MODEL = "gpt-4o"\n', 'known gpt-4o-mini'],
    ['to compare it', 'import config\nprint(config.MODEL == "gpt-4o")\n', 'known gpt-4o-mini'],
  ])('%s', async (_, main, sees) => {
    const files = { 'config.py': 'MODEL = "gpt-4o-mini"\n', 'other.py': 'MODEL = ""\n', 'main.py': main, 'app.py': app }
    expect(await modelsOf(files, 'app.py')).toEqual([sees])
  })

  it('replaces None', async () => {
    const files = {
      'config.py': 'MODEL = None\n',
      'main.py': 'import config\nconfig.MODEL = "gpt-4o"\n',
      'app.py': app,
    }
    expect(await modelsOf(files, 'app.py')).toEqual(['known gpt-4o'])
  })

  it('counts not where a test does it', async () => {
    const test = 'import config\ndef test_ask():\n    config.MODEL = "fake"\n'
    const files = { 'config.py': 'MODEL = "gpt-4o-mini"\n', 'tests/test_app.py': test, 'app.py': app }
    expect(await modelsOf(files, 'app.py')).toEqual(['known gpt-4o-mini'])
  })

  it('is told once it is written', async () => {
    const files = { 'config.py': 'MODEL = "gpt-4o-mini"\n', 'main.py': 'import config\n', 'app.py': app }
    const session = sessionOver(files)
    const model = () => session.analyse('app.py').sites.map(({ site }) => 'model' in site && said(site.model))
    for (const [each, text] of Object.entries(files)) {
      session.open(each, text)
      await session.prepare(each)
    }
    expect(model()).toEqual(['known gpt-4o-mini'])
    session.open('main.py', 'import config\nconfig.MODEL = "gpt-4o"\n')
    expect(model()).toEqual(['gpt-4o-mini or gpt-4o'])
  })
})

it('an item, and an attribute of an object and of a class, that another module sets', async () => {
  const config = `OPTIONS = {"model": "gpt-4o-mini"}
class Settings:
    model = "gpt-4o-mini"
settings = Settings()
others = Settings()
`
  const main = `from config import OPTIONS, Settings, settings
OPTIONS["model"] = "gpt-4o"
settings.model = "gpt-4.1"
`
  const files = (model: string) => ({ 'config.py': config, 'main.py': main, 'app.py': asks('import config', model) })
  expect(await modelsOf(files('config.OPTIONS["model"]'), 'app.py')).toEqual(['gpt-4o-mini or gpt-4o'])
  expect(await modelsOf(files('config.settings.model'), 'app.py')).toEqual(['gpt-4o-mini or gpt-4.1'])
  expect(await modelsOf(files('config.others.model'), 'app.py')).toEqual(['known gpt-4o-mini'])
  const bot = asks('class Bot:\n    model = "gpt-4o-mini"', 'Bot().model').replace('Bot().model', 'Bot.model')
  const patched = {
    'app.py': bot,
    'main.py': 'from app import Bot\nBot.model = "gpt-4o"\n',
    'use.py': asks('from app import Bot', 'Bot.model'),
  }
  expect(await modelsOf(patched, 'use.py')).toEqual(['gpt-4o-mini or gpt-4o'])
})

it('a field of a record that another script sets', async () => {
  const files = {
    'config.ts': 'export const config = { model: "gpt-4o-mini" }',
    'main.ts': 'import { config } from "./config"\nconfig.model = "gpt-4o"\n',
    'app.ts':
      'import OpenAI from "openai"\nimport { config } from "./config"\nawait new OpenAI().chat.completions.create({ model: config.model, messages: [] })',
  }
  expect(await modelsOf(files, 'app.ts')).toEqual(['gpt-4o-mini or gpt-4o'])
})

it('a name, and an attribute, that a function sets which another module calls', async () => {
  const config = `MODEL = "gpt-4o-mini"
def use(model):
    global MODEL
    MODEL = model
class Settings:
    model = "gpt-4o-mini"
    def use(self, model):
        self.model = model
settings = Settings()
`
  const files = (main: string, model: string) => ({
    'config.py': config,
    'main.py': main,
    'app.py': asks('import config', model),
  })
  const main = 'from config import use\nuse("gpt-4o")\n'
  expect(await modelsOf(files(main, 'config.MODEL'), 'app.py')).toEqual(['gpt-4o or gpt-4o-mini'])
  const object = 'from config import settings\nsettings.use("gpt-4o")\n'
  expect(await modelsOf(files(object, 'config.settings.model'), 'app.py')).toEqual(['gpt-4o-mini or gpt-4o'])
  expect(await modelsOf(files('import config\n', 'config.MODEL'), 'app.py')).toEqual(['assumed gpt-4o-mini'])
})

// What code reads from files of data that it names, as the whole of a session sees it.
import { describe, expect, it } from 'vitest'
import { sessionOver } from '../test/session-over.ts'
import { valueOf } from './known.ts'
import type { ModelCall } from './types.ts'

type Disk = Record<string, string>

function sessionOn(disk: Disk) {
  return sessionOver(disk)
}

async function calls(disk: Disk, file = Object.keys(disk)[0]!): Promise<readonly ModelCall[]> {
  const session = sessionOn(disk)
  session.open(file, disk[file]!)
  const { sites } = await session.settled(file)
  return sites.flatMap(({ site }) => (site.kind === 'model-call' ? [site] : []))
}

const models = async (disk: Disk, file?: string) =>
  (await calls(disk, file)).map(({ model }) => valueOf(model) ?? model)

const ask = (model: string) => `OpenAI().responses.create(model=${model}, input="Hi")\n`
const python = 'import os\nfrom openai import OpenAI\nfrom dotenv import load_dotenv\n'
const loads = `${python}load_dotenv()\n`
const script = "import OpenAI from 'openai'\nconst ai = new OpenAI()\n"
const askIn = (model: string) => `await ai.responses.create({ model: ${model}, input: 'Hi' })\n`

describe('a session', () => {
  it('holds what it was given before a file of data was edited: what hangs on one is not told', async () => {
    const handlers = (config: string) =>
      `import json\nimport chainlit as cl\nfrom langchain_openai import ChatOpenAI\ndef start():\n    cl.user_session.set("m", ChatOpenAI(**${config}))\ndef on(message):\n    cl.user_session.get("m").invoke("Hi")\n`
    const disk = { 'config.json': '{ "model": "gpt-4o" }' }
    expect(await models({ 'a.py': handlers('{"model": "gpt-4o"}') }, 'a.py')).toEqual(['gpt-4o'])
    expect(await models({ ...disk, 'a.py': handlers('json.load(open("config.json"))') }, 'a.py')).toEqual([])
  })
})

describe('a .env that the program loads', () => {
  const env = 'OPENAI_API_KEY=sk-secret\n# the model\nexport MODEL="gpt-4o-mini" # the usual one\nTOKENS=300\n'

  it('says what a variable is: assumed, for one that is set before wins, with its file and line', async () => {
    const [call] = await calls({ 'app/main.py': loads + ask('os.getenv("MODEL")'), '.env': env })
    expect(call!.model).toMatchObject({
      is: 'assumed',
      value: 'gpt-4o-mini',
      via: 'environment',
      written: '.env:3',
      at: { file: 'app/main.py' },
    })
  })

  it.each([
    ['os.environ["MODEL"]', loads],
    ['os.environ.get("MODEL", "gpt-4o")', loads],
    ['os.getenv("MODEL") or "gpt-4o"', loads],
    ['os.getenv("MODEL")', `${python}load_dotenv(find_dotenv())\n`],
  ])('is read by %s', async (read, head) => {
    expect(await models({ 'main.py': head + ask(read), '.env': env })).toEqual(['gpt-4o-mini'])
  })

  it.each([
    ["import 'dotenv/config'", 'process.env.MODEL'],
    ["import 'dotenv/config'", "process.env['MODEL'] ?? 'gpt-4o'"],
    ["import dotenv from 'dotenv'\ndotenv.config()", 'process.env.MODEL'],
    ["import * as dotenv from 'dotenv'\ndotenv.config({ path: '.env' })", 'process.env.MODEL!'],
    ["import { config } from 'dotenv'\nconfig()", "process.env.MODEL || 'gpt-4o'"],
    ["require('dotenv').config()", 'process.env.MODEL'],
  ])('is loaded by %s in TypeScript', async (load, read) => {
    expect(await models({ 'src/a.ts': `${load}\n${script}${askIn(read)}`, '.env': env })).toEqual(['gpt-4o-mini'])
  })

  it('is the one the code names', async () => {
    const disk = { 'a.py': `${python}load_dotenv("config/prod.env")\n${ask('os.getenv("MODEL")')}`, '.env': env }
    expect(await models({ ...disk, 'config/prod.env': 'MODEL=gpt-4.1\n' })).toEqual(['gpt-4.1'])
    expect(await models(disk)).toEqual([expect.objectContaining({ is: 'unknown' })])
  })

  it('is not read where nothing loads it, nor an example of one', async () => {
    const unknown = [expect.objectContaining({ is: 'unknown', why: 'dynamic' })]
    expect(await models({ 'a.py': python + ask('os.getenv("MODEL")'), '.env': env })).toEqual(unknown)
    expect(await models({ 'a.py': loads + ask('os.getenv("MODEL")'), '.env.example': env })).toEqual(unknown)
    expect(await models({ 'a.py': loads + ask('os.getenv("MODEL", "gpt-4o")'), '.env': 'OTHER=1' })).toEqual(['gpt-4o'])
  })

  it('may be loaded by a module that takes its client from this one', async () => {
    const disk = {
      'main.py': `${loads}from agent import client\nclient.responses.create(model="gpt-4o", input="Hi")\n`,
      'agent.py': `${python}client = OpenAI()\ndef answer():\n    ${ask('os.getenv("MODEL")')}`,
      '.env': env,
    }
    const session = sessionOn(disk)
    for (const file of ['main.py', 'agent.py']) session.open(file, disk[file as keyof typeof disk])
    await session.settled('main.py')
    const { sites } = await session.settled('agent.py')
    expect(sites.map(({ site }) => (site.kind === 'model-call' ? valueOf(site.model) : ''))).toEqual(['gpt-4o-mini'])
  })

  it('decides who bills, and how much may be written', async () => {
    const code = `${loads}OpenAI(base_url=os.getenv("BASE_URL")).chat.completions.create(model="m", messages=[], max_tokens=int(os.getenv("MAX_TOKENS")))\n`
    const [call] = await calls({ 'a.py': code, '.env': 'BASE_URL=https://api.groq.com/openai/v1\nMAX_TOKENS=300\n' })
    expect([call!.provider, valueOf(call!.maxOutput)]).toEqual(['groq', 300])
  })

  it('never gives a secret away, whatever it is called and wherever it is put', async () => {
    const secrets =
      'API_KEY=hunter2\nDB_URL=https://me:hunter2@host/\nTHING=hunter2\nPASSWORD=12345\nMODEL_TOKEN=hunter2\n'
    const names = ['API_KEY', 'DB_URL', 'THING', 'PASSWORD', 'MODEL_TOKEN']
    const code = names.map(
      (name) => `OpenAI().responses.create(model=os.getenv("${name}"), input=os.getenv("${name}"))\n`,
    )
    const found = JSON.stringify(await calls({ 'a.py': loads + code.join(''), '.env': secrets }))
    expect(found).not.toMatch(/hunter2|12345/)
  })

  it('is read from the moment an edit loads it', async () => {
    const session = sessionOn({ '.env': env })
    const model = async (text: string, version: number) => {
      session.open('a.ts', text, version)
      const { site } = (await session.settled('a.ts')).sites[0]!
      return site.kind === 'model-call' ? valueOf(site.model) : undefined
    }
    const code = script + askIn('process.env.MODEL')
    expect(await model(code, 1)).toBe(undefined)
    expect(await model(`${code}import 'dotenv/config'\n`, 2)).toBe('gpt-4o-mini')
    expect(await model(`${code}\n`, 3)).toBe(undefined)
  })

  it('is looked at again when it changes', async () => {
    const disk: Disk = { 'a.py': loads + ask('os.getenv("MODEL")'), '.env': 'MODEL=gpt-4o\n' }
    const session = sessionOn(disk)
    session.open('a.py', disk['a.py']!)
    const model = async () => {
      const { site } = (await session.settled('a.py')).sites[0]!
      return site.kind === 'model-call' ? valueOf(site.model) : undefined
    }
    expect(await model()).toBe('gpt-4o')
    disk['.env'] = 'MODEL=gpt-4.1\n'
    expect(session.touched('.env')).toEqual(['a.py'])
    expect(await model()).toBe('gpt-4.1')
  })
})

describe('a config the code opens by name', () => {
  const yaml = 'llm:\n  model: &m gpt-4o-mini\n  limit: 300\n  api_key: hunter2\nother: *m\n'
  const json = '{ "llm": { "model": "gpt-4o-mini" } }'

  it.each([
    ['yaml.safe_load(open("config.yaml"))["llm"]["model"]', ''],
    ['cfg["llm"]["model"]', 'with open("config.yaml") as f:\n    cfg = yaml.safe_load(f)\n'],
    ['cfg.get("llm").get("model", "x")', 'cfg = yaml.safe_load(Path("config.yaml").read_text())\n'],
    [
      'cfg["other"]',
      'PATH = Path(__file__).parent / "config.yaml"\nwith PATH.open() as f:\n    cfg = yaml.load(f, Loader=yaml.SafeLoader)\n',
    ],
    ['cfg["other"]', 'cfg = yaml.safe_load(open(os.path.join(os.path.dirname(__file__), "config.yaml")).read())\n'],
    ['json.load(open("config.json"))["llm"]["model"]', ''],
    [
      'load()["llm"]["model"]',
      'def load(path="config.json"):\n    with open(path) as f:\n        return json.loads(f.read())\n',
    ],
  ])('is what %s is', async (read, head) => {
    const code = `import json, os, yaml\nfrom pathlib import Path\nfrom openai import OpenAI\n${head}${ask(read)}`
    expect(await models({ 'app/a.py': code, 'app/config.yaml': yaml, 'config.json': json })).toEqual(['gpt-4o-mini'])
  })

  it.each([
    ["import config from './config.json'\n", 'config.llm.model'],
    ["import { llm } from './config.json' with { type: 'json' }\n", 'llm.model'],
    ["import fs from 'node:fs'\nconst c = JSON.parse(fs.readFileSync('src/config.json', 'utf8'))\n", 'c.llm.model'],
    [
      "import { readFileSync } from 'fs'\nimport yaml from 'js-yaml'\nconst c = yaml.load(readFileSync('config.yaml', 'utf8'))\n",
      'c.llm.model',
    ],
    [
      "import { readFile } from 'node:fs/promises'\nimport { parse } from 'yaml'\nconst c = parse(await readFile(new URL('./config.yaml', import.meta.url), 'utf8'))\n",
      'c.llm.model',
    ],
  ])('is what is imported or parsed in TypeScript: %s', async (head, read) => {
    const disk = { 'src/a.ts': head + script + askIn(read), 'src/config.json': json, 'config.yaml': yaml }
    expect(await models(disk)).toEqual(['gpt-4o-mini'])
  })

  it('may be opened by another module, whose own need of a parser nobody saw', async () => {
    const disk = {
      'a.py': `from openai import OpenAI\nfrom config import MODEL\n${ask('MODEL')}`,
      'config.py': 'import yaml\nMODEL = yaml.safe_load(open("config.yaml"))["llm"]["model"]\n',
      'config.yaml': yaml,
    }
    const [call] = await calls(disk)
    expect(call!.model).toMatchObject({ is: 'known', value: 'gpt-4o-mini', via: 'other-file' })
  })

  it('that is not there, is broken or is a secret leaves the value unknown', async () => {
    const code = (key: string) =>
      `import yaml\nfrom openai import OpenAI\n${ask(`yaml.safe_load(open("c.yaml"))${key}`)}`
    const unknown = [expect.objectContaining({ is: 'unknown' })]
    expect(await models({ 'a.py': code('["m"]') })).toEqual(unknown)
    expect(await models({ 'a.py': code('["m"]'), 'c.yaml': 'm: [1, {\n"' })).toEqual(unknown)
    expect(await models({ 'a.py': code('["llm"]["api_key"]'), 'c.yaml': yaml })).toEqual(unknown)
    expect(await models({ 'a.py': code('["m"]'), 'c.yaml': 'm: &a [*a]\n' })).toEqual(unknown)
  })
})

describe("a library's own files", () => {
  const crew = (head: string) => `from crewai import Agent, Crew
from crewai.project import CrewBase, agent, crew
@CrewBase
class Support:
${head}    @agent
    def helper(self) -> Agent:
        return Agent(config=self.agents_config["helper"])
    @crew
    def crew(self) -> Crew:
        return Crew(agents=[self.helper()], tasks=[])
Support().crew().kickoff(inputs={})
`
  const agents = 'helper:\n  role: Helper\n  llm: anthropic/claude-haiku-4-5\n'

  it("are CrewAI's agents, at its default path or at the one the class names", async () => {
    const [usual] = await calls({ 'src/crew.py': crew(''), 'src/config/agents.yaml': agents })
    expect([usual!.provider, valueOf(usual!.model)]).toEqual(['anthropic', 'claude-haiku-4-5'])
    const named = { 'crew.py': crew('    agents_config = "agents/all.yaml"\n'), 'agents/all.yaml': agents }
    expect(await models(named)).toEqual(['claude-haiku-4-5'])
  })

  it.each([
    ['    model_config = SettingsConfigDict(env_file=".env", env_prefix="APP_")\n', 'APP_MODEL=gpt-4o-mini\n'],
    ['    class Config:\n        env_file = ".env"\n', 'model=gpt-4o-mini\n'],
  ])('are the env_file of pydantic settings: %s', async (config, env) => {
    const code = `from openai import OpenAI\nfrom pydantic_settings import BaseSettings, SettingsConfigDict\nclass Settings(BaseSettings):\n    model: str = "gpt-4o"\n${config}settings = Settings()\n`
    expect(await models({ 'a.py': code + ask('settings.model'), '.env': env })).toEqual(['gpt-4o-mini'])
    expect(await models({ 'a.py': code + ask('settings.model') })).toEqual(['gpt-4o'])
  })
})

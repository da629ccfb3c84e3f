import { expect, it } from 'vitest'
import { loadEngine } from '../../cli/engine.ts'
import { scan } from '../../cli/scan.ts'
import { diskTree, readText } from '../../cli/tree.ts'
import { createConfigs } from '../../core/config/configs.ts'
import { estimator } from '../../core/tokens/estimator.ts'
import { folderWith } from './folder.ts'

// A scan does not parse what surely holds no call: a file whose client comes from another by ways that few words tell.

const engine = await loadEngine()

/** The files with a call, and the model of each. */
async function callsIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { registry } = engine
  const { results } = await scan({
    tree: diskTree(folderWith(files)),
    folders: [''],
    files: [],
    configs: createConfigs(readText, registry.rules, { env: () => undefined, resources: registry.resources }),
    engine: { ...engine, tokens: async () => estimator },
    progress: () => undefined,
  })
  return results.flatMap(({ file, sites }) =>
    sites.map(
      ({ site }) => `${file} ${site.kind === 'model-call' && site.model.is === 'known' ? site.model.value : '?'}`,
    ),
  )
}

const client = `import OpenAI from 'openai'\nexport const llm = new OpenAI()\nexport const { chat } = llm\n`
const ask = `llm.chat.completions.create({ model: 'gpt-4o', messages: [] })`

it('a client that a file in between has made and handed on', async () => {
  const files = {
    'base.ts': `import OpenAI from 'openai'\nexport const make = () => new OpenAI()\n`,
    'mid.ts': `import { make } from './base'\nexport const llm = make()\n`,
    'use.ts': `import { llm } from './mid'\nexport const ask = () => ${ask}\n`,
  }
  expect(await callsIn(files)).toEqual(['use.ts gpt-4o'])
})

it('a client that two index files hand on', async () => {
  const files = {
    'lib/llm/client.ts': client,
    'lib/llm/index.ts': `export * from './client'\n`,
    'lib/index.ts': `export { llm } from './llm'\n`,
    'app/use.ts': `import { llm } from '../lib'\nexport const ask = () => ${ask}\n`,
  }
  expect(await callsIn(files)).toEqual(['app/use.ts gpt-4o'])
})

it('a method with a name of its own, in braces, or with a mark of TypeScript', async () => {
  const files = {
    'client.ts': client,
    'a.ts': `import { llm } from './client'\nconst create = llm.chat.completions.create\nexport const ask = () => create({ model: 'gpt-4o', messages: [] })\n`,
    'b.ts': `import { chat } from './client'\nexport const ask = () => (chat.completions.create)({ model: 'gpt-4o', messages: [] })\n`,
    'c.ts': `import { chat } from './client'\nexport const ask = () => chat.completions.create!({ model: 'gpt-4o', messages: [] })\n`,
  }
  expect(await callsIn(files)).toEqual(['a.ts gpt-4o', 'b.ts gpt-4o', 'c.ts gpt-4o'])
})

it('a client by a name that tsconfig.json gives, whose words are not those of its path', async () => {
  const files = {
    'tsconfig.json': `{ "compilerOptions": { "paths": { "#ai": ["./src/client.ts"] } } }`,
    'src/client.ts': client,
    'src/use.ts': `import { llm } from '#ai'\nexport const ask = () => ${ask}\n`,
  }
  expect(await callsIn(files)).toEqual(['src/use.ts gpt-4o'])
})

it('a client and a model from a package of the same repository', async () => {
  const files = {
    'package.json': '{ "workspaces": ["packages/*", "apps/*"] }',
    'packages/llm/package.json': '{ "name": "@acme/llm", "main": "./dist/index.js" }',
    'packages/llm/src/index.ts': `export * from './client'\nexport const model = 'gpt-4o-mini'\n`,
    'packages/llm/src/client.ts': client,
    'apps/web/page.ts': `import { llm, model } from '@acme/llm'\nexport const ask = () => llm.chat.completions.create({ model, messages: [] })\n`,
  }
  expect(await callsIn(files)).toEqual(['apps/web/page.ts gpt-4o-mini'])
})

it.each([
  ['a template', '(await import(`./client`)).llm'],
  ['a comment that names a chunk', '(await import(/* webpackChunkName: "llm" */ \'./client\')).llm'],
  ['a comment of its own line', "(await import(\n// it's late\n'./client')).llm"],
  ['a name in brackets', "(await import('./client'))['llm']"],
  ['require where it is used', "require(/* cjs */ './client').llm"],
])('a client of a module that is imported late, by %s', async (_, llm) => {
  const files = {
    'client.ts': client,
    'use.ts': `export const ask = async () => ${llm}.chat.completions.create({ model: 'gpt-4o', messages: [] })\n`,
  }
  expect(await callsIn(files)).toEqual(['use.ts gpt-4o'])
})

it.each([
  ['among the names', "import {\n  // don't make another (it is slow)\n  llm,\n} from './client'"],
  ['before the path', "import { llm } from /* ours */ './client'"],
])('a client whose import has a comment %s', async (_, imported) => {
  const files = { 'client.ts': client, 'use.ts': `${imported}\nexport const ask = () => ${ask}\n` }
  expect(await callsIn(files)).toEqual(['use.ts gpt-4o'])
})

it.each([
  ['openai', "import OpenAI from /* theirs */ 'openai'"],
  ['openai', 'const { default: OpenAI } = await import(`openai`)'],
  ['openai', 'const OpenAI = require(/* cjs */ "openai")'],
])('a package, %s, by %s', async (_, imported) => {
  const files = {
    'use.ts': `${imported}\nexport const ask = () => new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [] })\n`,
  }
  expect(await callsIn(files)).toEqual(['use.ts gpt-4o'])
})

it.each([
  `llm.chat.completions['create'](`,
  `llm['chat']['completions']["create"](`,
  'llm.chat.completions?.[`create`]?.(',
  `(llm.chat.completions as Own)['create']!(`,
])('a method in brackets: %s', async (create) => {
  const files = {
    'client.ts': client,
    'use.ts': `import { llm } from './client'\nexport const ask = () => ${create}{ model: 'gpt-4o', messages: [] })\n`,
  }
  expect(await callsIn(files)).toEqual(['use.ts gpt-4o'])
})

it('a function of an SDK in brackets, of a module that hands it on', async () => {
  const files = {
    'ai.ts': `export { generateText } from 'ai'\n`,
    'model.ts': `import { openai } from '@ai-sdk/openai'\nexport const model = openai('gpt-4o')\n`,
    'use.ts': `import * as ai from './ai'\nimport { model } from './model'\nexport const ask = () => ai['generateText']({ model, prompt: 'Hi' })\n`,
  }
  expect(await callsIn(files)).toEqual(['use.ts gpt-4o'])
})

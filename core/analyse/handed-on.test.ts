import { expect, test } from 'vitest'
import { registry } from '../../language-rules/registry.gen.ts'
import { fileDocument } from '../document.ts'
import { valueOf } from '../known.ts'
import type { Lower } from '../language.ts'
import { noPrices } from '../prices/none.fixture.ts'
import { createSession } from '../session.ts'
import { noSettings } from '../settings.ts'
import { estimator } from '../tokens/estimator.ts'
import { createHandedOn } from './handed-on.ts'

const mayIn = (files: Readonly<Record<string, string>>, name: string) =>
  createHandedOn((file) =>
    files[file] === undefined ? undefined : fileDocument(file, 'typescript', files[file]!),
  ).may('a.ts', name, (_, specifier) => `${specifier.slice(2)}.ts`)

test('a file that was not parsed hands out what its text names, and what it hands on', () => {
  const own = { 'a.ts': 'const model = "gpt-4o"\nexport { model as chosen }\n' }
  expect(mayIn(own, 'chosen')).toBe(true)
  expect(mayIn(own, 'other')).toBe(false)
  const ways = [
    "export * from './b'",
    'export * as b from "./b"',
    'export /* all */ * // of it\n from\n"./b"',
    "export type * from './b'",
    "module.exports = require('./b').all",
    'const all = (await import(/* webpackIgnore: true */ `./b`)).all',
  ]
  for (const way of ways) {
    expect(mayIn({ 'a.ts': way, 'b.ts': 'export const far = 1\n' }, 'far')).toBe(true)
    expect(mayIn({ 'a.ts': way, 'b.ts': 'export const near = 1\n' }, 'far')).toBe(false)
  }
})

test('a row of comments is read in one way', () => {
  const rows = `${'/**/ '.repeat(60)}\n${'// '.repeat(60)}\n`
  expect(mayIn({ 'a.ts': `export ${rows} const near = 1\n` }, 'far')).toBe(false)
  expect(mayIn({ 'a.ts': `export ${rows} * from './b'`, 'b.ts': 'export const far = 1\n' }, 'far')).toBe(true)
})

test('nobody knows what a file hands out that is not there, is no script, or has a default', () => {
  expect(mayIn({}, 'far')).toBe(true)
  expect(mayIn({ 'a.ts': "export * from './b'" }, 'far')).toBe(true)
  expect(mayIn({ 'a.ts': 'module.exports = 1\n' }, 'default')).toBe(true)
  const python = createHandedOn((file) => fileDocument(file, 'python', 'from b import *\n'))
  expect(python.may('a.py', 'far', () => undefined)).toBe(true)
})

test('of a barrel only the file that says what is asked of it is parsed', async () => {
  const parts = Array.from({ length: 20 }, (_, i) => i)
  const app = `import OpenAI from 'openai'
import { model } from './lib/index'
new OpenAI().responses.create({ model, max_output_tokens: 5, input: 'Hi' })
`
  const disk: Record<string, string> = {
    'app.ts': app,
    'lib/index.ts': `${parts.map((i) => `export * from './part${i}'\n`).join('')}export * from './models'\n`,
    ...Object.fromEntries(parts.map((i) => [`lib/part${i}.ts`, `export const part${i} = ${i}\n`])),
    'lib/models.ts': "export const model = 'gpt-4o'\n",
  }
  const parsed: string[] = []
  const languages = registry.languages.map((language) => ({
    ...language,
    async load(): Promise<Lower> {
      const lower = await language.load()
      return (text, file = '', cells) => {
        parsed.push(file)
        return lower(text, file, cells)
      }
    },
  }))
  const session = createSession({
    registry: { ...registry, languages },
    prices: noPrices,
    tokens: () => estimator,
    settings: () => noSettings,
    others: { find: (candidates) => candidates.find((each) => Object.hasOwn(disk, each)), text: (file) => disk[file] },
  })
  session.open('app.ts', app)
  await session.prepare('app.ts')
  const { sites } = session.analyse('app.ts')
  expect(sites.map(({ site }) => (site.kind === 'model-call' ? valueOf(site.model) : undefined))).toEqual(['gpt-4o'])
  expect(parsed).toEqual(['app.ts', 'lib/index.ts', 'lib/models.ts'])
  // One that was not parsed comes to have it.
  disk['lib/models.ts'] = 'export const other = 1\n'
  disk['lib/part3.ts'] = "export const model = 'gpt-4o-mini'\n"
  const again = [...session.touched('lib/models.ts'), ...session.touched('lib/part3.ts')]
  expect(again).toContain('app.ts')
  await session.prepare('app.ts')
  const { site } = session.analyse('app.ts').sites[0]!
  expect(site.kind === 'model-call' && valueOf(site.model)).toBe('gpt-4o-mini')
})

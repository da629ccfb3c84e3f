import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { ModelCall } from '../types.ts'
import { createConfigs } from './configs.ts'
import { findConfig, loadChain } from './find.ts'
import type { KnownRule } from './parse.ts'
import { resolveSettings } from './resolve.ts'

const rules: readonly KnownRule[] = [
  {
    id: 'unbounded-output',
    severity: 'info',
    preset: 'recommended',
    options: z.object({ suggest: z._default(z.number(), 1024) }) as never,
  },
  { id: 'oversized-model', severity: 'info', preset: 'recommended', options: z.object({}) as never },
]
const reader = (files: Record<string, string>) => (path: string) => files[path]
const call = (key: string) => ({ key }) as ModelCall
const settingsFor = (files: Record<string, string>, file: string) => {
  const chain = loadChain(findConfig(file, reader(files))!, reader(files), rules)
  expect(chain.errors).toEqual([])
  return resolveSettings(chain, file, rules)
}

test('the nearest outlay.json upward is found, on Windows and for URIs too', () => {
  expect(findConfig('/p/a/b/x.py', reader({ '/p/outlay.json': '{}', '/outlay.json': '{}' }))).toBe('/p/outlay.json')
  expect(findConfig('C:\\p\\a\\x.py', reader({ 'c:/outlay.json': '{}' }))).toBe('c:/outlay.json')
  expect(findConfig('vscode-vfs://github/o/r/a/x.py', reader({ 'vscode-vfs://github/o/r/outlay.json': '{}' }))).toBe(
    'vscode-vfs://github/o/r/outlay.json',
  )
  expect(findConfig('/p/x.py', reader({}))).toBeUndefined()
})

test('what is extended comes first, the config wins, and a severity alone keeps the options', () => {
  const files = {
    '/p/outlay.json': '{ "extends": ["./base.json", "@acme/cost"], "rules": { "unbounded-output": "error" } }',
    '/p/base.json': '{ "rules": { "unbounded-output": ["hint", { "suggest": 5 }], "oversized-model": "error" } }',
    '/node_modules/@acme/cost/outlay.json': '{ "rules": { "oversized-model": "off" } }',
  }
  expect([...settingsFor(files, '/p/x.py').rules]).toEqual([
    ['unbounded-output', { severity: 'error', options: { suggest: 5 } }],
    ['oversized-model', { severity: 'off', options: {} }],
  ])
})

test('options left out are the defaults of the rule', () => {
  expect(
    settingsFor({ '/p/outlay.json': '{ "rules": { "unbounded-output": "error" } }' }, '/p/x.py').rules.get(
      'unbounded-output',
    ),
  ).toEqual({
    severity: 'error',
    options: { suggest: 1024 },
  })
})

test('overrides apply in order to the files they name, also with Windows separators', () => {
  const text = String.raw`{ "region": { "aws": "us-east-1" }, "overrides": [
    { "files": "infra\\**", "region": { "aws": "eu-west-1" } },
    { "files": ["*.test.py", "!keep.test.py"], "rules": { "unbounded-output": "off" } },
    { "files": "infra/eu/", "region": { "gcp": "europe-west1" } } ] }`
  const at = (file: string) => settingsFor({ 'c:/p/outlay.json': text }, file)
  expect(at('C:\\p\\infra\\eu\\main.tf').region).toEqual({ aws: 'eu-west-1', gcp: 'europe-west1' })
  expect(at('c:/p/app/main.tf').region).toEqual({ aws: 'us-east-1' })
  expect(at('c:/p/a/b/x.test.py').rules.get('unbounded-output')?.severity).toBe('off')
  expect(at('c:/p/a/b/keep.test.py').rules.size).toBe(0)
})

test("a shared package's globs are relative to the config that uses it", () => {
  const files = {
    '/p/outlay.json': '{ "extends": "cost" }',
    '/p/node_modules/cost/outlay.json': '{ "ignore": ["src/gen/**", "!src/gen/keep.py"] }',
  }
  expect(settingsFor(files, '/p/src/gen/x.py').ignored).toBe(true)
  expect(settingsFor(files, '/p/src/gen/keep.py').ignored).toBe(false)
  expect(settingsFor(files, '/p/src/x.py').ignored).toBe(false)
})

test('one call beats a path, a later entry an earlier one, and no entry is no volume', () => {
  const text = `{ "volume": { "src/[id]/a.py#answer/openai.chat": 5, "src/**": { "low": 1, "likely": 2, "high": 3 }, "src/**/b.py": 9 } }`
  const volume = (file: string, key: string) => settingsFor({ '/p/outlay.json': text }, file).volume(call(key))
  expect(volume('/p/src/[id]/a.py', 'answer/openai.chat')).toEqual({
    calls: { low: 5, likely: 5, high: 5 },
    from: 'outlay.json',
  })
  expect(volume('/p/src/[id]/a.py', 'other')).toEqual({ calls: { low: 1, likely: 2, high: 3 }, from: 'outlay.json' })
  expect(volume('/p/src/b.py', 'x')?.calls.likely).toBe(9)
  expect(volume('/p/lib/b.py', 'x')).toBeUndefined()
})

test('a cycle and a missing base are errors on the extends that names them', () => {
  const files = {
    '/p/outlay.json': '{ "extends": ["./a.json", "./no.json", "gone"] }',
    '/p/a.json': '{ "extends": "./outlay.json" }',
  }
  const errors = loadChain('/p/outlay.json', reader(files), rules).errors
  expect(errors.map((e) => [e.file, e.message, files[e.file as '/p/a.json'].slice(...e.location.span)])).toEqual([
    ['/p/a.json', '"extends": "./outlay.json" leads back to a config that extends this one', '"./outlay.json"'],
    ['/p/outlay.json', '"extends": there is no config "./no.json" at /p/no.json', '"./no.json"'],
    [
      '/p/outlay.json',
      '"extends": there is no config "gone" in node_modules; install it, or write a path that starts with "./"',
      '"gone"',
    ],
  ])
})

test('two configs that extend the same base are no cycle', () => {
  const files = {
    '/p/outlay.json': '{ "extends": ["./a.json", "./b.json"] }',
    '/p/a.json': '{ "extends": "./c.json" }',
    '/p/b.json': '{ "extends": "./c.json" }',
    '/p/c.json': '{}',
  }
  expect(loadChain('/p/outlay.json', reader(files), rules).errors).toEqual([])
})

test('a config that breaks keeps its last good settings and says what is wrong', () => {
  const files: Record<string, string> = { '/p/outlay.json': '{ "rules": { "unbounded-output": "error" } }' }
  const configs = createConfigs(reader(files), rules)
  const before = configs.resolve('/p/x.py')
  expect(before.settings?.rules.get('unbounded-output')?.severity).toBe('error')
  files['/p/outlay.json'] = '{ "rules": 1 }'
  expect(configs.resolve('/p/x.py')).toBe(before)
  expect(configs.changed('/p/outlay.json')).toBe(true)
  const after = configs.resolve('/p/x.py')
  expect(after.settings?.rules.get('unbounded-output')?.severity).toBe('error')
  expect(after.errors.map((e) => e.message)).toEqual([
    '"rules": expected an object from rule name to severity, found 1',
  ])
  expect(configs.changed('/p/package.json')).toBe(false)
})

test('a config that never was good gives no settings, and none at all gives the presets', () => {
  const configs = createConfigs(reader({ '/p/outlay.json': '{' }), rules)
  expect(configs.resolve('/p/x.py').settings).toBeUndefined()
  expect(configs.resolve('/q/x.py')).toMatchObject({ config: undefined, settings: { ignored: false }, errors: [] })
})

test('a base that appears is noticed, because it was looked for', () => {
  const files: Record<string, string> = { '/p/outlay.json': '{ "extends": "./base.json" }' }
  const configs = createConfigs(reader(files), rules)
  expect(configs.resolve('/p/x.py').errors).toHaveLength(1)
  files['/p/base.json'] = '{}'
  expect(configs.changed('/p/base.json')).toBe(true)
  expect(configs.resolve('/p/x.py').errors).toEqual([])
})

test('one config can be made to stand for all files', () => {
  const configs = createConfigs(reader({ '/c/x.json': '{ "region": { "aws": "a" } }', '/p/outlay.json': '{' }), rules, {
    only: '/c/x.json',
  })
  expect(configs.resolve('/p/x.py')).toMatchObject({
    config: '/c/x.json',
    settings: { region: { aws: 'a' } },
    errors: [],
  })
})

test('usage is by type or address, quantity by quantity: an address beats a type, and a longer pattern a shorter one', () => {
  const usage = {
    'module.api.aws_lambda_function.*': { requests: 5_000_000 },
    aws_lambda_function: { requests: 1000, durationMs: 100 },
    'aws_lambda_function.*': { requests: { low: 1, likely: 2, high: 3 } },
  }
  const configs = createConfigs(reader({ '/p/outlay.json': JSON.stringify({ usage }) }), rules)
  const { settings } = configs.resolve('/p/main.tf')
  const of = (address: string) => {
    const told = settings?.usage({ type: 'aws_lambda_function', address }) ?? {}
    return Object.entries(told).map(([name, { quantity, from }]) => [name, quantity.likely, from])
  }
  expect(of('aws_lambda_function.a')).toEqual([
    ['requests', 2, 'outlay.json'],
    ['durationMs', 100, 'outlay.json'],
  ])
  expect(of('module.api.aws_lambda_function.a["x"]')[0]).toEqual(['requests', 5_000_000, 'outlay.json'])
  expect(settings?.usage({ type: 'aws_s3_bucket', address: 'aws_s3_bucket.aws_lambda_function' })).toEqual({})
})

test('a preset is chosen for all files or for some, and a later config wins', () => {
  const files = {
    '/p/base.json': '{ "preset": "strict" }',
    '/p/outlay.json': '{ "extends": "./base.json", "overrides": [{ "files": "samples/", "preset": "learn" }] }',
  }
  const configs = createConfigs(reader(files), rules)
  expect(configs.resolve('/p/x.py').settings?.preset).toBe('strict')
  expect(configs.resolve('/p/samples/x.py').settings?.preset).toBe('learn')
  expect(createConfigs(reader({}), rules).resolve('/p/x.py').settings?.preset).toBeUndefined()
})

test('free tiers are off unless the config switches them on; a later one wins, for its files', () => {
  const configs = createConfigs(
    reader({
      '/a/outlay.json': '{}',
      '/b/outlay.json': '{ "freeTiers": true, "overrides": [{ "files": "staging/**", "freeTiers": false }] }',
      '/c/outlay.json': '{ "freeTiers": "yes" }',
    }),
    rules,
  )
  const on = (file: string) => configs.resolve(file).settings?.freeTiers
  expect(['/a/main.tf', '/b/main.tf', '/b/staging/main.tf'].map(on)).toEqual([false, true, false])
  expect(configs.resolve('/c/main.tf').errors).toMatchObject([
    { key: 'freeTiers', message: expect.stringContaining('expected true or false, found "yes"') },
  ])
})

import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import { parse } from 'jsonc-parser'
import { describe, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { runDiff } from '../../cli/commands/diff.ts'
import { template } from '../../cli/commands/init.ts'
import { runScan, type ScanCommand } from '../../cli/commands/scan.ts'
import { parseConfig } from '../../core/config/parse.ts'
import { diffSchema, scanSchema } from '../../core/report/schema.ts'
import { documentSchemas, outlaySchema } from '../../scripts/gen/schemas.ts'
import { fakeEngine } from './fake-engine.ts'
import { folderWith, listener } from './folder.ts'

const ajv = new Ajv({ allErrors: true, strict: false })

/** Mistakes of a value against a schema that also refuses fields nobody documented. */
function mistakes(schema: object, value: unknown): readonly string[] {
  const validate = ajv.compile(schema)
  validate(value)
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}

const strict = (schema: z.core.$ZodType) => z.toJSONSchema(schema, { target: 'draft-7' })

async function scan(root: string, more: Partial<ScanCommand> = {}): Promise<unknown> {
  const { out, printed } = listener()
  await runScan(
    { cwd: root, paths: [], format: 'json', fix: false, showSuppressed: true, failOn: 'error', ...more },
    fakeEngine,
    out,
  )
  return JSON.parse(printed())
}

describe('what scan prints is what its schema says, and no more', () => {
  test.each([
    ['sites, an unknown and findings', { 'a.py': 'COST a 1\nCOST b ?\nWASTE' }, {}],
    ['problems', { 'a.py': 'CRASH', 'b.py': Buffer.from([0]) }, {}],
    ['nothing', {}, {}],
    ['what was fixed', { 'a.py': 'WASTE' }, { fix: true }],
  ])('%s', async (_, files, more) => {
    const document = await scan(folderWith(files as Record<string, string | Buffer>), more)
    expect(mistakes(strict(scanSchema), document)).toEqual([])
    expect(mistakes(documentSchemas().scan, document)).toEqual([])
  })
})

test('what diff prints is what its schema says, and no more', async () => {
  const root = folderWith({ 'a.py': 'COST a 1\nCOST b ?' })
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.invalid', ...args], { cwd: root })
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'one')
  writeFileSync(join(root, 'a.py'), 'COST a 2\nCOST c 3')
  const { out, printed } = listener()
  await runDiff({ cwd: root, base: 'HEAD', format: 'json' }, fakeEngine, out)
  expect(JSON.parse(printed()).changes).toHaveLength(3)
  expect(mistakes(strict(diffSchema), JSON.parse(printed()))).toEqual([])
  expect(mistakes(documentSchemas().diff, JSON.parse(printed()))).toEqual([])
})

test('a reader may meet a field it does not know', () => {
  const problem = { file: 'a', message: 'm', later: 1 }
  const { definitions, ...scanned } = documentSchemas().scan as {
    definitions: object
    properties: { problems: object }
  }
  expect(mistakes({ ...scanned.properties.problems, definitions }, [problem])).toEqual([])
})

const rules = [
  {
    id: 'unbounded-output',
    severity: 'info',
    preset: 'recommended',
    docs: { what: 'w', why: 'y', fix: 'f', unless: 'u', source: 's' },
    options: z.object({ suggest: z._default(z.int(), 5) }) as never,
  },
] as const

test('the schema of outlay.json knows every rule, its options, and takes and refuses as the parser does', () => {
  const both = (text: string) => [
    mistakes(outlaySchema(rules), parse(text)).length === 0,
    parseConfig('outlay.json', text, rules).errors.length === 0,
  ]
  expect(both('{ "rules": { "unbounded-output": ["info", { "suggest": 3 }] } }')).toEqual([true, true])
  expect(both('{ "overrides": [{ "files": "a", "rules": { "unbounded-output": "off" } }] }')).toEqual([true, true])
  expect(both('{ "volume": { "a": 1, "b": { "low": 1, "likely": 2, "high": 3 } }, "region": { "aws": "x" } }')).toEqual(
    [true, true],
  )
  expect(both('{ "rules": { "unbounded-output": ["info", { "sugest": 3 }] } }')).toEqual([false, false])
  expect(both('{ "rules": { "unbounded": "off" } }')).toEqual([false, false])
  expect(both('{ "overrides": [{ "rules": {} }] }')).toEqual([false, false])
  expect(both('{ "volume": { "a": -1 } }')).toEqual([false, false])
})

test('what init writes is a good config that changes nothing', () => {
  expect(parseConfig('outlay.json', template, rules).errors).toEqual([])
  expect(mistakes(outlaySchema(rules), parse(template))).toEqual([])
})

test.each([
  ['docs/json.md', ['sites', 'findings', 'totals', 'problems', 'changes', 'because', 'perCall']],
  [
    'docs/config.md',
    ['extends', 'rules', 'overrides', 'ignore', 'volume', 'region', 'assume', 'outlay-ignore-next-line'],
  ],
])('%s names every part', (file, words) => {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
  expect(words.filter((word) => !text.includes(word))).toEqual([])
})

test('docs/json.md links every schema of a document', () => {
  const text = readFileSync(new URL('../../docs/json.md', import.meta.url), 'utf8')
  const names = Object.keys(documentSchemas())
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name) => !text.includes(`(../schemas/${name}.schema.json)`))).toEqual([])
})

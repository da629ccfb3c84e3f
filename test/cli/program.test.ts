import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '../../cli/program.ts'
import { folderWith, listener } from './folder.ts'

async function outlay(cwd: string, ...args: string[]) {
  const { out, printed, told } = listener()
  const exit = await run(args, cwd, out)
  return { exit, printed: printed(), told: told() }
}

test('a process prints one JSON document to stdout, and nothing to stderr that is no terminal', () => {
  const root = folderWith({
    'a.py':
      'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o-mini", max_tokens=5, messages=[])\n',
  })
  const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', file('cli/main.ts'), 'scan', root, '--format', 'json'],
    {
      cwd: file('.'),
      encoding: 'utf8',
    },
  )
  expect([status, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout).sites).toMatchObject([
    { kind: 'model-call', file: 'a.py', line: 2, provider: 'openai', model: 'gpt-4o-mini', maxOutput: 5 },
  ])
})

test('spend answers from any working directory, also where the program runs from its source', () => {
  const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
  const bill = file('samples/billing/focus-2026-08-21_2026-11-18.csv')
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), file('cli/main.ts'), 'spend', '--source', bill, '--since', '2026-11-17'],
    { cwd: folderWith({}), encoding: 'utf8' },
  )
  expect([status, stderr]).toEqual([0, expect.stringContaining('as of')])
  expect(stdout).toContain('USD')
}, 30_000)

test('an option that is mistyped is exit 2 and told the nearest', async () => {
  expect(await outlay('.', 'scan', '--format', 'jsno')).toEqual({
    exit: 2,
    printed: '',
    told: "error: option '--format <format>' argument 'jsno' is invalid. Expected text, json, sarif, markdown; did you mean \"json\"?\n",
  })
  expect(await outlay('.', 'scan', '--fail-on', 'warn')).toMatchObject({
    exit: 2,
    told: expect.stringContaining('did you mean "warning"?'),
  })
  expect(await outlay('.', 'scna')).toMatchObject({ exit: 2, told: expect.stringContaining("unknown command 'scna'") })
})

test('a plan that is not there is refused', async () => {
  expect(await outlay('.', 'scan', '--plan', 'x')).toEqual({
    exit: 2,
    printed: '',
    told: 'There is no plan x.\n',
  })
})

test('a variable file that is not there is refused', async () => {
  expect(await outlay('.', 'scan', '--var-file', 'none.tfvars')).toEqual({
    exit: 2,
    printed: '',
    told: 'There is no variable file none.tfvars.\n',
  })
})

test('help and version are exit 0', async () => {
  expect((await outlay('.', '--help')).exit).toBe(0)
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(await outlay('.', '--version')).toEqual({ exit: 0, printed: `${version}\n`, told: '' })
})

test('explain prints what the rule says; a name that is none is told the nearest', async () => {
  expect((await outlay('.', 'explain', 'unused-suppression')).printed).toContain(
    '\nWhy: A suppression that outlives its finding',
  )
  expect((await outlay('.', 'explain', 'retired-model')).printed).toMatch(/^retired-model \(warning, on by itself\)\n/)
  expect(await outlay('.', 'explain', 'unbounded-outptu')).toMatchObject({
    exit: 2,
    printed: '',
    told: expect.stringContaining('No rule has the name "unbounded-outptu"; did you mean "unbounded-output"?'),
  })
})

test('explain says how the cost on a line is worked out, and where there is one where there is none', async () => {
  const root = folderWith({
    'main.tf':
      'provider "aws" {\n  region = "us-east-1"\n}\n\nresource "aws_ebs_volume" "data" {\n  availability_zone = "us-east-1a"\n  size = var.size\n  type = "gp3"\n}\n',
    'variables.tf': 'variable "size" {\n  default = 100\n}\n',
  })
  const { exit, printed } = await outlay(root, 'explain', 'main.tf:7')
  expect(exit).toBe(0)
  expect(printed).toContain('main.tf, line 5 · aws_ebs_volume.data\n\n**$8.00 per month**')
  expect(printed).toMatch(/\| Volume[^|]*\| +100 GB-month \| \$0\.08\/GB-month \| \$8\.00 \|/)
  expect(await outlay(root, 'explain', 'main.tf:1')).toEqual({
    exit: 1,
    printed: '',
    told: 'Nothing that costs money stands on line 1 of main.tf. There is one on line 5.\n',
  })
  expect((await outlay(root, 'explain', 'none.tf:1')).exit).toBe(2)
})

test('init writes a config the scan takes, and overwrites none', async () => {
  const root = folderWith({})
  expect((await outlay(root, 'init')).exit).toBe(0)
  expect((await outlay(root, 'scan')).exit).toBe(0)
  const before = readFileSync(join(root, 'outlay.json'), 'utf8')
  expect(await outlay(root, 'init')).toEqual({
    exit: 2,
    printed: '',
    told: 'outlay.json is already here; it was not changed.\n',
  })
  expect(readFileSync(join(root, 'outlay.json'), 'utf8')).toBe(before)
})

test('a suppression in the code holds, and --show-suppressed lists it with its reason', async () => {
  const root = folderWith({
    'outlay.json': '{ "rules": { "unbounded-output": "info" } }',
    'a.py': [
      'from openai import OpenAI',
      'client = OpenAI()',
      'def ask(text):',
      '    # outlay-ignore-next-line unbounded-output, oversized-model -- the caller cuts the stream',
      '    return client.chat.completions.create(',
      '        model="gpt-4o", messages=[{"role": "user", "content": text}])',
      '',
    ].join('\n'),
  })
  const findings = async (...args: string[]) =>
    JSON.parse((await outlay(root, 'scan', '--format', 'json', ...args)).printed).findings as object[]
  const rules = (all: object[]) => all.map((each) => (each as { rule: string }).rule)
  expect(rules(await findings())).not.toContain('unbounded-output')
  expect((await findings('--show-suppressed')).find((each) => rules([each])[0] === 'unbounded-output')).toMatchObject({
    suppressed: { reason: 'the caller cuts the stream', at: { line: 4 } },
  })
})

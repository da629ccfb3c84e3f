import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Out } from '../../cli/output.ts'
import { run } from '../../cli/program.ts'

const call = (name: string) => `from openai import OpenAI

def ${name}(question: str):
    return OpenAI().chat.completions.create(
        model="gpt-4o", max_tokens=100, messages=[{"role": "user", "content": question}]
    )
`

async function scanned(
  config: object,
  above = '',
  more: Readonly<Record<string, string>> = {},
): Promise<{ exit: number; messages: readonly string[]; fixes?: readonly string[] }> {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'outlay-budget-')))
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }))
  const files = {
    'outlay.json': JSON.stringify(config),
    'ask/a.py': call('ask').replace('    return', `${above}    return`),
    'tell/b.py': call('tell'),
    'other/c.py': call('other'),
    ...more,
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true })
    writeFileSync(join(cwd, name), text)
  }
  let printed = ''
  const out: Out = {
    print(text) {
      printed += text
    },
    tell: () => undefined,
    progress: () => undefined,
    width: 100,
    colour: false,
  }
  const exit = await run(['scan', '--format', 'json', '--no-cache'], cwd, out)
  const { findings } = JSON.parse(printed) as {
    findings: readonly {
      rule: string
      message: string
      file: string
      suppressed?: unknown
      fixes: readonly { title: string }[]
    }[]
  }
  const fixes = findings.flatMap(({ rule, fixes }) => (rule === 'unused-suppression' ? fixes : []))
  return {
    exit,
    ...(fixes.length > 0 ? { fixes: fixes.map(({ title }) => title) } : {}),
    messages: findings.flatMap(({ rule, message, file, suppressed }) =>
      !suppressed && ['over-budget', 'unused-suppression'].includes(rule) ? [`${file}: ${message}`] : [],
    ),
  }
}

const config = (project: number) => ({
  rules: { 'over-budget': ['error', { project }] },
  assume: { inputTokens: 1000, outputTokens: 100 },
  volume: { 'ask/*.py': 100_000, 'tell/*.py': 20_000 },
})

// gpt-4o: 1,000 × $2.50/1M in and 100 × $10/1M out are $0.0035 a call, of 120,000 calls $420 a month
test('a project of code alone has a budget of its own: over it by what is known, and what is not is counted', async () => {
  const { exit, messages } = await scanned(config(100))
  expect(messages).toEqual([
    'ask/a.py: The project costs $301.20–420.00 a month, $320.00 over its budget of $100.00. This costs most. Not in it: 1 call without a volume.',
  ])
  expect(exit).toBe(1)
})

test('the budget at the root holds where every folder below has an outlay.json of its own', async () => {
  const own = JSON.stringify({ extends: '../outlay.json' })
  const { messages } = await scanned(config(100), '', {
    'ask/outlay.json': own,
    'tell/outlay.json': own,
    'other/outlay.json': own,
  })
  expect(messages).toEqual([
    'ask/a.py: The project costs $301.20–420.00 a month, $320.00 over its budget of $100.00. This costs most. Not in it: 1 call without a volume.',
  ])
})

test('within its budget nothing is said', async () => {
  expect((await scanned(config(1000))).messages).toEqual([])
})

test('a comment above what costs most says why it may, and is not said to suppress nothing', async () => {
  const above = '    # outlay-ignore-next-line over-budget -- until the launch\n'
  expect(await scanned(config(100), above)).toEqual({ exit: 0, messages: [] })
})

test('of a comment that names another rule too, that one is said to have nothing', async () => {
  const { messages } = await scanned(
    config(100),
    '    # outlay-ignore-next-line over-budget, growing-history -- until the launch\n',
  )
  expect(messages).toEqual([
    'ask/a.py: This suppression suppresses nothing: the next line has no finding of "growing-history".',
  ])
})

test('a comment that misspells a rule is told with the one that was meant, and stays', async () => {
  const above = '    # outlay-ignore-next-line over-budgt -- until the launch\n'
  const { messages, fixes } = await scanned(config(100), above)
  expect(messages).toContain('ask/a.py: No rule has the name "over-budgt"; did you mean "over-budget"?')
  expect(fixes).toEqual(['Write "over-budget"'])
})

test('within its budget a comment has nothing to suppress', async () => {
  const above = '    # outlay-ignore-next-line over-budget -- until the launch\n'
  expect((await scanned(config(1000), above)).messages).toEqual([
    'ask/a.py: This suppression suppresses nothing: the next line has no finding of "over-budget".',
  ])
})

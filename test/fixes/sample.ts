// A sample is a small program with one thing to mend. It is run as it is and again as fixed, and the requests are compared.

import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { transform } from 'esbuild'
import { applyEdits } from '../../core/fixes/text.ts'
import type { PriceBook } from '../../core/prices/book.ts'
import { createSession } from '../../core/session.ts'
import { noSettings } from '../../core/settings.ts'
import type { TokenCounter } from '../../core/tokens/counter.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { longRules } from '../../language-rules/rules/examples/long-rules.ts'
import type { ProviderServer } from './provider-server.ts'

export interface Sample {
  /** Of a file in `samples/`. */
  readonly file: string
  readonly rule: string
  /** Of the rule, as in outlay.json. */
  readonly options?: Readonly<Record<string, unknown>>
  /** An expression that uses what the file exports, as `sample`. */
  readonly run: string
  /** Every difference between the requests before and after, by the number of the request. */
  readonly changes: readonly string[]
}

/** `«the rules»` stands for a text long enough to be cached. */
export const textOf = (file: string) =>
  readFileSync(join(import.meta.dirname, 'samples', file), 'utf8').replace('«the rules»', longRules)

/** A text after the rule's first fix. Throws where the rule finds nothing, more than one thing, or has no fix. */
export async function fixedText(
  sample: Omit<Sample, 'run' | 'changes'>,
  text: string,
  prices: PriceBook,
  tokens: TokenCounter,
): Promise<string> {
  const rules = registry.rules.map(
    ({ id, severity }) =>
      [id, { severity: id === sample.rule ? severity : 'off', options: sample.options ?? {} }] as const,
  )
  const settings = { ...noSettings, rules: new Map(rules) }
  const session = createSession({ registry, prices, tokens: () => tokens, settings: () => settings })
  session.open(sample.file, text)
  await session.prepare(sample.file)
  const { findings } = session.analyse(sample.file)
  const fix = findings[0]?.fixes[0]
  if (findings.length !== 1 || !fix)
    throw new Error(`${sample.file}: ${sample.rule} finds ${findings.length}, its first has ${fix ? 'a' : 'no'} fix`)
  return applyEdits(text, fix.edits)
}

/** Runs the program to its end, with every provider's address that of the server. Throws what the program wrote. */
export async function runSample(
  { file, run }: Pick<Sample, 'file' | 'run'>,
  text: string,
  { base, http2 }: ProviderServer,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'outlay-sample-'))
  const env = {
    ...process.env,
    OPENAI_BASE_URL: `${base}/v1`,
    OPENAI_API_KEY: 'none',
    // The AI SDK reads the same variable, and wants the version in it.
    ANTHROPIC_BASE_URL: text.includes("'@ai-sdk/anthropic'") ? `${base}/v1` : base,
    ANTHROPIC_API_KEY: 'none',
    MISTRAL_BASE_URL: `${base}/mistral`,
    GOOGLE_GEMINI_BASE_URL: base,
    GEMINI_API_KEY: 'none',
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: extname(file) === '.py' ? base : http2,
    AWS_ENDPOINT_URL_S3: base,
    AWS_ENDPOINT_URL_CLOUDWATCH_LOGS: base,
    AWS_ENDPOINT_URL_EC2: base,
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    PYTHONPATH: join(import.meta.dirname, 'python'),
    PYTHONDONTWRITEBYTECODE: '1',
  }
  const execute = promisify(execFile)
  try {
    if (extname(file) === '.py') {
      await writeFile(join(folder, 'sample.py'), text)
      await execute(python, ['-c', `import sample\n${run}`], { cwd: folder, env })
    } else {
      await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction')
      await writeFile(join(folder, 'sample.mjs'), (await transform(text, { loader: 'ts' })).code)
      await writeFile(join(folder, 'run.mjs'), `import * as sample from './sample.mjs'\nawait ${run}\n`)
      await execute(process.execPath, ['run.mjs'], { cwd: folder, env })
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const python = process.platform === 'win32' ? 'python' : 'python3'

import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OwnProcess } from '../cli/own-process.ts'

const of = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))
const bundle = of('dist/billing.mjs')

/** What a build reads for it. */
const madeOf = ['billing', 'cli', 'core', 'language-rules', 'esbuild.mjs', 'package-lock.json']

const changed = (file: string) => statSync(file).mtimeMs

function lastChange(path: string): number {
  if (!statSync(path).isDirectory()) return changed(path)
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return Math.max(...files.filter((name) => !name.endsWith('.test.ts')).map((name) => changed(join(path, name))))
}

const isFresh = () => existsSync(bundle) && madeOf.every((name) => lastChange(of(name)) < changed(bundle))

/** The process that reads bills, as tests fork it: its bundle, which starts in a sixth of the time, where that is newer than all it is made of. */
export const billingProcess: OwnProcess = isFresh()
  ? { file: bundle, execArgv: [] }
  : { file: of('cli/spend/process.ts'), execArgv: ['--import', 'tsx'] }

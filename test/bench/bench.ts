// `npm run bench -- [folders]`: figures of one run on this machine, as ratios and as multiples of one yardstick. Not a test: nothing here
// passes or fails.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { added } from './added.ts'
import { everyFile } from './files.ts'
import { forecasts } from './forecast.ts'
import { show } from './measure.ts'
import { notebook } from './notebook.ts'
import { priceBook } from './price-book.ts'
import { scans } from './scans.ts'
import { sizes } from './sizes.ts'
import { besideClickHouse } from './spend-clickhouse.ts'
import { spendStore } from './spend-store.ts'
import { terraform } from './terraform.ts'
import { terraformParse } from './terraform-parse.ts'
import { typing } from './typing.ts'
import { workerAtRest } from './worker-rest.ts'
import { yardstick } from './yardstick.ts'

const unit = await yardstick()
console.log(
  `yardstick: TypeScript parses a 5,000-line file in ${show(unit)} ms (1×); node ${process.version}, ${process.platform} ${process.arch}`,
)
const print = (lines: readonly string[]) => console.log(lines.join('\n'))
if (process.argv[2] === '--files') {
  print(await everyFile(process.argv.slice(3), unit))
  process.exit(0)
}
print(await typing(unit))
print([await notebook(unit)])
print(terraformParse(unit))
print(terraform(unit))
print(scans(process.argv.slice(2), unit))
print(added(process.argv.slice(2)))
print(sizes())
print(priceBook(unit))
print(await forecasts(unit))
print(await besideClickHouse())
print(await spendStore())
print(workerAtRest())
print(activation())
print(inEditor('editor.mjs').split('\n'))

/** VS Code's own figures, in the real editor; what it needs is what `npm test` sets up. */
function activation(): string[] {
  return [`activation: ${inEditor('activation.mjs')}`]
}

function inEditor(name: string): string {
  const script = fileURLToPath(new URL(`./${name}`, import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    env: { ...process.env, CHROMIUM: process.env.CHROMIUM ?? '/usr/bin/chromium' },
  })
  if (status === 0) return stdout.trim()
  const why = /^\w*Error: (.+)$/m.exec(stderr)?.[1] ?? stderr.trim().split('\n').at(-1)
  return `${name}: missing, ${why}; what it needs is made by \`node esbuild.mjs --tests\``
}

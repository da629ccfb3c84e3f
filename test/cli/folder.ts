import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Out } from '../../cli/output.ts'

/** A folder with these files in it, gone after the test. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'outlay-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return root
}

/** What a command printed and told, with nothing of a terminal. `progress`: what it said it is at, one after the other. */
export function listener(): { readonly out: Out; printed(): string; told(): string; readonly progress: string[] } {
  const said: string[] = []
  let printed = ''
  let told = ''
  const print = (text: string) => {
    printed += text
  }
  const tell = (text: string) => {
    told += `${text}\n`
  }
  return {
    out: { print, tell, progress: (text) => void said.push(text), width: 80, colour: false },
    printed: () => printed,
    told: () => told,
    progress: said,
  }
}

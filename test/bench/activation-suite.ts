import { writeFileSync } from 'node:fs'
import * as vscode from 'vscode'
import { open, until, write } from '../vscode/suite/look.ts'

// Activation as VS Code itself reports it (Developer: Startup Performance), read from inside the extension host.
// One after the other: of two that the same event activates, each waits for the other's code.

/** Milliseconds, whole as VS Code gives them. */
interface Row {
  readonly id: string
  readonly load: number
  readonly call: number
  readonly finish: number
}

const [empty, outlay] = ['outlay-bench.empty', 'outlay.outlay']
const ids = [empty, outlay]

const active = (id: string) =>
  until(`${id} active`, () => (vscode.extensions.getExtension(id)?.isActive ? true : undefined))

export async function run(): Promise<void> {
  await write('empty.ini', '')
  await open('empty.ini')
  await active(empty)
  await open('answer.py')
  await active(outlay)
  await vscode.commands.executeCommand('perfview.show')
  const rows = await until('the table of activations', () => {
    const text = vscode.workspace.textDocuments.find((document) => document.uri.scheme === 'perf')?.getText() ?? ''
    const found = ids.flatMap((id) => rowOf(text, id) ?? [])
    return found.length === ids.length ? found : undefined
  })
  const report = process.env.OUTLAY_TEST_REPORT
  if (report !== undefined) writeFileSync(report, JSON.stringify({ passed: 1, failed: 0, log: '', rows }))
}

/** `| id | Eager | Load Code | Call Activate | Finish Activate | Event | By |` */
function rowOf(text: string, id: string): Row | undefined {
  const cells = text
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .find((line) => line[1] === id)
  if (!cells) return undefined
  return { id, load: Number(cells[3]), call: Number(cells[4]), finish: Number(cells[5]) }
}

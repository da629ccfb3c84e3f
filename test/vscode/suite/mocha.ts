import { writeFileSync } from 'node:fs'
import { format } from 'node:util'
import Mocha from 'mocha'

type Suite = () => void
const suites: [string, Suite][] = []

/** Files say what they test; `run` hands them to mocha once it exists. */
export function suite(title: string, body: Suite): void {
  suites.push([title, body])
}

/** The entry VS Code calls. Its rejection is the editor's exit code; the counts go to the file the runner named. */
export async function runMocha(): Promise<void> {
  const lines: string[] = []
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => lines.push(format(...values))
  const mocha = new Mocha({ ui: 'tdd', timeout: 120_000, color: false, reporter: 'spec' })
  // While one is being written.
  if (process.env.OUTLAY_TEST_ONLY) mocha.grep(process.env.OUTLAY_TEST_ONLY)
  mocha.suite.emit('pre-require', globalThis, '', mocha)
  for (const [title, body] of suites) globalThis.suite(title, body)
  const counts = await new Promise<Counts>((done) => {
    const sofar = { passed: 0, failed: 0 }
    const runner = mocha.run(() => done(sofar))
    // Until the end every report counts one failure more: a run that hangs or dies has not passed.
    const note = () => report({ passed: sofar.passed, failed: sofar.failed + 1 }, lines)
    runner.on('pass', () => {
      sofar.passed += 1
      note()
    })
    runner.on('fail', () => {
      sofar.failed += 1
      note()
    })
  })
  report(counts, lines)
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`)
}

interface Counts {
  readonly passed: number
  readonly failed: number
}

function report(counts: Counts, lines: readonly string[]): void {
  const file = process.env.OUTLAY_TEST_REPORT
  if (file !== undefined) writeFileSync(file, JSON.stringify({ ...counts, log: lines.join('\n') }))
}

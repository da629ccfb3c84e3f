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
  const mocha = new Mocha({ ui: 'tdd', timeout: 30000, color: false, reporter: 'spec' })
  mocha.suite.emit('pre-require', globalThis, '', mocha)
  for (const [title, body] of suites) globalThis.suite(title, body)
  const counts = await new Promise<{ passed: number; failed: number }>((done) => {
    let passed = 0
    const runner = mocha.run((failed) => done({ passed, failed }))
    runner.on('pass', () => {
      passed += 1
    })
  })
  const report = process.env.OUTLAY_TEST_REPORT
  if (report !== undefined) writeFileSync(report, JSON.stringify({ ...counts, log: lines.join('\n') }))
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`)
}

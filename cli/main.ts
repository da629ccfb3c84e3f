import { terminalOut } from './output.ts'
import { run } from './program.ts'

const out = terminalOut()

// A reader that has seen enough (`outlay scan | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  process.exitCode = await run(process.argv.slice(2), process.cwd(), out)
} catch (error) {
  out.tell(`Outlay failed, which is a bug in Outlay: ${error instanceof Error ? error.stack : String(error)}`)
  process.exitCode = 2
}

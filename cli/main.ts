import { setFlagsFromString } from 'node:v8'
import { terminalOut } from './output.ts'
import { run } from './program.ts'
import { scansFolder } from './scan-cache.ts'

const out = terminalOut()

// V8 lets garbage grow to four times what is in use before it looks: of a large scan that is most of the memory.
setFlagsFromString('--heap-growing-percent=15')
// Young objects are given no more room than at first, but by a scan (young-room.ts): what they leave would not be used again.
setFlagsFromString('--semi-space-growth-factor=1')

// A reader that has seen enough (`outlay scan | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  process.exitCode = await run(process.argv.slice(2), process.cwd(), out, scansFolder())
} catch (error) {
  out.tell(`Outlay failed, which is a bug in Outlay: ${error instanceof Error ? error.stack : String(error)}`)
  process.exitCode = 2
}

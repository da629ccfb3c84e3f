import { once } from 'node:events'
import type { Read } from '../core/config/find.ts'
import type { ConfigError } from '../core/config/parse.ts'
import { lineStarts, positionAt } from '../core/lines.ts'
import type { Severity } from '../core/types.ts'
import { readText } from './tree.ts'

/** 0 clean, 1 something to act on, 2 could not do it. */
export type Exit = 0 | 1 | 2

/** Where a command speaks. Tests put their own in its place. */
export interface Out {
  /** The one document a command prints, or its UTF-8 as it was kept. */
  print(text: string | Buffer): void
  /** Words for the user, beside the document. */
  tell(text: string): void
  /** Shown while it lasts, on a terminal only. An empty text takes it away. */
  progress(text: string): void
  readonly width: number
  readonly colour: boolean
  /** Resolves when what was printed is taken: what is larger than memory is printed a piece at a time. Left out: it is taken at once. */
  readonly taken?: () => Promise<void>
  /** What is printed is read by a person, and at once. */
  readonly isTerminal?: boolean
}

export function terminalOut(): Out {
  const { stdout, stderr, env } = process
  const colour = env.NO_COLOR ? false : env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : stdout.isTTY === true
  let shown = false
  const progress = (text: string) => {
    if (!stderr.isTTY || (text === '' && !shown)) return
    shown = text !== ''
    stderr.write(`\r\u001b[K${text.slice(0, (stderr.columns || 80) - 1)}`)
  }
  return {
    print(text) {
      progress('')
      stdout.write(text)
    },
    tell(text) {
      progress('')
      stderr.write(`${text}\n`)
    },
    progress,
    async taken() {
      if (stdout.writableNeedDrain) await once(stdout, 'drain')
    },
    width: stdout.columns ?? 100,
    colour,
    isTerminal: stdout.isTTY === true,
  }
}

const order: readonly Severity[] = ['hint', 'info', 'warning', 'error']

export const atLeast = (severity: Severity, threshold: Severity): boolean =>
  order.indexOf(severity) >= order.indexOf(threshold)

/** `outlay.json:3:5: "rules.x": …`, for each mistake. */
export function configSentences(errors: readonly ConfigError[], read: Read = readText): readonly string[] {
  return errors.map(({ file, location, message }) => {
    const { line, column } = positionAt(lineStarts(read(file) ?? ''), location.span[0])
    return `${file}:${line}:${column}: ${message}`
  })
}

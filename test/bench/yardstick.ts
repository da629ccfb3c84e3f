import ts from 'typescript'
import { median, times } from './measure.ts'
import { typescriptFile } from './texts.ts'

/** Milliseconds TypeScript takes, warm, to parse a 5,000-line file on this machine: the unit other times are also given in. */
export async function yardstick(): Promise<number> {
  const text = typescriptFile(5000)
  const parse = () => ts.createSourceFile('yardstick.ts', text, ts.ScriptTarget.Latest, true)
  await times(10, parse)
  return median(await times(20, parse))
}

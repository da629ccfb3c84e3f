// What went wrong the last time a list was asked for, until it goes well: a file per list beside its table.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { codeOf } from './fault.ts'

const problem = z.object({
  source: z.string(),
  /** Or the part; empty where the source is read whole. */
  region: z.string(),
  /** ISO instant, by this machine's clock. */
  at: z.string(),
  /** Goes on after the name of the source: `could not be reached`. */
  why: z.string(),
})
export type Problem = Readonly<z.infer<typeof problem>>

const suffix = '.problem.json'
const fileOf = (folder: string, { source, region }: Pick<Problem, 'source' | 'region'>) =>
  join(folder, `${[source, region].filter(Boolean).join('.')}${suffix}`)

/** Where the folder cannot be written to, the user has heard of it already. */
function tolerant(write: () => void): void {
  try {
    write()
  } catch (error) {
    if (codeOf(error) === undefined) throw error
  }
}

export const noteProblem = (folder: string, what: Problem): void =>
  tolerant(() => writeFileSync(fileOf(folder, what), JSON.stringify(what)))

export const forgetProblem = (folder: string, of: Pick<Problem, 'source' | 'region'>): void =>
  tolerant(() => rmSync(fileOf(folder, of), { force: true }))

function read(file: string): Problem | undefined {
  try {
    const { data } = problem.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return data
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) !== undefined) return undefined
    throw error
  }
}

export function readProblems(folder: string): readonly Problem[] {
  let names: readonly string[] = []
  tolerant(() => {
    names = readdirSync(folder).sort()
  })
  return names.filter((name) => name.endsWith(suffix)).flatMap((name) => read(join(folder, name)) ?? [])
}

// The refreshed tables on disk: one file per source and region, each replaced whole or not at all.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asTable, type RefreshedTable } from '../../core/prices/refreshed.ts'
import { codeOf } from './fault.ts'

const suffix = '.prices.json'
const fileOf = (source: string, region: string) => `${source}${region === '' ? '' : `.${region}`}${suffix}`

export interface Tables {
  readonly tables: readonly RefreshedTable[]
  /** Files that could not be used, each with why. */
  readonly problems: readonly string[]
}

function readTable(file: string): RefreshedTable | undefined {
  try {
    return asTable(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) !== undefined) return undefined
    throw error
  }
}

/** Everything that was refreshed so far; nothing where nothing ever was. */
export function readTables(folder: string): Tables {
  let names: readonly string[]
  try {
    names = readdirSync(folder).sort()
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    const problems = code === 'ENOENT' ? [] : [`${folder} cannot be read (${code}): the bundled prices are used.`]
    return { tables: [], problems }
  }
  const tables: RefreshedTable[] = []
  const problems: string[] = []
  for (const name of names) {
    if (!name.endsWith(suffix)) continue
    const table = readTable(join(folder, name))
    if (table) tables.push(table)
    else problems.push(`${name} is damaged or of another version: the bundled prices are used instead of it.`)
  }
  return { tables, problems }
}

export const savedTable = (folder: string, source: string, region: string): RefreshedTable | undefined =>
  readTable(join(folder, fileOf(source, region)))

/** @throws with a `code` where the folder cannot be written to */
export function saveTable(folder: string, table: RefreshedTable): void {
  const file = join(folder, fileOf(table.source, table.region))
  const whole = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(whole, JSON.stringify(table))
    renameSync(whole, file)
  } finally {
    rmSync(whole, { force: true })
  }
}

export type Lock = { readonly is: 'held'; release(): void } | { readonly is: 'refused'; readonly why: string }

const lockName = 'refresh.lock'
/** ms. Longer than any refresh; a process id may have gone to another program since. */
const oldest = 6 * 3_600_000

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Who holds the lock, if anyone still does. */
function holder(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    const age = Math.abs(Date.now() - statSync(file).mtimeMs)
    return Number.isInteger(pid) && pid > 0 && age < oldest && alive(pid) ? pid : undefined
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

const words: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  EROFS: 'it is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'there is a file in its place',
}

/** Why a folder could not be written to, as a sentence. */
export function writeProblem(folder: string, error: unknown): string {
  const code = codeOf(error)
  if (code === undefined) throw error
  return `Prices cannot be kept in ${folder}: ${words[code] ?? code}. Name another folder in OUTLAY_PRICES.`
}

/** One refresh at a time, over all windows and terminals of a user. */
export function lock(folder: string): Lock {
  const file = join(folder, lockName)
  try {
    mkdirSync(folder, { recursive: true })
    for (let tries = 0; tries < 2; tries++) {
      try {
        writeFileSync(file, String(process.pid), { flag: 'wx' })
        return { is: 'held', release: () => rmSync(file, { force: true }) }
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error
        const pid = holder(file)
        if (pid !== undefined) {
          return { is: 'refused', why: `Another refresh is running (process ${pid}): this one did nothing.` }
        }
        rmSync(file, { force: true })
      }
    }
    return { is: 'refused', why: 'Another refresh has just begun: this one did nothing.' }
  } catch (error) {
    return { is: 'refused', why: writeProblem(folder, error) }
  }
}

// What a scan answered, kept until something it read has changed: a scan of what was scanned before reads no file.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reading, ScanCommand } from './commands/scan.ts'
import type { Engine } from './engine.ts'
import type { Exit, Out } from './output.ts'
import { pricesFolder } from './prices-refresh/folder.ts'
import { diskTree, type Entry, readText } from './tree.ts'
import { version } from './version.ts'

interface Answer {
  readonly exit: 0 | 1
  /** What was told beside the document. */
  readonly told: readonly string[]
  readonly printed: string | Buffer
}

/** A file by size and time of its last change, and by what is in it where those differ; `-` where there is none. */
type FileStamp = readonly [path: string, size: number, time: number, hash: string]
/** A folder by time of its last change, and by the names in it where that differs. */
type FolderStamp = readonly [path: string, time: number, names: string]

interface Kept extends Omit<Answer, 'printed'> {
  readonly key: string
  readonly root: string
  readonly above: string
  readonly files: readonly FileStamp[]
  readonly folders: readonly FolderStamp[]
  readonly env: readonly (readonly [name: string, value: string | null])[]
}

/** Notes all that a scan reads. */
interface Recorder extends Reading {
  keep(answer: Answer): void
}

/** So many scans are kept; then the oldest goes. */
const most = 12

/** What changed this short before it was read may change again in the same tick of the file system's clock. Milliseconds. */
const settled = 2000

const none = '-'

const hashOf = (content: Buffer | string): string => createHash('sha1').update(content).digest('base64')

const namesOf = (entries: readonly Entry[] | undefined): string =>
  entries === undefined ? none : hashOf(entries.map(({ name, kind }) => `${kind} ${name}`).join('\n'))

const timeOf = (stat: Stats | undefined, now: number): number =>
  stat === undefined ? 0 : stat.mtimeMs > now - settled ? -1 : stat.mtimeMs

const nameOf = (key: string): string => createHash('sha1').update(key).digest('hex')

const statOf = (path: string): Stats | undefined => {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** The user's cache folder for scans, beside the one for prices. */
export const scansFolder = (): string => join(pricesFolder({ ...process.env, OUTLAY_PRICES: undefined }), '..', 'scans')

/** Answers from the folder where nothing has changed since, and keeps the answer there where something has. */
export async function scanCached(
  command: ScanCommand,
  engine: () => Promise<Engine>,
  out: Out,
  folder: string,
): Promise<Exit> {
  const key = keyOf(command, out)
  const kept = keptAnswer(folder, key)
  if (kept) {
    out.print(kept.printed)
    for (const line of kept.told) out.tell(line)
    return kept.exit
  }
  const told: string[] = []
  const printed: (string | Buffer)[] = []
  const recording: Out = {
    ...out,
    print(text) {
      printed.push(text)
      out.print(text)
    },
    tell(text) {
      told.push(text)
      out.tell(text)
    },
  }
  let notes: Recorder | undefined
  const { runScan } = await import('./commands/scan.ts')
  const exit = await runScan(command, await engine(), recording, (root) => {
    notes = recorder(folder, key, root)
    return notes
  })
  if (exit !== 2) notes?.keep({ exit, told, printed: printed.join('') })
  return exit
}

/** All that the answer rests on but what is read of the project: the command, the program, the prices and the day. */
function keyOf(command: ScanCommand, { width, colour }: Out): string {
  const stampOf = (path: string) => {
    const stat = statOf(path)
    return stat ? [path, stat.size, stat.mtimeMs] : [path]
  }
  const refreshed = pricesFolder()
  const today = new Date().toISOString().slice(0, 10)
  const shown = command.format === 'text' ? [width, colour] : []
  const tables = (diskTree(refreshed).list('') ?? []).map(({ name }) => stampOf(join(refreshed, name)))
  return JSON.stringify([version, stampOf(process.argv[1] ?? ''), command, shown, tables, today])
}

/** The answer of the last scan by that key, where it would be the same today. */
function keptAnswer(folder: string, key: string): Answer | undefined {
  const path = join(folder, nameOf(key))
  try {
    const kept = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Kept
    if (kept.key !== key || !holds(kept)) return undefined
    return { exit: kept.exit, told: kept.told, printed: readFileSync(`${path}.out`) }
  } catch {
    // Nothing is kept, or half of it: the scan says it anew.
    return undefined
  }
}

function holds({ root, above, files, folders, env }: Kept): boolean {
  const now = Date.now()
  if (env.some(([name, value]) => (process.env[name] ?? null) !== value)) return false
  const tree = diskTree(root)
  if (JSON.stringify(tree.above) !== above) return false
  const isFile = ([path, size, time, hash]: FileStamp) => {
    const stat = statOf(path)
    if (stat === undefined) return hash === none
    return (stat.size === size && timeOf(stat, now) === time && time >= 0) || hashIn(path) === hash
  }
  const isFolder = ([path, time, names]: FolderStamp) =>
    (timeOf(statOf(join(root, path)), now) === time && time > 0) || namesOf(tree.list(path)) === names
  return folders.every(isFolder) && files.every(isFile)
}

function hashIn(path: string): string {
  try {
    return hashOf(readFileSync(path))
  } catch {
    return none
  }
}

/** @param folder where answers are kept; made when there is one */
function recorder(folder: string, key: string, root: string): Recorder {
  const files = new Map<string, FileStamp>()
  const folders = new Map<string, FolderStamp>()
  const env = new Map<string, string | null>()
  const tree = diskTree(root)
  const now = Date.now()
  let whole = true

  const note = (path: string, read: () => Buffer | string | undefined): void => {
    if (files.has(path)) return
    const stat = statOf(path)
    const content = read()
    files.set(path, [path, stat?.size ?? 0, timeOf(stat, now), content === undefined ? none : hashOf(content)])
  }

  return {
    tree: {
      ...tree,
      list(path) {
        const time = timeOf(statOf(join(root, path)), now)
        const entries = tree.list(path)
        if (!folders.has(path)) folders.set(path, [path, time, namesOf(entries)])
        return entries
      },
      read(file, limit) {
        const path = join(root, file)
        const stat = files.has(path) ? undefined : statOf(path)
        const bytes = tree.read(file, limit)
        if (files.has(path)) return bytes
        // What could not be read may be readable next time, with the same size and time.
        if ('problem' in bytes && (stat === undefined || stat.size <= limit)) whole = false
        const hash = 'problem' in bytes ? hashIn(path) : hashOf(bytes)
        files.set(path, [path, stat?.size ?? 0, timeOf(stat, now), hash])
        return bytes
      },
    },
    read(path) {
      const text = readText(path)
      note(path, () => text)
      return text
    },
    env(name) {
      const value = process.env[name]
      env.set(name, value ?? null)
      return value
    },
    keep({ printed, ...answer }) {
      if (!whole) return
      const kept: Kept = {
        ...answer,
        key,
        root,
        above: JSON.stringify(tree.above),
        files: [...files.values()],
        folders: [...folders.values()],
        env: [...env],
      }
      try {
        mkdirSync(folder, { recursive: true })
        const path = join(folder, nameOf(key))
        replace(`${path}.out`, printed)
        replace(`${path}.json`, JSON.stringify(kept))
        forgetOldest(folder)
      } catch {
        // A disk that is full or read-only: the answer was given all the same.
      }
    },
  }
}

function replace(path: string, text: string | Buffer): void {
  const half = `${path}.${process.pid}`
  writeFileSync(half, text)
  renameSync(half, path)
}

function forgetOldest(folder: string): void {
  const kept = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, time: statOf(join(folder, name))?.mtimeMs ?? 0 }))
    .sort((a, b) => b.time - a.time)
  for (const { name } of kept.slice(most)) {
    rmSync(join(folder, name), { force: true })
    rmSync(join(folder, name.replace(/\.json$/, '.out')), { force: true })
  }
}

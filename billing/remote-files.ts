import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isRecord } from '../core/record.ts'
import { currentParts, isData, isManifest, newestOf } from './files/current-parts.ts'
import { type Connection, ioOf, type Outside } from './runner.ts'
import type { BillingSource, Failure, Range, RemoteFile, RemoteFiles, SourceIo } from './source.ts'

/** What is in the cache now: the newest state of every month that was ever asked for. */
export interface Cached {
  /** Holds the files, and nothing else that the store would read. */
  readonly folder: string
  /** ISO instant of the newest file. */
  readonly modified: string
  readonly problems: readonly string[]
}

const index = '.fetched.json'

/**
 * Brings the files of the months asked for into `folder`; those that are there in the same version are not fetched again.
 * After a failure nothing may be read from it; the next try goes on from the files that did come.
 */
export async function collectFiles(
  source: BillingSource & { readonly files: RemoteFiles },
  connection: Connection,
  range: Range,
  folder: string,
  outside: Outside,
  signal: AbortSignal,
): Promise<Cached | Failure> {
  const io = ioOf(source, connection, outside, signal)
  if ('kind' in io) return io
  const listed = await listing(source, range, io, connection)
  if ('kind' in listed) return listed
  const wanted = listed.filter(({ key }) => isWithin(key, range))
  const before = await fetched(folder)
  const manifests = await texts(source, wanted.filter(isManifest), folder, io)
  if ('kind' in manifests) return manifests
  const current = currentParts(wanted, manifests)
  if (current.is === 'incomplete') return { kind: 'answer', message: `${source.name}: ${current.message}` }
  let came = 0
  for (const part of current.parts) {
    const { key, version } = part
    if (before.get(key)?.version === version) continue
    const saved = await io.save(source.files.request(key, io.settings), inside(folder, key))
    if (saved.is === 'failed') {
      await remember(folder, before)
      return saved.failure
    }
    before.set(key, part)
    came++
  }
  const now = new Map([...before].filter(([key]) => !isWithin(key, range)))
  for (const part of current.parts) now.set(part.key, part)
  if (now.size === 0)
    return { kind: 'answer', message: `${source.name} holds no export of these days: nothing was loaded.` }
  await remember(folder, now)
  await sweep(folder, now)
  const files = [...now.values()]
  const problems = [`${source.name}: ${came} of ${files.length} files were new and fetched.`]
  return { folder, modified: newestOf(files), problems }
}

/** Nothing was fetched into it yet, or somebody removed it. */
export const isEmpty = async (folder: string): Promise<boolean> => (await fetched(folder)).size === 0

/** Whole, or not at all: half a list would forget files that lie there. */
async function remember(folder: string, files: ReadonlyMap<string, RemoteFile>): Promise<void> {
  const part = join(folder, `${index}.${process.pid}`)
  await writeFile(part, JSON.stringify([...files.values()]))
  await rename(part, join(folder, index))
}

/** All else that holds data: of older runs, and what a killed reading had fetched and not noted. The store would count it as well. */
async function sweep(folder: string, files: ReadonlyMap<string, RemoteFile>): Promise<void> {
  const kept = new Set([...files.keys()].map((key) => inside(folder, key)))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && isData({ key: entry.name }) && !kept.has(path)) await rm(path, { force: true })
  }
}

async function listing(
  source: BillingSource & { readonly files: RemoteFiles },
  range: Range,
  io: SourceIo,
  { scope = {} }: Connection,
): Promise<readonly RemoteFile[] | Failure> {
  const all: RemoteFile[] = []
  for await (const page of source.pages(range, io, scope)) {
    if (page.is === 'failed') return page.failure
    const listed = source.files.listed(page)
    if (!listed) return { kind: 'answer', message: `${source.name} sent a list of files that cannot be read.` }
    all.push(...listed)
  }
  return all
}

async function texts(
  { files }: { readonly files: RemoteFiles },
  manifests: readonly RemoteFile[],
  folder: string,
  io: SourceIo,
): Promise<ReadonlyMap<string, string> | Failure> {
  await mkdir(folder, { recursive: true })
  const read = new Map<string, string>()
  for (const { key } of manifests) {
    const got = await io.ask({ ...files.request(key, io.settings), answer: 'text' })
    if (got.is === 'failed') return got.failure
    read.set(key, String(got.body))
  }
  return read
}

/** The months a key names, or the days; what names none belongs to every range. */
function isWithin(key: string, { since, until }: Range): boolean {
  const [, month] = /BILLING_PERIOD=(\d{4}-\d{2})(?=\/)/i.exec(key) ?? []
  if (month !== undefined) return month >= since.slice(0, 7) && `${month}-01` < until
  const [, first, last] = /(?:^|\/)(\d{8})-(\d{8})(?=\/)/.exec(key) ?? []
  if (first === undefined || last === undefined) return true
  const digits = (day: string) => day.replaceAll('-', '')
  return last >= digits(since) && first < digits(until)
}

/** A key is text from outside: it may lead nowhere but into the folder. */
function inside(folder: string, key: string): string {
  const steps = key.split('/').filter((step) => step !== '' && step !== '.' && step !== '..')
  return join(folder, ...steps.map((step) => step.replaceAll(/[<>:"\\|?*]|\p{Cc}/gu, '_')))
}

async function fetched(folder: string): Promise<Map<string, RemoteFile>> {
  const text = await readFile(join(folder, index), 'utf8').catch(() => '[]')
  const list = parse(text)
  const files = (Array.isArray(list) ? (list as unknown[]) : []).filter(isRecord).map((file) => ({
    key: String(file.key),
    modified: String(file.modified),
    version: String(file.version),
  }))
  return new Map(files.map((file) => [file.key, file]))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

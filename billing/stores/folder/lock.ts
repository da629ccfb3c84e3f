import { randomUUID } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { busy, codeOf } from './disk.ts'

// proper-lockfile does this by age alone: after a killed writer the others wait ten seconds and more. Here the process
// behind a lock is asked for too, where it can be.

export interface Lock {
  /** False where another process took it over because this one stood still for too long. */
  held(): Promise<boolean>
  release(): Promise<void>
}

interface Owner {
  readonly token: string
  readonly pid: number
  /** Where the pid means something. */
  readonly machine: string
}

const beat = 5_000 // ms between two signs of life
const still = 30_000 // ms without one: given up
const patience = 120_000 // ms

const machine = `${hostname()} ${pidNamespace()}`

/** Two containers may share a host name and a folder, and count their processes apart. */
function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/** Waits for whoever writes. @returns undefined after two minutes; rejects with the signal's reason */
export async function takeLock(folder: string, signal?: AbortSignal): Promise<Lock | undefined> {
  const path = join(folder, 'lock')
  const owner: Owner = { token: randomUUID(), pid: process.pid, machine }
  const giveUp = Date.now() + patience
  for (let wait = 5; ; wait = Math.min(wait * 2, 200)) {
    if (await create(path, owner)) return holding(path, owner)
    await breakStale(path)
    if (Date.now() > giveUp) return undefined
    await delay(wait * (0.5 + Math.random()), undefined, { signal }).catch(() => signal?.throwIfAborted())
  }
}

async function create(path: string, owner: Owner): Promise<boolean> {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    const code = codeOf(error) ?? ''
    // Windows says so of one that is being removed, too.
    if (code === 'EEXIST' || (process.platform === 'win32' && busy.has(code))) return undefined
    throw error
  })
  if (!file) return false
  try {
    await file.writeFile(JSON.stringify(owner))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
  return true
}

function holding(path: string, owner: Owner): Lock {
  const timer = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), beat)
  timer.unref()
  const held = async () => (await ownerOf(path))?.token === owner.token
  return {
    held,
    async release() {
      clearInterval(timer)
      if (await held()) await rm(path, { force: true }).catch(() => undefined)
    },
  }
}

async function ownerOf(path: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Owner
  } catch {
    return undefined // gone, or not written yet
  }
}

/** Moved away before it is removed: of two that find it stale, one moves it, and sees whether it is the one it judged. */
async function breakStale(path: string): Promise<void> {
  const judged = await ownerOf(path)
  if (!(await isStale(path, judged))) return
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch {
    return // another was faster
  }
  const moved = await ownerOf(aside)
  // A lock taken in between goes back; its owner looks before it commits in any case.
  if (moved?.token !== judged?.token) await rename(aside, path).catch(() => undefined)
  else await rm(aside, { force: true })
}

async function isStale(path: string, owner: Owner | undefined): Promise<boolean> {
  if (owner?.machine === machine && !isAlive(owner.pid)) return true
  const age = await stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  )
  return age > still
}

/** EPERM: it is there, and another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

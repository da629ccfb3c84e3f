import { placesOf, setSpan } from '../core/analyse/places.ts'
import type { CostedSite, Finding, Result } from '../core/types.ts'
import { eachInTurn } from './long-lists.ts'
import { bytesOf, type Packed, pack, unpack } from './packed.ts'
import type { ChangedFile, Changes, FromWorker, SentChange, SentResult } from './protocol.ts'
import type { Turns } from './turns.ts'

// A large file's result is megabytes, and a keystroke alters a few hundred bytes of it. What the worker has sent stays with the host;
// of what is the same object in the next result only the places are sent. The rest crosses as bytes, some of it at a time, and becomes
// objects in turns: of a large file that takes the host longer than a frame. What a scan found of thousands of files, and what changed
// in hundreds, becomes objects when somebody looks at it, which of most nobody does.

type SentParts = Extract<SentResult, { readonly is: 'result-parts' }>
type SentScanned = Extract<SentResult, { readonly is: 'scanned-result' }>
type SentChanges = Extract<SentResult, { readonly is: 'changes' }>

type Held = Pick<Result, 'sites' | 'findings'> & { readonly id: number }

/** Sites or findings that become objects in one go: some tens of kilobytes. */
const atOnce = 4
/** The same of changed files, whose changes stay bytes. */
const changesAtOnce = 64

/** The worker's end. */
export interface Outbox {
  send(message: FromWorker): void
  /** The host may have nothing of the file any more. */
  forget(file: string): void
}

export function createOutbox(post: (message: SentResult, transfer?: readonly ArrayBuffer[]) => void): Outbox {
  const sent = new Map<string, Held>()
  let id = 0

  function sendChanges({ files, ...changes }: Changes): void {
    const packed = inPieces(files, changesAtOnce).map((some) =>
      pack(some.map((each): SentChange => ({ ...each, change: pack(each.change) }))),
    )
    post({ is: 'changes', changes, files: packed }, packed.flatMap(bytesOf))
  }

  return {
    send(message) {
      if (message.is === 'changes') return sendChanges(message.changes)
      if (message.is !== 'result') return post(message)
      const { scanned, ...shown } = message
      // What a scan found of a file that nothing has open is sent once.
      if (scanned) {
        const { file, total } = message
        const [head, result] = [pack({ file, total, scanned }), pack(message.result)]
        return post({ is: 'scanned-result', head, result }, [head, result].flatMap(bytesOf))
      }
      const { sites, findings, ...rest } = message.result
      const before = sent.get(message.file)
      id++
      sent.set(message.file, { id, sites, findings })
      const indexes = { sites: beside(before?.sites ?? [], sites), findings: beside(before?.findings ?? [], findings) }
      const isNew = (indexes: readonly (number | null)[]) => (_: unknown, i: number) => indexes[i] === null
      const news = [...sites.filter(isNew(indexes.sites)), ...findings.filter(isNew(indexes.findings))]
      const spans = spansOf(keptOf(indexes, before))
      const fresh = inPieces(news, atOnce).map((some) => pack(some))
      post({ ...shown, is: 'result-parts', result: { ...rest, ...indexes }, id, after: before?.id, spans, fresh }, [
        spans.buffer as ArrayBuffer,
        ...fresh.flatMap(bytesOf),
      ])
    },
    forget: (file) => void sent.delete(file),
  }
}

/** The host's end: each message as it was before it was sent, in their order; what a scan says can wait, and comes in an order of its own. */
export interface Inbox {
  receive(sent: SentResult): void
  forget(file: string): void
}

export interface InboxTools {
  readonly turns: Turns
  deliver(message: FromWorker): void
  /** What its result follows is not here: the worker is to be told the whole text, and sends the whole result. */
  lost(file: string): void
  failed(error: unknown): void
}

export function createInbox({ turns: { soon, inTurn }, deliver, lost, failed }: InboxTools): Inbox {
  const held = new Map<string, Held>()
  let last = Promise.resolve()

  /** Of a large file there are thousands, and with the next keystroke all are asked for: in turns after the one that shows it. */
  function lookForPlaces({ sites, findings }: Held): void {
    const look = (value: object) => {
      placesOf(value)
      return []
    }
    setTimeout(() => void eachInTurn<object, never>([...sites, ...findings], look, inTurn), 0)
  }

  async function openParts({ id, after, spans, fresh, ...message }: SentParts): Promise<FromWorker | undefined> {
    const { file } = message
    const before = held.get(file)
    held.delete(file)
    if (after !== before?.id && after !== undefined) return undefined
    const opening: Held = { id, sites: [], findings: [] }
    held.set(file, opening)
    let place = 0
    const move = (value: object) => {
      for (const each of placesOf(value)) setSpan(each, spans[place++]!, spans[place++]!)
      return []
    }
    await eachInTurn<object, never>(keptOf(message.result, before), move, soon)
    const news: (CostedSite | Finding)[] = []
    for (const some of fresh) news.push(...(await soon(() => unpack(some))))
    let next = 0
    const whole = <T>(indexes: readonly (number | null)[], old: readonly T[]) =>
      indexes.map((index) => (index === null ? (news[next++] as T) : old[index]!))
    const sites = whole(message.result.sites, before?.sites ?? [])
    const findings = whole(message.result.findings, before?.findings ?? [])
    const now: Held = { id, sites, findings }
    // It may have been closed meanwhile.
    if (held.get(file) === opening) held.set(file, now)
    if (after === undefined) lookForPlaces(now)
    return { ...message, is: 'result', result: { ...message.result, sites, findings } }
  }

  async function openChanges({ changes, files }: SentChanges): Promise<FromWorker> {
    const opened: ChangedFile[] = []
    for (const some of files) opened.push(...(await soon(() => unpack(some).map(openChange))))
    return { is: 'changes', changes: { ...changes, files: opened } }
  }

  async function open(sent: SentResult): Promise<void> {
    if (sent.is === 'result-parts') {
      const message = await openParts(sent)
      if (message === undefined) lost(sent.file)
      else deliver(message)
    } else if (sent.is === 'changes') deliver(await openChanges(sent))
    else if (sent.is === 'scanned-result') void later(() => openScanned(sent))
    else if (sent.is === 'scanned') void later(() => sent)
    else deliver(sent)
  }

  /** Thousands of them may have come while another extension had the host: what is typed does not wait for them. */
  async function later(message: () => FromWorker): Promise<void> {
    try {
      await inTurn(() => deliver(message()))
    } catch (error) {
      failed(error)
    }
  }

  return {
    receive(sent) {
      last = last.then(() => open(sent)).catch(failed)
    },
    forget: (file) => void held.delete(file),
  }
}

function openScanned(sent: SentScanned): FromWorker {
  const { file, total, scanned } = unpack(sent.head)
  const result = lazily(sent.result)
  return {
    is: 'result',
    file,
    version: -1,
    total,
    scanned,
    elsewhere: [],
    get result() {
      return result()
    },
  }
}

function openChange({ file, commit, sums, change: packed }: SentChange): ChangedFile {
  const change = lazily(packed)
  return {
    file,
    commit,
    sums,
    get change() {
      return change()
    },
  }
}

/** The value, from when it is looked at. */
function lazily<T>(packed: Packed<T>): () => T {
  let left: Packed<T> | undefined = packed
  let value: T | undefined
  return () => {
    if (left === undefined) return value as T
    value = unpack(left)
    left = undefined
    return value
  }
}

/** Each as its index among those before, where it is one of them. */
function beside<T extends object>(before: readonly T[], now: readonly T[]): readonly (number | null)[] {
  let indexes: ReadonlyMap<T, number> | undefined
  return now.map((one, i) => {
    if (before[i] === one) return i
    indexes ??= new Map(before.map((each, index) => [each, index]))
    return indexes.get(one) ?? null
  })
}

type Indexes = { readonly sites: readonly (number | null)[]; readonly findings: readonly (number | null)[] }

/** What stays of those before. */
const keptOf = ({ sites, findings }: Indexes, before: Held | undefined): readonly object[] => [
  ...sites.flatMap((index) => (index === null ? [] : [before!.sites[index]!])),
  ...findings.flatMap((index) => (index === null ? [] : [before!.findings[index]!])),
]

function inPieces<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  const pieces: (readonly T[])[] = []
  for (let start = 0; start < all.length; start += most) pieces.push(all.slice(start, start + most))
  return pieces
}

/** Start and end of every place, one after the other. Thousands of them for each keystroke. */
function spansOf(values: readonly object[]): Int32Array {
  let count = 0
  for (const value of values) count += placesOf(value).length
  const spans = new Int32Array(count * 2)
  let i = 0
  for (const value of values) {
    for (const { span } of placesOf(value)) {
      spans[i++] = span[0]
      spans[i++] = span[1]
    }
  }
  return spans
}

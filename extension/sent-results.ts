import { placesOf, setSpan } from '../core/analyse/places.ts'
import type { CostedSite, Finding, Result } from '../core/types.ts'
import { eachInTurn } from './long-lists.ts'
import { bytesOf, type Packed, pack, unpack } from './packed.ts'
import type { ChangedFile, Changes, FromWorker, SentChange, SentResult } from './protocol.ts'
import type { InTurn } from './turns.ts'

// A large file's result is megabytes, and a keystroke alters a few hundred bytes of it. What the worker has sent stays with the host;
// of what is the same object in the next result only the places are sent. What a scan found of thousands of files, and what changed in
// hundreds, crosses as bytes: few of them are ever looked at, and to make objects of them all takes the host longer than a frame.

type ResultMessage = Extract<FromWorker, { readonly is: 'result' }>

type Held = Pick<Result, 'sites' | 'findings'> & { readonly id: number }

/** The worker's end. */
export interface Outbox {
  send(message: FromWorker): void
  /** The host may have nothing of the file any more. */
  forget(file: string): void
}

export function createOutbox(post: (message: SentResult, transfer?: readonly ArrayBuffer[]) => void): Outbox {
  const sent = new Map<string, Held>()
  let id = 0

  function sendChanges(changes: Changes): void {
    const files = changes.files.map((each) => ({ ...each, change: pack(each.change) }))
    post(
      { is: 'changes', changes: { ...changes, files } },
      files.flatMap(({ change }) => bytesOf(change)),
    )
  }

  return {
    send(message) {
      if (message.is === 'changes') return sendChanges(message.changes)
      if (message.is !== 'result') return post(message)
      // What a scan found of a file that nothing has open is sent once.
      if (message.scanned) {
        const { file, total, scanned } = message
        const result = pack(message.result)
        return post({ is: 'scanned-result', file, total, scanned, result }, bytesOf(result))
      }
      const { sites, findings, ...rest } = message.result
      const before = sent.get(message.file)
      id++
      sent.set(message.file, { id, sites, findings })
      const kept = before && { sites: beside(before.sites, sites), findings: beside(before.findings, findings) }
      if (!before || !kept || [...kept.sites, ...kept.findings].every((one) => typeof one !== 'number'))
        return post({ ...message, id })
      const spans = spansOf([...which(kept.sites, before.sites), ...which(kept.findings, before.findings)])
      post({ ...message, is: 'result-after', result: { ...rest, ...kept }, id, after: before.id, spans }, [
        spans.buffer as ArrayBuffer,
      ])
    },
    forget: (file) => void sent.delete(file),
  }
}

/** The host's end: each result as it was before it was sent. */
export interface Inbox {
  /** Undefined where what it follows is not here: then the worker is to be told the whole text, and sends the whole result. */
  open(message: SentResult): FromWorker | undefined
  forget(file: string): void
}

export function createInbox(inTurn: InTurn): Inbox {
  const held = new Map<string, Held>()

  function hold(message: ResultMessage, id: number): FromWorker {
    const { sites, findings } = message.result
    held.set(message.file, { id, sites, findings })
    return message
  }

  /** Of a large file there are thousands, and with the next keystroke all are asked for: in turns after the one that shows it. */
  function lookForPlaces({ sites, findings }: Pick<Result, 'sites' | 'findings'>): void {
    const look = (value: object) => {
      placesOf(value)
      return []
    }
    setTimeout(() => void eachInTurn<object, never>([...sites, ...findings], look, inTurn), 0)
  }

  return {
    open(message) {
      if (message.is === 'result') {
        const { id, ...result } = message
        if (id === undefined) return result
        lookForPlaces(result.result)
        return hold(result, id)
      }
      if (message.is === 'scanned-result') {
        const { file, total, scanned } = message
        const result = lazily(message.result)
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
      if (message.is === 'changes')
        return { is: 'changes', changes: { ...message.changes, files: message.changes.files.map(openChange) } }
      if (message.is !== 'result-after') return message
      const { id, after, spans, ...rest } = message
      const before = held.get(message.file)
      held.delete(message.file)
      if (before?.id !== after) return undefined
      const { sites, findings } = message.result
      setSpans([...which(sites, before.sites), ...which(findings, before.findings)], spans)
      const whole = <T>(all: readonly (T | number)[], old: readonly T[]) =>
        all.map((one) => (typeof one === 'number' ? old[one]! : one))
      const result = {
        ...rest.result,
        sites: whole<CostedSite>(sites, before.sites),
        findings: whole<Finding>(findings, before.findings),
      }
      return hold({ ...rest, is: 'result', result }, id)
    },
    forget: (file) => void held.delete(file),
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
function beside<T extends object>(before: readonly T[], now: readonly T[]): readonly (T | number)[] {
  let indexes: ReadonlyMap<T, number> | undefined
  return now.map((one, i) => {
    if (before[i] === one) return i
    indexes ??= new Map(before.map((each, index) => [each, index]))
    return indexes.get(one) ?? one
  })
}

const which = <T extends object>(all: readonly (T | number)[], before: readonly T[]): readonly T[] =>
  all.flatMap((one) => (typeof one === 'number' ? [before[one]!] : []))

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

function setSpans(values: readonly object[], spans: Int32Array): void {
  let i = 0
  for (const value of values) for (const place of placesOf(value)) setSpan(place, spans[i++]!, spans[i++]!)
}

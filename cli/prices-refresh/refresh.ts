// Refreshes price lists, one after the other. Whatever goes wrong with one, its last good table stays and the others go on.
import type { PriceBook } from '../../core/prices/book.ts'
import { absurd, bundledFigures, bundledLike, drift } from '../../core/prices/drift.ts'
import { figures, pricesIn, type RefreshedTable, tableOf } from '../../core/prices/refreshed.ts'
import type { PriceRow, PriceSource } from '../../core/prices/source.ts'
import { isFault } from './fault.ts'
import { type Outside, type Reading, reading } from './feed.ts'
import { forgetProblem, noteProblem } from './problems.ts'
import type { Outcome, Progress, RefreshRequest } from './protocol.ts'
import { priceSources } from './sources.ts'
import { lock, readTables, savedTable, saveTable, writeProblem } from './store.ts'

export interface Told {
  progress(progress: Progress): void
  outcome(outcome: Outcome): void
}

interface Network extends Outside {
  /** In this refresh; see `Place` of feed.ts. */
  readonly unreached: Map<string, string>
}

interface Piece {
  readonly source: PriceSource
  readonly region: string
}

const regionName = /^[a-z0-9-]{2,40}$/

const wantedOf = ({ sources }: RefreshRequest): readonly PriceSource[] =>
  priceSources.filter(({ id }) => sources.length === 0 || sources.includes(id))

/**
 * What of a source is to be read: of one that is read by region the named regions that are its own (`--region` may name regions of
 * several clouds at once), and where none are named those read before.
 */
function piecesOf(source: PriceSource, { regions, folder }: RefreshRequest, book: () => PriceBook): readonly Piece[] {
  if (source.parts !== undefined) return source.parts.map((region) => ({ source, region }))
  if (!source.byRegion) return [{ source, region: '' }]
  const { cloud } = source.covers
  const before = readTables(folder).tables.filter((table) => table.source === source.id)
  const named = regions.length > 0 ? regions : before.map((table) => table.region)
  const own = cloud === undefined ? named : named.filter((region) => book().regions(cloud).includes(region))
  return [...new Set(own)].filter((region) => regionName.test(region)).map((region) => ({ source, region }))
}

function skipped(source: PriceSource, book: () => PriceBook): Outcome {
  const { cloud } = source.covers
  const example = (cloud && book().regions(cloud)[0]) ?? 'us-east-1'
  return { source: source.id, name: source.name, region: '', is: 'skipped', example }
}

/**
 * @param book the bundled prices, with which a source's first reading is compared
 * @returns a sentence where nothing was done at all
 */
export async function refresh(
  request: RefreshRequest,
  book: () => PriceBook,
  outside: Outside,
  signal: AbortSignal,
  told: Told,
): Promise<string | undefined> {
  const unknown = request.sources.find((id) => priceSources.every((source) => source.id !== id))
  if (unknown !== undefined) {
    return `There is no price source ${unknown}. There are ${priceSources.map(({ id }) => id).join(', ')}.`
  }
  const unreached = new Map<string, string>()
  const held = lock(request.folder)
  if (held.is === 'refused') return held.why
  try {
    for (const source of wantedOf(request)) {
      const pieces = piecesOf(source, request, book)
      if (pieces.length === 0) told.outcome(skipped(source, book))
      for (const piece of pieces) {
        const outcome = await refreshOne(piece, request, book, { ...outside, unreached }, signal, told)
        remember(request.folder, outcome)
        told.outcome(outcome)
      }
    }
    return undefined
  } finally {
    held.release()
  }
}

/** For `outlay prices status`: a list that stays as it was is as old as it is for a reason. */
function remember(folder: string, outcome: Outcome): void {
  if (outcome.is === 'kept') {
    const { source, region, why } = outcome
    noteProblem(folder, { source, region, at: new Date().toISOString(), why })
  } else if (outcome.is === 'refreshed' || outcome.is === 'unchanged') forgetProblem(folder, outcome)
}

/** What a first reading is compared with. */
const bundled = (book: PriceBook, { source, region }: Piece, table: RefreshedTable) =>
  new Map([...bundledFigures(book, source, region), ...bundledLike(book, table)])

async function refreshOne(
  piece: Piece,
  request: RefreshRequest,
  book: () => PriceBook,
  outside: Network,
  signal: AbortSignal,
  told: Told,
): Promise<Outcome> {
  const { source, region } = piece
  const who = { source: source.id, name: source.name, region }
  if (signal.aborted) return { ...who, is: 'cancelled' }
  const before = savedTable(request.folder, source.id, region)
  try {
    const read = await readAll(piece, before, request, outside, signal, told)
    if (read.is === 'unchanged') {
      saveTable(request.folder, { ...read.table })
      return { ...who, is: 'unchanged', prices: pricesIn(read.table), asOf: read.table.asOf }
    }
    if (read.is === 'refused') return { ...who, is: 'kept', why: read.why }
    const { table, disputed } = read
    const older = before !== undefined && table.asOf < before.asOf
    if (older)
      return { ...who, is: 'kept', why: `sent a list of ${table.asOf}, older than the one kept of ${before.asOf}` }
    const after = figures(table)
    const moved = drift(before ? figures(before) : bundled(book(), piece, table), after)
    if (moved !== undefined && !request.acceptDrift) {
      return { ...who, is: 'kept', why: `was refused: ${moved}`, drifted: true }
    }
    saveTable(request.folder, table)
    const note = moved === undefined ? {} : { note: `taken although ${moved}` }
    return { ...who, is: 'refreshed', prices: after.size, asOf: table.asOf, disputed, ...note }
  } catch (error) {
    if (signal.aborted) return { ...who, is: 'cancelled' }
    if (isFault(error))
      return { ...who, is: 'kept', why: error.message, ...(error.unreachable ? { unreachable: true } : {}) }
    return { ...who, is: 'kept', why: `could not be saved. ${writeProblem(request.folder, error)}` }
  }
}

/** Azure has 100 to 1,000 meters on a page and about 12,000 for a region; the others make a page of a machine type or of 500 lines. */
const mostPages = 5_000

type Read =
  | { readonly is: 'unchanged'; readonly table: RefreshedTable }
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'read'; readonly table: RefreshedTable; readonly disputed: number }

async function readAll(
  { source, region }: Piece,
  before: RefreshedTable | undefined,
  { bases }: RefreshRequest,
  outside: Network,
  signal: AbortSignal,
  told: Told,
): Promise<Read> {
  let characters = 0
  const rows: PriceRow[] = []
  const tell = () => told.progress({ source: source.id, region, characters, rows: rows.length })
  const { unreached } = outside
  const place = { source, base: bases?.[source.id], etag: before?.etag, unreached }
  const from = reading(place, outside, signal, (more) => {
    characters += more
    tell()
  })
  let published: string | undefined
  let pages = 0
  for await (const page of source.pages(region, from.io)) {
    signal.throwIfAborted()
    if (++pages > mostPages) return { is: 'refused', why: 'was refused: its pages do not end' }
    const mapped = source.rows(page, region)
    if (mapped.is === 'new-shape') {
      return { is: 'refused', why: `has a new shape (at ${mapped.what}), which this version of Outlay cannot read` }
    }
    const bad = mapped.rows.map(absurd).find((what) => what !== undefined)
    if (bad !== undefined) return { is: 'refused', why: `was refused: it lists ${bad}` }
    published ??= mapped.published
    // A name cut out of a page keeps the whole page in memory; its copy does not.
    rows.push(...structuredClone(mapped.rows))
  }
  tell()
  return settled({ source, region }, before, rows, published, from)
}

function settled(
  { source, region }: Piece,
  before: RefreshedTable | undefined,
  rows: readonly PriceRow[],
  published: string | undefined,
  from: Reading,
): Read {
  const { unchanged, at, etag } = from.first()
  const checked = at ?? new Date().toISOString()
  if (unchanged && before !== undefined) return { is: 'unchanged', table: { ...before, checked } }
  if (rows.length === 0) return { is: 'refused', why: 'was refused: it holds no price we can read' }
  const head = { region, asOf: published ?? checked.slice(0, 10), checked, ...(etag === undefined ? {} : { etag }) }
  return { is: 'read', ...tableOf(source, head, rows) }
}

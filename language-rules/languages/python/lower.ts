import { type Edited, editedIn } from '../../../core/edited.ts'
import type { Module } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import { finish, moduleBuilder } from '../lowering/builder.ts'
import { guarded } from '../lowering/guard.ts'
import { holdingPast, inOrder, joined, type Piece, takeOver } from '../lowering/pieces.ts'
import { reportDeep } from '../lowering/shallow.ts'
import { readableBrackets } from './brackets.ts'
import { type KeptCells, lowerCells } from './cells.ts'
import { lowerTop } from './top.ts'
import { eachTop, errorsIn, parseTree, prepared, reportErrors, type Top } from './tree.ts'

export const lower = guarded(
  'python',
  (text, _, cells) => (cells ? lowerCells(text, cells, undefined) : lowerText(text, undefined)).module,
  editing,
)

/** A text as it was read, for the next edit of it. */
interface Kept {
  readonly module: Module
  readonly text: string
  readonly prepared: string
  /** Where the first mistake is: what stands before it can be read by itself. */
  readonly soundTo: number
  readonly tops: readonly Placed[]
}

/** A statement or a comment of the module itself. */
interface Placed {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly piece: Piece
  /** What the parser could not read of it. */
  readonly errors: readonly (readonly [number, number])[]
}

/** A statement as it is now, with the piece it was or what it is to be made from. */
interface Now extends Omit<Placed, 'piece'> {
  readonly made: Piece | Top
}

function editing(): (text: string, file?: string, cells?: readonly Span[]) => Module {
  let kept: Kept | undefined
  let keptCells: KeptCells | undefined
  return (text, _, cells) => {
    if (cells) {
      keptCells = lowerCells(text, cells, keptCells)
      return keptCells.module
    }
    const before = kept
    kept = undefined
    kept = lowerText(text, before)
    return kept.module
  }
}

function lowerText(text: string, before: Kept | undefined): Kept {
  const builder = moduleBuilder('python', text)
  const shallow = readableBrackets(text)
  reportDeep(builder, shallow.deep)
  const readable = prepared(shallow.text)
  const edit =
    before && joined(editedIn(before.text, text), editedIn(before.prepared, readable), before.text.length, text.length)
  const now = (before && edit && around(text, readable, before, edit)) ?? whole(text, readable, before, edit)
  const errors = now.flatMap((top) => top.errors)
  reportErrors(builder, errors)
  const tops = now.map(({ made, ...top }): Placed => {
    if ('kids' in made) return { ...top, piece: lowerTop(builder, top.from, made) }
    takeOver(builder, made, top.from)
    return { ...top, piece: made }
  })
  holdingPast(builder, tops)
  inOrder(builder.comments)
  const soundTo = Math.min(Number.POSITIVE_INFINITY, ...errors.map(([from]) => from))
  return { module: finish(builder), text, prepared: readable, soundTo, tops }
}

/**
 * Before any mistake only the statements around the edit are parsed; undefined where they are no longer sound, or do not end where they did.
 * What follows is a statement of its own if one may begin there, so one of a single letter is put there to see.
 */
function around(text: string, readable: string, before: Kept, edit: Edited): Now[] | undefined {
  const { tops, soundTo, text: old } = before
  const stands = ({ name, from }: Placed) => name !== 'Comment' && (from === 0 || old[from - 1] === '\n')
  const first = tops.findLastIndex((top) => top.to < edit.from - 1 && stands(top))
  const next = tops.findIndex((top) => top.from > edit.before + 1 && stands(top))
  if (soundTo <= (tops[next]?.to ?? old.length) + 1) return undefined
  const start = tops[first]?.from ?? 0
  const moved = edit.after - edit.before
  const end = next < 0 ? text.length : tops[next]!.from + moved
  const tree = parseTree(readable.slice(start, end) + (next < 0 ? '' : '_'))
  if (errorsIn(tree).length > 0) return undefined
  const made: Now[] = []
  const one = tops[first]
  eachTop(tree, text, start, (name, from, to, read) => {
    const same = one?.from === from && one.to === to && one.name === name ? one.piece : undefined
    const top = from < end ? (same ?? read()) : nothing
    made.push({ name, from, to, made: top, errors: [] })
  })
  const last = next < 0 ? undefined : made.pop()
  if (next >= 0 && (last?.from !== end || last.to !== end + 1)) return undefined
  const kept = ({ piece: taken, errors, ...top }: Placed, by: number): Now => ({
    ...top,
    from: top.from + by,
    to: top.to + by,
    made: taken,
    errors: errors.map(([from, to]) => [from + by, to + by]),
  })
  const ahead = tops.slice(0, Math.max(first, 0)).map((top) => kept(top, 0))
  const behind = next < 0 ? [] : tops.slice(next).map((top) => kept(top, moved))
  return [...ahead, ...made, ...behind]
}

const nothing: Top = { kids: [], comments: [], errors: [] }

/** The whole text is parsed, and statements that stand clear of the edit are not lowered again. */
function whole(text: string, readable: string, before: Kept | undefined, edit: Edited | undefined): Now[] {
  const tree = parseTree(readable)
  const errors = before ? errorsIn(tree) : []
  const placed = new Map(before?.tops.map((top) => [top.from, top]))
  const all: Now[] = []
  eachTop(tree, text, 0, (name, from, to, read) => {
    const sound = edit && !errors.some((at) => from <= at && at <= to)
    const old = sound ? leftAlone(placed, edit, name, from, to) : undefined
    const made = old ?? read()
    all.push({ name, from, to, made, errors: 'kids' in made ? made.errors : [] })
  })
  return all
}

function leftAlone(
  placed: ReadonlyMap<number, Placed>,
  edit: Edited,
  name: string,
  from: number,
  to: number,
): Piece | undefined {
  const back = from > edit.after + 1 ? edit.after - edit.before : to < edit.from - 1 ? 0 : undefined
  if (back === undefined) return undefined
  const there = placed.get(from - back)
  return there?.name === name && there.to === to - back && there.errors.length === 0 ? there.piece : undefined
}

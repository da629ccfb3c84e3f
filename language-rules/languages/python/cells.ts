// A notebook: each cell is parsed by itself, so that an open bracket or string ends where its cell does, and all of them make one module.
import type { Module } from '../../../core/module.ts'
import type { Span } from '../../../core/types.ts'
import { finish, type ModuleBuilder, moduleBuilder } from '../lowering/builder.ts'
import { inOrder, type Piece, takeOver } from '../lowering/pieces.ts'
import { reportDeep } from '../lowering/shallow.ts'
import { readableBrackets } from './brackets.ts'
import { lowerTop } from './top.ts'
import { eachTop, parseTree, prepared, reportErrors, type Top } from './tree.ts'

/** A notebook as it was read, for the next edit of it. */
export interface KeptCells {
  readonly module: Module
  readonly cells: readonly KeptCell[]
}

interface KeptCell {
  readonly text: string
  /** Each with its offset in the cell. */
  readonly tops: readonly { readonly from: number; readonly piece: Piece }[]
  /** Without a mistake: only then it can be taken over. */
  readonly sound: boolean
}

/** @param before invalid afterwards: what is unchanged of it is taken over */
export function lowerCells(text: string, spans: readonly Span[], before: KeptCells | undefined): KeptCells {
  const builder = moduleBuilder('python', text)
  const texts = spans.map(([start, end]) => text.slice(start, end))
  const unchanged = unchangedOf(before?.cells ?? [], texts)
  const cells = texts.map((cell, i): KeptCell => {
    const start = spans[i]![0]
    const old = unchanged(i)
    return old?.sound ? takeCell(builder, old, start) : lowerCell(builder, cell, start)
  })
  inOrder(builder.comments)
  return { module: finish(builder), cells }
}

function lowerCell(builder: ModuleBuilder, text: string, start: number): KeptCell {
  const read: [number, Top][] = []
  const { text: readable, deep } = readableBrackets(text)
  reportDeep(builder, deep, start)
  eachTop(parseTree(prepared(readable)), builder.text, start, (_, from, __, top) => read.push([from, top()]))
  const errors = read.flatMap(([, top]) => top.errors)
  reportErrors(builder, errors)
  return {
    text,
    tops: read.map(([from, top]) => ({ from: from - start, piece: lowerTop(builder, from, top) })),
    sound: errors.length === 0 && deep.length === 0,
  }
}

function takeCell(builder: ModuleBuilder, old: KeptCell, start: number): KeptCell {
  for (const { from, piece } of old.tops) takeOver(builder, piece, from + start)
  return old
}

/** The cell that is the same as before and at the same place, counted from the first cell or from the last. */
function unchangedOf(before: readonly KeptCell[], texts: readonly string[]): (i: number) => KeptCell | undefined {
  const shorter = Math.min(before.length, texts.length)
  const moved = before.length - texts.length
  let first = 0
  while (first < shorter && before[first]!.text === texts[first]) first++
  let last = texts.length
  while (last > first && last + moved > first && before[last + moved - 1]!.text === texts[last - 1]) last--
  return (i) => (i < first ? before[i] : i >= last ? before[i + moved] : undefined)
}

// Texts that were cut into pieces, put away and are looked up again: how much of them may be in a prompt.
import { locate, textOf } from '../document.ts'
import { valueOf } from '../known.ts'
import { lineStarts, positionAt } from '../lines.ts'
import type { CallExpr, Expr } from '../module.ts'
import type { Pieces } from '../sdk.ts'
import type { Retrieved } from '../sent.ts'
import type { Known, Location } from '../types.ts'
import { ambientValues } from './ambient.ts'
import { argumentsOf } from './arguments.ts'
import { sliced } from './cut.ts'
import { valuesIn } from './held.ts'
import type { Way } from './levers.ts'
import { lookup } from './lookup.ts'
import { makingOf } from './match.ts'
import { isNumber, readGiven } from './read.ts'
import { unsure } from './reads.ts'
import type { NameExpr, Segment, SymbolValue, Value } from './value.ts'

/** Joined lists of mapped lists of found ones: deeper than this is not followed. */
const deepest = 8

/** Steps after a search that leave what it found, or a part of it. */
const leaves =
  /^(a?invoke|a?batch|a?get_relevant_documents|getRelevantDocuments|a?retrieve|get_content|getContent|get_text|pipe|strip|trim)$/

/** What an expression brings of pieces that were found; undefined where it brings none, or where their number or length is not written. */
export function retrievedIn(way: Way, expr: Expr, depth = 0): Retrieved | undefined {
  const { context, matcher } = way
  if (matcher.finds.size === 0 || depth > deepest) return undefined
  const found = retrievedBy(way, context.evaluate(expr))
  if (found) return found
  const deeper = (inner: Expr | undefined) => inner && retrievedIn(way, inner, depth + 1)
  switch (expr.is) {
    case 'member':
      return deeper(expr.of)
    case 'index':
      return partOf(way, expr, deeper(expr.of))
    case 'name':
      return deeper(heldBy(way, expr))
    case 'each': {
      const all = deeper(expr.of)
      return all && { ...all, pieces: 1 }
    }
    case 'opaque': {
      const over = context.module.loops.find(
        ({ kind, span }) => kind === 'comprehension' && span[0] === expr.span[0] && span[1] === expr.span[1],
      )?.over
      return deeper(over)
    }
    case 'call':
      return deeper(passedOn(way, expr))
    default:
      return undefined
  }
}

/** `found[:4]`: as many of them, at most; undefined where a run decides how many. */
function partOf({ context, document }: Way, expr: Extract<Expr, { is: 'index' }>, all: Retrieved | undefined) {
  // A slice is no expression of its own; `found["documents"]` and `found[0]` are.
  if (!all || expr.key.is !== 'opaque') return all
  const most = sliced(context, document, expr.key)
  return most === undefined ? undefined : { ...all, pieces: Math.min(most, all.pieces) }
}

function heldBy({ context }: Way, expr: NameExpr): Expr | undefined {
  const at = expr.span[0]
  const { bindings, imports } = lookup(context.index, expr.name, context.index.scopeAt(at), at)
  return bindings.length === 1 && imports.length === 0 ? bindings[0]!.value : undefined
}

/** The list a call puts together or maps: `"\n".join(…)`, `docs.map(…)`, a function of the program that joins what it is given. */
function passedOn({ context }: Way, { callee, args }: CallExpr): Expr | undefined {
  const first = args[0]?.value
  const isPython = context.module.language === 'python'
  if (callee.is === 'member' && callee.name === 'join') return isPython ? first : callee.of
  if (callee.is === 'member' && /^(map|flatMap|filter)$/.test(callee.name)) return callee.of
  if (callee.is === 'name' && /^(list|tuple|sorted|reversed)$/.test(callee.name)) return first
  const joins = context.evaluate(callee).some((value) => {
    const returns = value.is === 'function' ? (value.home ?? context).module.scopes[value.scope]?.returns : undefined
    const only = returns?.length === 1 ? returns[0] : undefined
    return only?.is === 'call' && only.callee.is === 'member' && only.callee.name === 'join'
  })
  return joins && args.length === 1 ? first : undefined
}

/** What a search, or a retriever, brings. `answering`: one that answers with it counts as well. */
export function retrievedBy(way: Way, values: readonly Value[], answering = false): Retrieved | undefined {
  const found = values.map((value) => (value.is === 'symbol' ? searchOf(way, value, answering) : undefined))
  const [first] = found
  const same = found.every((each) => each?.pieces === first?.pieces && each?.size === first?.size)
  return same ? first : undefined
}

function searchOf(way: Way, symbol: SymbolValue, answering: boolean): Retrieved | undefined {
  const { context, document, matcher } = way
  const at = symbol.path.findLastIndex((segment) => segment.call !== undefined && matcher.finds.has(lastName(segment)))
  const segment = symbol.path[at]
  if (!segment?.call) return undefined
  const finds = matcher.finds.get(lastName(segment))!
  const later = symbol.path.slice(at + 1)
  if (finds.answers ? !answering : later.some((step) => step.called && !leaves.test(step.name))) return undefined
  const args = argumentsOf(context, segment.call, 0, [])
  const by = finds.by && args.first(finds.by).given
  if (by && by.state !== 'absent')
    return retrievedBy(
      way,
      by.among.flatMap((expr) => valuesIn(context, expr, 0)),
    )
  const { given } = args.first(finds.many)
  const many = readGiven(context, document, given, isNumber)
  const pieces = later.some((step) => /^\[\d+\]$/.test(step.name)) ? 1 : valueOf(many)
  const size = onlySize(sizesIn(way, symbol, 0))
  if (pieces === undefined || !size || many.is === 'unknown') return undefined
  const places = { pieces: placeOf(way, many), size: size.at }
  const said = { pieces: lineOf(way, places.pieces), size: lineOf(way, places.size) }
  return { pieces, size: size.size, unit: size.unit, at: places, said }
}

function lineOf({ document }: Way, { file, cell, span }: Location): string {
  if (file !== document.file) return file
  // An edit far above moves it to another line.
  unsure()
  const { line } = positionAt(lineStarts(textOf(document, cell)), span[0])
  return cell === undefined ? `line ${line}` : `cell ${cell + 1}, line ${line}`
}

const lastName = ({ name }: Segment) => /[^.#]*$/.exec(name)![0]

const placeOf = ({ document }: Way, value: Known<unknown>): Location => value.at ?? locate(document, [0, 0])

interface Size {
  readonly size: number
  readonly unit: 'character' | 'token'
  readonly at: Location
}

const onlySize = (sizes: readonly Size[]): Size | undefined =>
  sizes.every(({ size, unit }) => size === sizes[0]?.size && unit === sizes[0].unit) ? sizes[0] : undefined

/** How long the pieces are that something was made of, or was given later: by what cut them. */
function sizesIn(way: Way, symbol: SymbolValue, depth: number): readonly Size[] {
  const { context, matcher } = way
  const made = matcher.made(context, symbol)
  if (made?.client.pieces) return cutBy(way, made.client.pieces, makingOf(made)?.call)
  if (depth > 3) return []
  const calls = symbol.path.flatMap((segment) => segment.call ?? [])
  const given = [...calls, ...putInto(way, calls[0])].flatMap((call) => call.args.map(({ value }) => value))
  const symbols = given.flatMap((expr) => valuesIn(context, expr, 0)).filter((value) => value.is === 'symbol')
  const sizes = symbols.flatMap((each) => sizesIn(way, each, depth + 1))
  return sizes.length > 0 || depth > 0 ? sizes : setForAll(way)
}

function cutBy({ context, document }: Way, pieces: Pieces, call: CallExpr | undefined): readonly Size[] {
  if (!call) return []
  const args = argumentsOf(context, call, 0, [])
  if (pieces.unless && args.first(pieces.unless).given.state !== 'absent') return []
  const size = readGiven(context, document, args.first(pieces.size).given, isNumber)
  const value = valueOf(size)
  return value === undefined || size.at === undefined ? [] : [{ size: value, unit: pieces.unit, at: size.at }]
}

/** `store.add_documents(splits)` on the same store. */
function putInto({ context, matcher }: Way, making: CallExpr | undefined): readonly CallExpr[] {
  if (!making) return []
  return [...matcher.puts]
    .flatMap((method) => context.index.callsNamed(method))
    .map(({ expr }) => expr)
    .filter(
      ({ callee }) =>
        callee.is === 'member' &&
        context
          .evaluate(callee.of)
          .some((of) => of.is === 'symbol' && of.path.find((segment) => segment.call)?.call === making),
    )
}

/** What a setting says, or what is set to cut: `Settings.chunk_size = 512`. */
function setForAll(way: Way): readonly Size[] {
  return ambientValues(way.context, way.matcher.pieceTokens).flatMap((value): readonly Size[] => {
    if (value.is === 'symbol') return sizesIn(way, value, 3)
    if (value.is !== 'scalar' || !isNumber(value.value)) return []
    return [{ size: value.value, unit: 'token', at: locate(way.document, value.at) }]
  })
}

// What a record that has a name holds once it was written to: `options["model"] = m`, `options.update(more)`, `Object.assign(options, more)`.
import type { Binding, CallExpr, Entry, Expr } from '../module.ts'
import type { Context } from './context.ts'
import { textsAt } from './data.ts'
import { inTestsElsewhere } from './lookup.ts'
import { effective, pathKey, within, writtenBy } from './module-index.ts'
import { valuesBefore } from './names.ts'
import { isOfModule, rootOf, setByOthers } from './set-by-others.ts'
import { setForNextTurn } from './turns.ts'
import type { RecordExpr, Value } from './value.ts'

/** The values of a name, or of what stands below one, as they are where it is read: records with what was written to them before. */
export function altered(context: Context, expr: Expr, values: readonly Value[]): readonly Value[] {
  if (!values.some(isRecord)) return values
  const key = pathKey(expr)
  const changes = key !== undefined && context.index.isWritten(key) ? changesOf(context, expr, key) : []
  if (changes.length === 0) return values
  return values.map((value) =>
    isRecord(value) ? { is: 'data', expr: changes.reduce((record, change) => change(record), value.expr) } : value,
  )
}

const isRecord = (value: Value): value is { readonly is: 'data'; readonly expr: RecordExpr } =>
  value.is === 'data' && value.expr.is === 'record'

type Change = (record: RecordExpr) => RecordExpr

/** In the order they run, those of this function and of the module itself. */
function changesOf(context: Context, expr: Expr, key: string): readonly Change[] {
  const { index } = context
  const use = expr.span[0]
  const frame = index.frameOf(index.scopeAt(use))
  const isHere = (scope: number) => index.frameOf(scope) === frame || index.frameOf(scope) === 0
  const written = [...index.pathsBelow(key), ...index.pathsWithin(key)]
    .filter((binding) => binding.value !== undefined)
    .filter((binding) => !inTestsElsewhere(binding, use))
  const root = rootOf(key)
  // Past what the module does, and before the function that reads it does anything.
  const since = frame === 0 ? -1 : context.module.scopes[frame]!.span[0]
  const others = setByOthers(index, written, root, use).filter(({ target }) => pathKey(target) !== undefined)
  const all = written.filter((binding) => isHere(binding.scope))
  const before = all.filter((binding) => effective(binding) <= use)
  const told = (binding: Binding, change: Change) => ({
    at: effective(binding),
    change: inside(stepsTo(key, heldBy(binding.target)) ?? [], change),
  })
  const set = [
    ...others.map((binding) => ({ ...told(binding, assigning(context, binding, use, false)), at: since })),
    ...before.map((binding) => told(binding, assigning(context, binding, use))),
    ...setForNextTurn(context, all, before, use).map((binding) => told(binding, turning(context, binding))),
  ]
  const called = [...methods].flatMap(([name, change]) =>
    index.callsNamed(name).flatMap((call) => {
      const steps = stepsTo(key, writtenBy(call))
      const { args, span } = call.expr
      if (!steps) return []
      const isOther = !isHere(call.scope) && isOfModule(index, root, use) && isOfModule(index, root, span[0])
      if (isOther) return [{ at: since, change: inside(steps, maybe(change(args, span), span)) }]
      if (!isHere(call.scope) || span[1] > use) return []
      return [{ at: span[1], change: inside(steps, change(args, span)) }]
    }),
  )
  return [...set, ...called].sort((a, b) => a.at - b.at).map(({ change }) => change)
}

/** What another function does that may have run. */
function maybe(change: Change, span: Expr['span']): Change {
  const empty: RecordExpr = { is: 'record', entries: [], span }
  const either: Expr = { is: 'choice', via: 'ternary', among: [empty, change(empty)], span }
  return after([{ value: either, span, spread: true }])
}

/** The path of what is written to: `options.config` of `options["config"]["size"] = 2`. */
const heldBy = (target: Expr): string | undefined =>
  target.is === 'member' || target.is === 'index' ? pathKey(target.of) : undefined

/** From what has one path to what has the other: none where they are the same, undefined where it is not below. */
function stepsTo(key: string, path: string | undefined): readonly string[] | undefined {
  if (path === key) return []
  return path?.startsWith(`${key}.`) ? path.slice(key.length + 1).split('.') : undefined
}

/** A change of something that is in the record, by the names that lead to it. */
function inside([step, ...steps]: readonly string[], change: Change): Change {
  if (step === undefined) return change
  return (record) => {
    const value = heldIn(record, step)
    const { span } = value ?? record
    // A decorator may make something of a record that holds more than was written to it.
    const whole: RecordExpr =
      value?.is === 'record' ? value : { is: 'record', entries: value ? [{ value, span, spread: true }] : [], span }
    return set(record, { name: step, value: inside(steps, change)(whole), span }, true)
  }
}

/** What is there by a name, of a copy what the record has that it was made of. */
function heldIn({ entries }: RecordExpr, name: string): Expr | undefined {
  const last = entries.findLast((entry) => entry.name === name || entry.spread)
  if (!last || last.name === name) return last?.value
  const { value, span } = last
  return { is: 'member', of: value, name, nameSpan: span, span }
}

type Called = (args: CallExpr['args'], span: Expr['span']) => Change

const spreading = (args: CallExpr['args']): readonly Entry[] =>
  args.map(({ name, value, span }) => (name === undefined ? { value, span, spread: true } : { name, value, span }))

const after =
  (entries: readonly Entry[]): Change =>
  (record) => ({ ...record, entries: [...record.entries, ...entries] })

const methods: ReadonlyMap<string, Called> = new Map<string, Called>([
  ['update', (args) => after(spreading(args))],
  ['assign', (args) => after(spreading(args.slice(1)))],
  // Of a map.
  [
    'set',
    ([asked, given, ...more], span) =>
      (record) =>
        asked && given && more.length === 0 ? set(record, entryAt(asked.value, given.value, span), true) : record,
  ],
  [
    'setdefault',
    ([asked, given], span) =>
      (record) => {
        if (!asked || !given) return record
        const entry = entryAt(asked.value, given.value, span)
        // What stands there already is kept.
        return entry.name === undefined ? after([entry])(record) : { ...record, entries: [entry, ...record.entries] }
      },
  ],
])

function entryAt(key: Expr, value: Expr, span: Expr['span']): Entry {
  const name = key.is === 'text' && key.parts.length === 1 ? key.parts[0] : undefined
  return typeof name === 'string' ? { name, value, span } : { key, value, span }
}

/** What only an arm of an `if` sets, or under one of several keys, may be set or not; what is set by a key that a run picks may be any. */
function assigning(context: Context, binding: Binding, use: number, isOwn = true): Change {
  const { target, value, branch, span } = binding
  const name = target.is === 'member' ? target.name : undefined
  const entries: readonly Entry[] =
    name !== undefined
      ? [{ name, value: value!, span }]
      : target.is === 'index'
        ? keyed(context, target.key, value!, span)
        : []
  const isSure = entries.length === 1 && (!branch || within(branch, use) || isThere(context, binding))
  const sure = isOwn && isSure
  return (record) => entries.reduce((all, entry) => set(all, entry, sure), record)
}

/** What a turn of a loop sets, those that follow have; what a list grows by is told by growth.ts. */
function turning(context: Context, { target, value, span }: Binding): Change {
  const name = pathKey(target)?.split('.').at(-1)
  return (record) => {
    const first = record.entries.findLast((entry) => entry.name === name)
    const isGrowing =
      first && context.evaluate(first.value).every((held) => held.is === 'data' && held.expr.is === 'list')
    return name === undefined || isGrowing ? record : set(record, { name, value: value!, span }, false)
  }
}

/** `if limit is not None: params["max_tokens"] = limit`, of a limit that is known. */
export function isThere(context: Context, { ifSet, value }: Binding): boolean {
  return (
    ifSet === true &&
    value !== undefined &&
    valuesBefore(context, value).every((v) => v.is === 'scalar' && v.value !== null && v.value !== '')
  )
}

/** `steps[name] = …` of each name of a list. */
function keyed(context: Context, key: Expr, value: Expr, span: Expr['span']): readonly Entry[] {
  const names = textsAt(context, key)
  return names ? names.map((name) => ({ name, value, span })) : [{ key, value, span }]
}

function set(record: RecordExpr, entry: Entry, sure: boolean): RecordExpr {
  if (entry.name === undefined) return after([entry])(record)
  const before = record.entries.findLast(({ name }) => name === entry.name)
  const kept = record.entries.some(({ name }) => name === undefined)
    ? record.entries
    : record.entries.filter((each) => each !== before)
  const either: Expr = {
    is: 'choice',
    via: 'ternary',
    among: [before?.value ?? nothing(entry), entry.value],
    // What fills a prompt is named by the text of the value.
    span: entry.value.span,
  }
  return { ...record, entries: [...kept, sure ? entry : { ...entry, value: either }] }
}

/** Whether it is there at all, only a run can tell. */
function nothing({ span }: Entry): Expr {
  const left: Expr = { is: 'opaque', children: [], span }
  leftOut.add(left)
  return left
}

const leftOut = new WeakSet<Expr>()

/** Does it stand for an entry that is not there, where a run does not set it? */
export const isLeftOut = (expr: Expr): boolean => leftOut.has(expr)

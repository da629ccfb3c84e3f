// What other modules give a name of this one, or an attribute of what it hands out: `config.MODEL = "gpt-4o"` at the start of a program.
import type { Binding, Expr } from '../module.ts'
import type { Span } from '../types.ts'
import type { Context, Link } from './context.ts'
import { crossed } from './cross.ts'
import { itemValues } from './data.ts'
import { keyOfItem } from './module-index.ts'
import { bindingValues } from './names.ts'
import { type ListExpr, type RecordExpr, undecided, type Value } from './value.ts'

interface Setting {
  readonly from: Context
  readonly binding: Binding
  /** What it is set on. */
  readonly of: Expr
}

const found = new WeakMap<Link, Map<string, readonly Setting[]>>()

/** Whose attribute it is, as a value of the module that sets it. */
export type Means = (of: Value, from: Context) => boolean

/**
 * With the constants that a module has under a name those that others put in their place; which of them is in force when it is read nobody
 * can tell, but that one of them replaces `None`.
 */
export function orSetElsewhere(
  context: Context,
  own: readonly Value[],
  { home, name, at }: { readonly home: Context; readonly name: string; readonly at: Span },
  means: Means,
): readonly Value[] {
  if (!home.link || own.length === 0 || !own.every(isConstant)) return own
  // What the module that reads it sets itself is told in its order (assigned.ts).
  const isOther = ({ module }: Context) => module !== home.module && module !== context.module
  const given = home.unlessOpen(
    `set elsewhere ${name}`,
    () =>
      settings(home.link!, name).flatMap(({ from, binding, of }) =>
        isOther(from) && from.evaluate(of).some((value) => means(value, from))
          ? crossed(context, { home: from, at }, givenBy(from, binding))
          : [],
      ),
    [],
  )
  if (given.length === 0) return own
  return [...own.filter((value) => value.is !== 'scalar' || value.value !== null), ...given]
}

const isConstant = (value: Value): boolean => value.is === 'scalar' && typeof value.value !== 'boolean'

/** Where it surely puts in what nobody can read, no constant is a default. */
function givenBy(from: Context, binding: Binding): readonly Value[] {
  const values = bindingValues(from, binding)
  return binding.branch ? values : values.map((value) => (isOfCaller(value) ? value : undecided(value)))
}

const isOfCaller = (value: Value): boolean => value.is === 'unknown' && value.outside === 'parameter'

function settings(link: Link, name: string): readonly Setting[] {
  const seen = found.get(link) ?? new Map<string, readonly Setting[]>()
  found.set(link, seen)
  const there = seen.get(name)
  if (there) return there
  const all = link.setters(name).flatMap(({ context: from }) =>
    from.module.bindings.flatMap((binding): readonly Setting[] => {
      const { target, value, inTests } = binding
      if (inTests || !value || (target.is !== 'member' && target.is !== 'index')) return []
      return keyOfItem(target) === name ? [{ from, binding, of: target.of }] : []
    }),
  )
  seen.set(name, all)
  return all
}

/** An item, with what other modules than the one that writes the record down put there. */
export function itemOrSet(
  context: Context,
  whole: ListExpr | RecordExpr,
  key: string | number,
  at: Span,
): readonly Value[] {
  const values = itemValues(context, whole, key, at)
  const home = whole.is === 'record' && typeof key === 'string' ? context.foreign.get(whole)?.home : undefined
  return home && typeof key === 'string'
    ? orSetElsewhere(context, values, { home, name: key, at }, isRecordOf(home, whole.span))
    : values
}

/** The same record, or one that was written to since, of that module. */
const isRecordOf =
  ({ module }: Context, span: Span): Means =>
  (value, from) =>
    value.is === 'data' &&
    value.expr.is === 'record' &&
    value.expr.span[0] === span[0] &&
    value.expr.span[1] === span[1] &&
    from.foreign.get(value.expr)?.home.module === module

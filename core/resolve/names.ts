import type { Binding, Expr, Import } from '../module.ts'
import { altered } from './altered.ts'
import { annotated, besides } from './annotations.ts'
import type { Context } from './context.ts'
import { crossed, imported, starred } from './cross.ts'
import { isOfCalls, lookup, withoutTests } from './lookup.ts'
import { inClassMethod } from './module-index.ts'
import { narrowed } from './narrowed.ts'
import { parameterValues } from './parameters.ts'
import { reached } from './reached.ts'
import { asks } from './reads.ts'
import { receiverAt } from './receivers.ts'
import { valuesReaching } from './replaced.ts'
import { inForceWhenCalled } from './times.ts'
import { inEachTurn, setForNextTurn } from './turns.ts'
import { type NameExpr, type SymbolValue, scalar, unknownValue, type Value, via } from './value.ts'

export const evaluateName = (context: Context, expr: NameExpr): readonly Value[] =>
  narrowed(context, expr, namedValues(context, expr))

/** What is held before the arm it stands in asks for it: in there, it is always there. */
export const valuesBefore = (context: Context, expr: Expr): readonly Value[] =>
  expr.is === 'name' ? namedValues(context, expr) : context.evaluate(expr)

function namedValues(context: Context, expr: NameExpr): readonly Value[] {
  const { index } = context
  const received = receiverAt(context, expr)
  if (received)
    return crossed(context, { home: received.from, at: expr.span }, received.from.evaluate(received.receiver))
  const self = index.selfClass(expr)
  if (self !== undefined) return [{ is: inClassMethod(index, expr) ? 'class' : 'instance', scope: self }]
  const at = expr.span[0]
  const { all = [], bindings: seen, imports } = lookup(index, expr.name, index.scopeAt(at), at)
  const bindings = inForceWhenCalled(context, all, at) ?? seen
  if (bindings.length + imports.length === 0) {
    if (expr.name === 'undefined') return [scalar(null, expr.span)]
    const brought = broughtByStar(context, expr)
    if (brought) return brought
    return [{ is: 'symbol', path: [{ name: expr.name }], global: true }]
  }
  const valuesOf = (binding: Binding) => bindingValues(context, binding)
  const isLeft = bindings.some((binding) => isOfCalls(index, binding, at))
  const firstOf = (binding: Binding) => (isLeft ? orNothing(binding, valuesOf(binding)) : valuesOf(binding))
  const first = valuesReaching(context, reached(context, bindings), at, firstOf)
  const next = setForNextTurn(context, withoutTests(all, at), bindings, at)
  const values = [
    ...inEachTurn(context, expr.name, first, next, valuesOf),
    ...imports.flatMap((found) => importValues(context, found)),
  ]
  return values.length > 0 ? altered(context, expr, values) : [unknownValue('dynamic', expr.span)]
}

/** In the first of several calls there is nothing yet in what is only declared, `let client: OpenAI`, and set by them. */
const orNothing = ({ span, value, via: by }: Binding, values: readonly Value[]): readonly Value[] =>
  values.length === 0 && !value && by === 'assign' ? [scalar(null, span, 'constant')] : values

/** A name nothing here binds may come by `from helpers import *`: from a module of the project, else from the package. */
function broughtByStar(context: Context, { name }: NameExpr): readonly Value[] | undefined {
  if (context.module.language !== 'python' || builtin.test(name)) return undefined
  asks('imports')
  const stars = context.module.imports.filter((found) => found.local === '*')
  if (stars.length === 0) return undefined
  const inside = context.unlessOpen(`star ${name}`, () => starred(context, name), undefined)
  if (inside) return inside
  const packages = stars.filter((found) => context.link?.module(found.module) === undefined)
  return packages.length > 0 ? packages.map((found) => symbolOf(context, { ...found, name })) : undefined
}

/** https://docs.python.org/3/library/functions.html, those that are read by name. */
const builtin =
  /^(__\w+__|abs|all|any|bool|bytes|dict|enumerate|filter|float|format|frozenset|getattr|hasattr|id|input|int|isinstance|iter|len|list|map|max|min|next|object|open|print|property|range|reversed|round|set|setattr|slice|sorted|str|sum|super|tqdm|tuple|type|vars|zip)$/

/**
 * What one binding gives its name, seen as a constant unless a caller or the environment decides; nothing where it only declares it:
 * `let model: string`.
 */
export function bindingValues(context: Context, binding: Binding): readonly Value[] {
  switch (binding.via) {
    case 'function':
      return binding.refers === undefined ? [] : [{ is: 'function', scope: binding.refers, bound: false }]
    case 'class':
      return binding.refers === undefined ? [] : [{ is: 'class', scope: binding.refers }]
    case 'parameter':
      return parameterValues(context, binding)
    case 'augment':
      // How often a loop adds to it is only known when it runs.
      if (binding.loop !== undefined || !binding.value) return [unknownValue('dynamic', binding.target.span)]
      return via('constant', context.evaluate(binding.value))
    default: {
      const values = binding.value ? via('constant', context.evaluate(binding.value)) : []
      return withAnnotation(context, binding, values)
    }
  }
}

/** A declared type says what a value is where the value itself does not. */
function withAnnotation(context: Context, binding: Binding, values: readonly Value[]): readonly Value[] {
  const telling = values.some((value) => value.is !== 'unknown' && !(value.is === 'scalar' && value.value === null))
  const { annotation } = binding
  const types = annotation ? (telling ? besides(context, annotation, values) : annotated(context, annotation)) : []
  const all = [...values, ...types]
  return all.length > 0 || declaresOnly(context, binding) ? all : [unknownValue('dynamic', binding.target.span)]
}

/** In Python a name without a value and a type is one that a statement gives a value: a caught error. */
const declaresOnly = ({ module }: Context, { annotation, value }: Binding): boolean =>
  !value && (module.language === 'typescript' || annotation !== undefined)

/** What an import brings in: the values of another module of the project, or the path to a package's export. */
export function importValues(context: Context, found: Import): readonly Value[] {
  return imported(context, found) ?? [symbolOf(context, found)]
}

function symbolOf(context: Context, found: Import): SymbolValue {
  if (context.module.language === 'typescript')
    return { is: 'symbol', path: [{ name: `${found.module}#${found.name}` }] }
  if (found.name === '*') return { is: 'symbol', path: modulePath(found) }
  return { is: 'symbol', path: [{ name: found.module }, { name: found.name }] }
}

/** `import a.b` binds `a`; `import a.b as c` binds `a.b`. */
function modulePath(found: Import): SymbolValue['path'] {
  const [root, ...rest] = found.module.split('.')
  return rest.length > 0 && root === found.local ? [{ name: root }] : [{ name: found.module }]
}

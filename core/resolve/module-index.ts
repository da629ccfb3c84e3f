import type { Binding, CallSite, Expr, Import, Loop, Module, Scope } from '../module.ts'
import type { Span } from '../types.ts'
import { attributeGiven } from './attribute-bindings.ts'
import { lastStarting, type Nested, nested } from './nesting.ts'
import { asks } from './reads.ts'

/** What is asked of a module again and again, worked out once. */
export interface ModuleIndex {
  readonly module: Module
  /** The innermost scope an offset is evaluated in: a parameter's default belongs to the scope around the function. */
  scopeAt(offset: number): number
  /** The function, or the module, whose statements run in order around a scope. */
  frameOf(scope: number): number
  /** In the order they take effect. */
  bindings(scope: number, name: string): readonly Binding[]
  imports(scope: number, name: string): readonly Import[]
  /** `self.name = …` in any method of the class, then its fields and methods. */
  attributes(scope: number, name: string): readonly Binding[]
  /** Bindings of `params["model"]`, `settings.model` by `pathKey`. */
  paths(key: string): readonly Binding[]
  /** Every path below a name that is ever given a value, also by a key that only a run knows. */
  pathsBelow(key: string): readonly Binding[]
  /** Those further below: `options["config"]["size"]` of `options`. */
  pathsWithin(key: string): readonly Binding[]
  /** Is what has this path written to as a record: `options[name] = …`, `options.update(…)`, `Object.assign(options, …)`? */
  isWritten(key: string): boolean
  /** Calls by the last name of their callee: `run` for `self.run(…)`. */
  callsNamed(name: string): readonly CallSite[]
  /** Calls that are given an argument ending in a name: `map(self.run, xs)` for `run`. */
  callsGiven(name: string): readonly CallSite[]
  /** Calls that are given a function written there. */
  callsGivenFunction(scope: number): readonly CallSite[]
  loop(id: number | undefined): Loop | undefined
  /** The class whose instance `self` or `this` is, at that name. */
  selfClass(expr: Expr): number | undefined
}

const cache = new WeakMap<Module, ModuleIndex>()

export function indexOf(module: Module): ModuleIndex {
  const seen = cache.get(module)
  if (seen) return seen
  const made = buildIndex(module)
  cache.set(module, made)
  return made
}

export const within = (span: Span, offset: number): boolean => span[0] <= offset && offset < span[1]

/** `params.model` for `params["model"]` and `params.model`; undefined for what is no fixed path from a name. */
export function pathKey(expr: Expr): string | undefined {
  if (expr.is === 'name') return expr.name
  if (expr.is !== 'member' && expr.is !== 'index') return undefined
  const key = keyOfItem(expr)
  return key === undefined ? undefined : join(pathKey(expr.of), key)
}

/** `model` of `params["model"]` and `params.model`. */
export function keyOfItem(expr: Extract<Expr, { is: 'member' | 'index' }>): string | undefined {
  if (expr.is === 'member') return expr.name
  const key = expr.key.is === 'text' && expr.key.parts.length <= 1 ? (expr.key.parts[0] ?? '') : undefined
  return typeof key === 'string' ? key : undefined
}

/** Nearest first: `a.b`, then `a`, of `a.b.c`. */
export function pathsAbove(key: string): readonly string[] {
  const above: string[] = []
  for (let end = key.lastIndexOf('.'); end > 0; end = key.lastIndexOf('.', end - 1)) above.push(key.slice(0, end))
  return above
}

const join = (of: string | undefined, name: string) => (of === undefined ? undefined : `${of}.${name}`)

/** The name a callee ends in. */
export function lastName(expr: Expr): string | undefined {
  return expr.is === 'name' || expr.is === 'member' ? expr.name : undefined
}

const writing = ['update', 'setdefault', 'assign', 'set']

/** What a call writes to: `options.update(…)` is called on the record, `Object.assign(options, …)` is given it. */
export function writtenBy({ expr: { callee, args } }: CallSite): string | undefined {
  if (callee.is !== 'member') return undefined
  if (callee.name !== 'assign') return pathKey(callee.of)
  const isOfObject = callee.of.is === 'name' && callee.of.name === 'Object'
  return isOfObject && args[0] ? pathKey(args[0].value) : undefined
}

function buildIndex(module: Module): ModuleIndex {
  const { scopes } = module
  const named = byScope(declared(module), nameOf, effective)
  const byPath = new Map<string, Binding[]>()
  const below = new Map<string, Binding[]>()
  const inside = new Map<string, Binding[]>()
  const byAttribute = new Map<string, Binding[]>()
  const imports = byScope(module.imports, ({ local }) => local)
  const given = new Map<string, CallSite[]>()
  const calls = new Map<string, CallSite[]>()
  const loops = new Map(module.loops.map((loop) => [loop.id, loop]))
  const children = childScopes(scopes)

  let written: ReadonlySet<string> | undefined

  const index: ModuleIndex = {
    module,
    scopeAt: (offset) => scopeAt(scopes, children, offset),
    frameOf: (scope) => frameOf(scopes, scope),
    bindings(scope, name) {
      if (scope === 0) asks('binding', name)
      return named(scope, name)
    },
    imports(scope, name) {
      if (scope === 0) asks('import', name)
      return imports(scope, name)
    },
    attributes: (scope, name) => byAttribute.get(`${scope} ${name}`) ?? [],
    paths(key) {
      asks('path', key)
      return byPath.get(key) ?? none
    },
    pathsBelow(key) {
      asks('below', key)
      return below.get(key) ?? none
    },
    pathsWithin(key) {
      asks('below', key)
      return inside.get(key) ?? none
    },
    isWritten(key) {
      asks('below', key)
      for (const name of writing) asks('call', name)
      written ??= new Set(
        writing
          .flatMap((name) => calls.get(name) ?? [])
          .flatMap((call) => {
            const of = writtenBy(call)
            return of === undefined ? [] : [of, ...pathsAbove(of)]
          }),
      )
      return below.has(key) || inside.has(key) || written.has(key)
    },
    callsNamed(name) {
      asks('call', name)
      return calls.get(name) ?? none
    },
    callsGiven(name) {
      asks('given', name)
      return given.get(name) ?? none
    },
    callsGivenFunction: (scope) => given.get(`function ${scope}`) ?? [],
    loop: (id) => (id === undefined ? undefined : loops.get(id)),
    selfClass: (expr) => selfClass(module, index, expr),
  }

  for (const call of module.calls) {
    const name = lastName(call.expr.callee)
    if (name) push(calls, name, call)
    for (const { value } of call.expr.args) {
      const key = value.is === 'function' ? `function ${value.scope}` : lastName(value)
      if (key !== undefined) push(given, key, call)
      // `task({ run: async () => … })`
      for (const { value: each } of value.is === 'record' ? value.entries : [])
        if (each.is === 'function') push(given, `function ${each.scope}`, call)
    }
  }
  const fields: [string, Binding][] = []
  for (const binding of module.bindings) {
    const { target } = binding
    if (target.is === 'name') {
      if (scopes[binding.scope]?.kind === 'class') fields.push([`${binding.scope} ${target.name}`, binding])
      continue
    }
    const owner = target.is === 'member' ? selfClass(module, index, target.of) : undefined
    if (owner !== undefined && target.is === 'member') {
      push(byAttribute, `${owner} ${target.name}`, binding)
      continue
    }
    const given = attributeGiven(module, index.selfClass, binding)
    if (given) push(byAttribute, `${given.owner} ${given.name}`, given.binding)
    const validated = validatedField(module, index, target)
    if (validated !== undefined) push(byAttribute, validated, binding)
    const key = pathKey(target)
    if (key === undefined) {
      // By a key that a run picks: `options[name] = …`.
      const of = target.is === 'index' ? pathKey(target.of) : undefined
      if (of === undefined) continue
      push(below, of, binding)
      for (const above of pathsAbove(of)) push(inside, above, binding)
      continue
    }
    push(byPath, key, binding)
    const [of, ...further] = pathsAbove(key)
    push(below, of!, binding)
    for (const above of further) push(inside, above, binding)
  }
  // After the assignments in methods: what `__init__` sets is what is in force.
  for (const [key, binding] of fields) push(byAttribute, key, binding)
  for (const list of byPath.values()) list.sort((a, b) => effective(a) - effective(b))
  return index
}

/** A name has its new value only once the value has been worked out: `model = model or "x"` reads the old one. */
export function effective(binding: Binding): number {
  if (binding.via === 'function' || binding.via === 'class') return binding.span[0]
  if (binding.via === 'parameter') return binding.target.span[0]
  return Math.max(binding.target.span[1], binding.value?.span[1] ?? 0)
}

const nameOf = ({ target }: Binding): string => (target.is === 'name' ? target.name : '')

/**
 * Bindings of names, each in the scope that declares its name. What a function gives a name from around it holds elsewhere only if that
 * function has run: the function is the arm it stands in.
 */
function declared({ bindings, scopes }: Module): readonly Binding[] {
  const names = bindings.filter(({ target }) => target.is === 'name')
  const again = new Set(names.flatMap((each) => (each.again ? [nameOf(each)] : [])))
  if (again.size === 0) return names
  /** The scopes that declare them. */
  const there = new Map<string, Set<number>>()
  for (const each of names) {
    const name = nameOf(each)
    if (each.again || !again.has(name)) continue
    const scopes = there.get(name)
    if (scopes) scopes.add(each.scope)
    else there.set(name, new Set([each.scope]))
  }
  return names.map((binding) => {
    if (!binding.again) return binding
    const declaring = there.get(nameOf(binding))
    let function_: Scope | undefined
    for (let at = binding.scope; at >= 0; at = scopes[at]!.parent) {
      const scope = scopes[at]!
      if (scope.kind !== 'class' && declaring?.has(at))
        return function_ ? { ...binding, scope: at, branch: binding.branch ?? function_.span } : binding
      if (scope.kind === 'function') function_ ??= scope
    }
    return binding
  })
}

/** What is in a scope, by name; a scope's own are sorted out when one of them is first asked for. */
function byScope<T extends { readonly scope: number }>(
  items: readonly T[],
  nameOf: (item: T) => string,
  order?: (item: T) => number,
): (scope: number, name: string) => readonly T[] {
  const inScope = new Map<number, T[]>()
  for (const item of items) {
    const list = inScope.get(item.scope)
    if (list) list.push(item)
    else inScope.set(item.scope, [item])
  }
  const tables = new Map<number, Map<string, T[]>>()
  const tableOf = (scope: number): Map<string, T[]> => {
    const table = new Map<string, T[]>()
    for (const item of inScope.get(scope) ?? []) push(table, nameOf(item), item)
    if (order) for (const list of table.values()) if (list.length > 1) list.sort((a, b) => order(a) - order(b))
    tables.set(scope, table)
    return table
  }
  return (scope, name) => (tables.get(scope) ?? tableOf(scope)).get(name) ?? none
}

const none: readonly never[] = []

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}

function childScopes(scopes: readonly Scope[]): Map<number, readonly Nested<Scope>[]> {
  const children = new Map<number, Scope[]>()
  for (const scope of scopes) {
    const list = children.get(scope.parent)
    if (list) list.push(scope)
    else children.set(scope.parent, [scope])
  }
  return new Map([...children].map(([parent, list]) => [parent, nested(list)]))
}

function scopeAt(scopes: readonly Scope[], children: Map<number, readonly Nested<Scope>[]>, offset: number): number {
  let current = 0
  for (;;) {
    const inner = innerAt(children.get(current) ?? [], offset)
    if (!inner) return scopes[current] ? current : 0
    current = inner.id
  }
}

/** A lambda among a function's decorators or defaults is beside the function, and within its span: past the lambda, the function is meant. */
function innerAt(sorted: readonly Nested<Scope>[], offset: number): Scope | undefined {
  for (let at = lastStarting(sorted, offset); at; at = at.around) {
    if (within(at.item.span, offset) && !evaluatedOutside(at.item, offset)) return at.item
  }
  return undefined
}

function evaluatedOutside({ decorators, bases, parameters, result }: Scope, offset: number): boolean {
  const here = (expr: Expr | undefined) => expr !== undefined && within(expr.span, offset)
  if (here(result)) return true
  return decorators.some(here) || bases.some(here) || parameters.some((p) => here(p.default) || here(p.annotation))
}

function frameOf(scopes: readonly Scope[], scope: number): number {
  let at = scope
  while (scopes[at]?.kind === 'comprehension') at = scopes[at]!.parent
  return at
}

function selfClass(module: Module, index: ModuleIndex, expr: Expr): number | undefined {
  if (expr.is !== 'name') return undefined
  const python = module.language === 'python'
  if (!python && expr.name !== 'this') return undefined
  for (let at = index.scopeAt(expr.span[0]); at >= 0; at = module.scopes[at]!.parent) {
    const scope = module.scopes[at]
    if (!scope) return undefined
    if (scope.kind === 'class' && !python) return scope.id
    if (scope.kind !== 'function' || scope.method === undefined) {
      // A closure's own `self` would hide the method's.
      if (python && scope.parameters.some((parameter) => parameter.name === expr.name)) return undefined
      continue
    }
    if (python && (scope.parameters[0]?.name !== expr.name || isStatic(scope))) return undefined
    return scope.method
  }
  return undefined
}

/**
 * What a validator puts among the values of a model is its field: `values["client"] = …` under `@root_validator`.
 * https://docs.pydantic.dev/latest/concepts/validators/#model-validators, https://docs.pydantic.dev/1.10/usage/validators/#root-validators
 */
function validatedField({ scopes, language }: Module, { scopeAt }: ModuleIndex, target: Expr): string | undefined {
  if (language !== 'python' || target.is !== 'index' || target.of.is !== 'name') return undefined
  const scope = scopes[scopeAt(target.span[0])]
  if (scope?.method === undefined || scope.parameters[1]?.name !== target.of.name) return undefined
  const validates = scope.decorators.some((decorator) =>
    /^(root|model)_validator$/.test(lastName(decorator.is === 'call' ? decorator.callee : decorator) ?? ''),
  )
  const path = validates ? pathKey(target) : undefined
  return path && `${scope.method} ${path.slice(target.of.name.length + 1)}`
}

/** Does a class method stand around it, whose first parameter is the class itself? */
export function inClassMethod({ module, scopeAt }: ModuleIndex, { span }: Expr): boolean {
  let scope = module.scopes[scopeAt(span[0])]
  while (scope && scope.method === undefined) scope = module.scopes[scope.parent]
  return scope?.decorators.some((decorator) => lastName(decorator) === 'classmethod') ?? false
}

export function isStatic(scope: Scope): boolean {
  return scope.decorators.some((decorator) => lastName(decorator) === 'staticmethod')
}

// What a class that extends another has in the place of what it inherits: `self.model` in the class at the head may be that of any of them.
import type { Scope } from '../module.ts'
import type { Context } from './context.ts'
import { crossed } from './cross.ts'
import { orSetElsewhere } from './set-elsewhere.ts'
import { type MemberExpr, unknownValue, type Value } from './value.ts'

type AttributeOf = (context: Context, owner: Value, name: string, at: MemberExpr) => readonly Value[]

/** What a method reads of its own object, with what the classes have instead that extend the one it stands in. */
export function orOverridden(
  context: Context,
  scope: number,
  expr: MemberExpr,
  own: readonly Value[],
  attributeOf: AttributeOf,
): readonly Value[] {
  const isConstant = own.length > 0 && own.every((value) => value.is === 'scalar' && !value.assumed)
  const isOpen = own.every((value) => value.is === 'unknown' || isEmpty(context, value))
  if (!isConstant && !isOpen) return own
  const { name } = expr
  const { attributes } = context.index
  if (isConstant && !attributes(scope, name).every(({ target }) => target.is === 'name')) return own
  const here = extending(context, context, scope).filter((id) => attributes(id, name).length > 0)
  const values = context.unlessOpen(
    `overridden ${scope} ${name}`,
    () => here.flatMap((id) => attributeOf(context, { is: 'instance', scope: id }, name, expr)),
    [],
  )
  const far = isConstant ? elsewhere(context, scope, expr, attributeOf) : []
  const instead = [...values, ...far]
  const all = instead.length === 0 ? own : isOpen ? instead : [...own, ...instead]
  return isConstant && context.link?.namesSdk && !context.only ? orPatchedElsewhere(context, scope, expr, all) : all
}

/** A method that only says what those that extend its class have: it answers with nothing. */
const isEmpty = ({ module }: Context, value: Value): boolean =>
  value.is === 'function' && !value.home && module.scopes[value.scope]?.returns.length === 0

function elsewhere(context: Context, scope: number, expr: MemberExpr, attributeOf: AttributeOf): readonly Value[] {
  const { link, module, only } = context
  const { name } = module.scopes[scope]!
  if (!link?.namesSdk || only || name === undefined) return []
  const { found, all } = link.importers([name])
  const values = found.flatMap((importer) =>
    extending(importer.context, context, scope)
      .filter((id) => importer.context.index.attributes(id, expr.name).length > 0)
      .flatMap((id) => {
        const there = attributeOf(importer.context, { is: 'instance', scope: id }, expr.name, expr)
        return crossed(context, { home: importer.context, at: expr.span }, there)
      }),
  )
  return all || values.length === 0 ? values : [...values, unknownValue('dynamic', expr.span)]
}

/** `Bot.model = "gpt-4o"` in another module. */
const orPatchedElsewhere = (context: Context, scope: number, { name, span }: MemberExpr, own: readonly Value[]) =>
  orSetElsewhere(
    context,
    own,
    { home: context, name, at: span },
    (of) => of.is === 'class' && of.scope === scope && of.home?.module === context.module,
  )

const deepest = 8

/** Classes of a module that extend one, maybe of another, directly or through each other. */
function extending(context: Context, home: Context, scope: number, depth = 0): readonly number[] {
  if (depth > deepest) return []
  const direct = derived(context).filter(({ bases }) =>
    bases
      .flatMap(context.evaluate)
      .some((base) => base.is === 'class' && base.scope === scope && (base.home ?? context).module === home.module),
  )
  return direct.flatMap(({ id }) => [id, ...extending(context, context, id, depth + 1)])
}

const derivedIn = new WeakMap<readonly Scope[], readonly Scope[]>()

function derived({ module: { scopes } }: Context): readonly Scope[] {
  const there = derivedIn.get(scopes) ?? scopes.filter(({ kind, bases }) => kind === 'class' && bases.length > 0)
  derivedIn.set(scopes, there)
  return there
}

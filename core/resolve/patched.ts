// What the program gives a class after it was made, and objects of it have that have none of their own: `Bot.model = "gpt-4o"`.
import { assignedValues } from './assigned.ts'
import type { Owner } from './bases.ts'
import type { Context } from './context.ts'
import type { MemberExpr, Value } from './value.ts'

/** An attribute of an object, as its class was given it in this module before; undefined where nothing surely was. */
export function patchedValues(context: Context, owner: Owner, expr: MemberExpr): readonly Value[] | undefined {
  if (owner.is !== 'instance') return undefined
  const home = owner.home ?? context
  const { name } = home.module.scopes[owner.scope] ?? {}
  if (name === undefined || context.index.pathsBelow(name).length === 0) return undefined
  // What an object is given when it is made hides what its class has.
  if (!home.index.attributes(owner.scope, expr.name).every(({ target }) => target.is === 'name')) return undefined
  const { span } = expr
  const ofClass: MemberExpr = { ...expr, of: { is: 'name', name, span } }
  const isMeant = context
    .evaluate(ofClass.of)
    .some(
      (value) => value.is === 'class' && value.scope === owner.scope && (value.home ?? context).module === home.module,
    )
  const given = isMeant ? assignedValues(context, ofClass) : undefined
  return given?.surely ? given.values : undefined
}

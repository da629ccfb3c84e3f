// What a class says of an attribute that its constructor surely sets is never read of an object.
import type { Binding } from '../module.ts'
import type { Owner } from './bases.ts'
import { constructorOf } from './bases.ts'
import type { Context } from './context.ts'
import { asksOf } from './holds.ts'
import { pathKey } from './module-index.ts'

export function withoutHidden(context: Context, owner: Owner, bindings: readonly Binding[]): readonly Binding[] {
  if (owner.is !== 'instance' || bindings.length < 2 || !bindings.some(isOfClass)) return bindings
  const constructor = constructorOf(context, owner.scope)
  const isSet = bindings.some(
    (binding) => binding.scope === constructor && isSure(binding) && !asksItself(binding) && !isOfClass(binding),
  )
  return isSet ? bindings.filter((binding) => !isOfClass(binding)) : bindings
}

/** A method, or a property that sets what is given, is no value that another replaces. */
const isOfClass = ({ target, via }: Binding): boolean => target.is === 'name' && via !== 'function' && via !== 'class'

const isSure = ({ branch, loop, value, via }: Binding): boolean =>
  via === 'assign' && value !== undefined && branch === undefined && loop === undefined

/** `self.model = model or self.model` */
function asksItself({ target, value }: Binding): boolean {
  const key = pathKey(target)
  return key !== undefined && value !== undefined && asksOf(value, { keys: [key], value: null })
}

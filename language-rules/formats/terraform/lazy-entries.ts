import type { Known } from '../../../core/types.ts'
import type { ObjectValue, Value } from './value.ts'

/** An object whose entries are worked out when they are asked for. It may have more than the names that are listed. */
export function lazyObject(
  names: () => readonly string[],
  get: (name: string) => Known<Value> | undefined,
): ObjectValue {
  const whole = (): ReadonlyMap<string, Known<Value>> =>
    new Map(
      names().flatMap((name): [string, Known<Value>][] => {
        const value = get(name)
        return value === undefined ? [] : [[name, value]]
      }),
    )
  const entries: ReadonlyMap<string, Known<Value>> = {
    get,
    has: (name) => get(name) !== undefined,
    get size() {
      return names().length
    },
    forEach: (each, self) => whole().forEach(each, self),
    entries: () => whole().entries(),
    keys: () => whole().keys(),
    values: () => whole().values(),
    [Symbol.iterator]: () => whole()[Symbol.iterator](),
  }
  return { kind: 'object', entries }
}

export const isLazy = ({ entries }: ObjectValue): boolean => !(entries instanceof Map)

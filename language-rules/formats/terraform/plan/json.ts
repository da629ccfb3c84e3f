/** What `JSON.parse` gives. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [name: string]: Json | undefined
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !isList(value)

/** The value as an object; an empty one where it is something else, so that a path can be followed through what is not there. */
export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})

export const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : [])

export const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined)

/** One step down: a name in an object, or in the first member of a list, as nested blocks that may stand once are written. */
export function stepInto(value: Json | undefined, name: string): Json | undefined {
  const from = isList(value) ? (/^\d+$/.test(name) ? value : value[0]) : value
  if (isList(from)) return from[Number(name)]
  return isObject(from) && Object.hasOwn(from, name) ? from[name] : undefined
}

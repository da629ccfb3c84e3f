import type { core } from 'zod/mini'
import { nearest } from './nearest.ts'

// zod's issues in our words: which key, what was expected, which valid name is nearest.

export type KeyPath = readonly PropertyKey[]

export interface Complaint {
  readonly path: KeyPath
  /** True where the key itself is wrong, not its value. */
  readonly onKey: boolean
  readonly says: string
}

const quoted = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

export function meant(name: string, valid: readonly string[]): string {
  const near = nearest(name, valid)
  return near === undefined ? '' : `; did you mean "${near}"?`
}

/** `schema` is what the issues came from, so that an unknown key can be told its neighbours. */
export function complaints(issues: readonly core.$ZodIssue[], schema: core.$ZodType, value: unknown): Complaint[] {
  return issues.flatMap((issue) => complain(issue, [], schema, value))
}

function complain(issue: core.$ZodIssue, base: KeyPath, schema: core.$ZodType, root: unknown): Complaint[] {
  const path = [...base, ...issue.path]
  const found = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], root)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const valid = keysAt(schema, path)
      return issue.keys.map((key) => ({ path: [...path, key], onKey: true, says: unknownKey(key, valid) }))
    }
    case 'invalid_union': {
      const branch = deepest(issue.errors)
      return branch === undefined
        ? [{ path, onKey: false, says: expected(issue.message, found) }]
        : branch.flatMap((inner) => complain(inner, path, schema, root))
    }
    case 'invalid_value': {
      const values = issue.values.map(String)
      const near = typeof found === 'string' ? meant(found, values) : ''
      return [{ path, onKey: false, says: expected(values.map((v) => `"${v}"`).join(', '), found) + near }]
    }
    case 'invalid_key':
      return [{ path, onKey: true, says: 'this name is not allowed here' }]
    default:
      return [{ path, onKey: false, says: expected(wanted(issue), found) }]
  }
}

const unknownKey = (key: string, valid: readonly string[]) =>
  `no setting of that name${meant(key, valid) || (valid.length > 0 ? `; there are ${valid.map((k) => `"${k}"`).join(', ')}` : '')}`

const expected = (what: string, found: unknown) =>
  found === undefined ? `is missing: expected ${what}` : `expected ${what}, found ${quoted(found)}`

/** The branch of a union that got furthest, if one did: the others are not what was meant. */
function deepest(branches: readonly (readonly core.$ZodIssue[])[]): readonly core.$ZodIssue[] | undefined {
  const depth = (issues: readonly core.$ZodIssue[]) =>
    Math.max(0, ...issues.map((i) => i.path.length + (i.code === 'unrecognized_keys' ? 1 : 0)))
  const sorted = branches.filter((b) => depth(b) > 0).sort((a, b) => depth(b) - depth(a) || a.length - b.length)
  return sorted[0]
}

/** A schema with its own `error` has said it all in `message`; zod's English for the others starts with "Invalid". */
function wanted(issue: core.$ZodIssue): string {
  if (!/^(Invalid|Too|Unrecognized|Expected)/.test(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return article(issue.expected)
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'a text that is not empty'
        : `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`
    case 'too_big':
      return `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`
    default:
      return `a valid value (${issue.message})`
  }
}

const article = (type: string) =>
  ({ int: 'a whole number', object: 'an object', array: 'a list', record: 'an object', string: 'a text' })[type] ??
  `a ${type}`

type Def = core.$ZodTypeDef & {
  readonly shape?: Record<string, core.$ZodType>
  readonly innerType?: core.$ZodType
  readonly element?: core.$ZodType
  readonly valueType?: core.$ZodType
  readonly options?: readonly core.$ZodType[]
}

/** The keys an object may have at a path of a schema. */
export function keysAt(schema: core.$ZodType, path: KeyPath): readonly string[] {
  const def = schema._zod.def as Def
  if (def.innerType) return keysAt(def.innerType, path)
  if (def.options) return def.options.flatMap((option) => keysAt(option, path))
  const [key, ...rest] = path
  if (key === undefined) return Object.keys(def.shape ?? {})
  const next = def.shape?.[String(key)] ?? def.element ?? def.valueType
  return next ? keysAt(next, rest) : []
}

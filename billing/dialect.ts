/** A value that travels beside the SQL text, never in it. `time` is a UTC day or an ISO 8601 instant. */
export interface Parameter {
  readonly name: string
  readonly kind: 'text' | 'time'
  readonly value: string
}

/** In what an engine's SQL differs from another's: every method takes and gives SQL. */
export interface Dialect {
  /** What stands after FROM; its columns are named as in focus.ts, identifiers in double quotes. */
  readonly table: string
  /** How many rows a group is of; left out: `COUNT(*)`. */
  readonly rows?: string
  /** What identifiers stand in; texts are written with double quotes and translated. */
  readonly quote: '"' | '`'
  /** The place of a value, of its type; `position` counts from 1. */
  parameter(parameter: Parameter, position: number): string
  /** `2026-11-20`. */
  day(instant: string): string
  /** The Monday of its week, as a day. */
  week(instant: string): string
  /** `2026-11`. */
  month(instant: string): string
  /** `2026-11-20T08:00:00Z`. */
  second(instant: string): string
  /** The last instant before this one, or near enough to lie on the same day. */
  justBefore(instant: string): string
  /** A number in decimal digits, all of them. */
  digits(number: string): string
  /** A tag's text, null where a row has none. `bind` takes a value and gives its place. */
  tag(key: string, bind: (value: string) => string): string
  /** The distinct values of a group, one per line, in any order; nulls are left out. */
  lines(value: string): string
}

export interface Sql {
  readonly text: string
  /** In the order in which they stand in the text. */
  readonly parameters: readonly Parameter[]
}

/** Path of one key of a JSON object, for engines that take JSONPath. */
export const jsonPath = (key: string) => `$."${key.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** `2026-11-01 00:00:00.000`, as a clock in UTC shows it. */
export const clock = (time: string) => new Date(time).toISOString().replace('T', ' ').replace('Z', '')

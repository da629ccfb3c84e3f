// Values as a program writes them: dictionaries of Python with quoted names, records of TypeScript without.

/** `keyword`: Python; `record`: TypeScript; `quoted record`: that with texts in double quotes. */
export type Style = 'keyword' | 'record' | 'quoted record'

/** As a text in TypeScript has the names of what it imports. */
export const styleIn = (text: string): Style =>
  /\b(?:from|require\()\s*(["'])/.exec(text)?.[1] === '"' ? 'quoted record' : 'record'

export type Value = string | number | boolean | Code | readonly Value[] | Fields
export interface Fields {
  readonly [name: string]: Value
}

const asWritten = Symbol('as written')
/** An expression that is put there as it is, on several lines where one would be too long. */
interface Code {
  readonly [asWritten]: readonly string[]
}
export const code = (...parts: readonly string[]): Value => ({ [asWritten]: parts })

/** The width that a line is broken at, its indentation left out. */
const width = 96

/** On one line. */
export function inline(value: Value, style: Style): string {
  if (isCode(value)) return value[asWritten].map((part) => part.trim()).join('')
  if (typeof value === 'string') return quoted(value, style)
  if (typeof value === 'boolean') return style === 'keyword' ? (value ? 'True' : 'False') : String(value)
  if (typeof value === 'number') return String(value)
  if (isList(value)) return `[${value.map((item) => inline(item, style)).join(', ')}]`
  const items = Object.entries(value).map(([name, item]) => `${nameOf(name, style)}: ${inline(item, style)}`)
  return style === 'keyword' ? `{${items.join(', ')}}` : `{ ${items.join(', ')} }`
}

/** On as many lines as it takes, the inner ones indented. @param before what stands on its first line */
export function lines(value: Value, style: Style, before = ''): readonly string[] {
  const whole = before + inline(value, style)
  if (whole.length <= width || typeof value !== 'object') return [whole]
  if (isCode(value)) return value[asWritten].map((part, i) => (i === 0 ? before + part : part))
  const items = isList(value)
    ? value.map((item) => lines(item, style))
    : Object.entries(value).map(([name, item]) => lines(item, style, `${nameOf(name, style)}: `))
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}']
  return [before + open, ...items.flatMap((item) => indented(ended(item), style)), close]
}

/** With a comma at its end. */
export const ended = (item: readonly string[]): readonly string[] => [...item.slice(0, -1), `${item.at(-1)},`]

export const indented = (all: readonly string[], style: Style): readonly string[] =>
  all.map((line) => (style === 'keyword' ? '    ' : '  ') + line)

const isCode = (value: Value): value is Code => typeof value === 'object' && asWritten in value

const isList = (value: readonly Value[] | Fields): value is readonly Value[] => Array.isArray(value)

const quoted = (text: string, style: Style) =>
  style !== 'record' || /['\\\n]/.test(text) ? JSON.stringify(text) : `'${text}'`

const nameOf = (name: string, style: Style) =>
  style === 'keyword' ? `"${name}"` : /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name, style)

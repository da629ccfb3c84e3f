// https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals

interface StringForm {
  readonly raw: boolean
  readonly bytes: boolean
  readonly format: boolean
  readonly closed: boolean
  /** Offsets of the content, within the literal's own text. */
  readonly start: number
  readonly end: number
}

/** How a literal is written: its prefix and where its content stands. A literal without an end runs to its own. */
export function stringForm(literal: string): StringForm {
  const prefix = /^[a-zA-Z]*/.exec(literal)![0]
  const rest = literal.slice(prefix.length)
  const quote = /^("""|'''|"|')/.exec(rest)?.[0] ?? ''
  const start = prefix.length + quote.length
  const closed =
    literal.length >= start + quote.length && literal.endsWith(quote) && !escapes(literal.slice(0, -quote.length))
  const has = (letter: string) => prefix.toLowerCase().includes(letter)
  return {
    raw: has('r'),
    bytes: has('b'),
    format: has('f'),
    closed,
    start,
    end: closed ? literal.length - quote.length : literal.length,
  }
}

/** Does what follows stand behind a backslash that is not itself escaped? */
function escapes(text: string): boolean {
  let backslashes = 0
  while (text[text.length - 1 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 1
}

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
}

const escaped = /\\(?:\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|[\s\S])/g

/** Python reads every line end as `\n`, in a raw string too. */
export function cook(content: string, raw: boolean): string {
  const text = content.includes('\r') ? content.replace(/\r\n?/g, '\n') : content
  return raw || !text.includes('\\') ? text : text.replace(escaped, plain)
}

function plain(written: string): string {
  const kind = written[1]!
  if (kind in simple) return simple[kind]!
  if (/[0-7]/.test(kind)) return String.fromCodePoint(Number.parseInt(written.slice(1), 8))
  if (written.length === 2) return written
  // A character by its Unicode name: which one it is takes a table we do not carry, that it is one is enough to count.
  if (kind === 'N') return '\ufffd'
  const code = Number.parseInt(written.slice(2), 16)
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code)
}

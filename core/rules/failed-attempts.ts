// Whether a loop goes around again when what stands in it fails, as far as its text says it.

/** Errors that no provider's client raises: the loop has them from what it does with the answer. */
const ofTheAnswer =
  /^(json\.)?(JSONDecodeError|KeyError|ValueError|TypeError|IndexError|AttributeError|LookupError|StopIteration|AssertionError|SyntaxError|(pydantic\.)?ValidationError|UnicodeDecodeError|ZeroDivisionError|NameError)$/

/** What a provider answers in place of doing the work: it is asked again, and bills nothing. https://platform.openai.com/docs/guides/error-codes */
const refusals =
  /^([\w.]*\.)?(RateLimitError|TooManyRequests(Error|Exception)?|ResourceExhausted|ThrottlingException|OverloadedError|ServiceUnavailable(Error|Exception)?)$/

/**
 * Whether what it tries again may have been billed: a loop whose handlers name nothing but refusals costs nothing but time. As
 * `retriesFailures` is asked.
 */
export function retriesBilled(code: string, at?: number): boolean {
  if (!retriesFailures(code, at)) return false
  const handlers = pythonHandlers(withoutWords(code), at).filter(({ ends }) => !ends)
  return handlers.length === 0 || handlers.some(({ errors }) => !errors.every(isUnbilled))
}

const isUnbilled = (name: string): boolean => ofTheAnswer.test(name) || refusals.test(name)

/** The same of a decorator: `@backoff.on_exception(backoff.expo, openai.RateLimitError)`. */
export function namesBilled(code: string): boolean {
  const errors = withoutWords(code).match(/\b[\w.]*([A-Z]\w*(Error|Exception|Requests|Exhausted|Unavailable))\b/g) ?? []
  return errors.length === 0 || !errors.every(isUnbilled)
}

/**
 * @param code of the loop, from its first line on
 * @param at where in it the call stands; left out where that is not known. What catches elsewhere does not catch its failure.
 */
export function retriesFailures(code: string, at?: number): boolean {
  const bare = withoutWords(code)
  if (/\bcatch\s*[({]|\.catch\s*\(/.test(bare)) return catchesInBraces(bare, at)
  if (/\bwith\s+attempt\b/.test(bare)) return true
  return pythonHandlers(bare, at).some(({ errors, ends }) => !ends && !errors.every((name) => ofTheAnswer.test(name)))
}

/** Neither a comment nor a text is code: `print("try again")`. All else stays where it is. */
const withoutWords = (code: string): string =>
  code
    .replace(/("""|''')[\s\S]*?\1/g, blank)
    .replace(/(["'])(?:\\.|(?!\1)[^\\\n])*\1/g, blank)
    .replace(/`(?:\\.|[^`\\])*`/g, blank)
    .replace(/(^|\s)(#|\/\/).*$/gm, blank)

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

interface Handler {
  /** Empty names for `except:`, which has all. */
  readonly errors: readonly string[]
  /** Its last statement leaves the loop, or lets the failure through. */
  readonly ends: boolean
}

function pythonHandlers(code: string, at: number | undefined): readonly Handler[] {
  const lines = code
    .replace(
      /\bexcept\s*\([^)]*\)[^\n]*/g,
      (several) => several.replace(/\n/g, ' ') + '\n'.repeat(several.split('\n').length - 1),
    )
    .split('\n')
  const around = at === undefined ? undefined : triesAround(lines, code.slice(0, at).split('\n').length - 1)
  return lines.flatMap((line, i): Handler[] => {
    const found = /^(\s*)except\b\s*\*?\s*\(?([^:)]*)\)?[^:]*:(.*)$/.exec(line)
    if (!found || (around && !around.has(tryOf(lines, i)))) return []
    const [, indent = '', names = '', rest = ''] = found
    const errors = names.replace(/\bas\s+\w+\s*$/, '').split(',')
    return [
      {
        errors: errors.map((name) => name.trim()).filter((name, n) => name !== '' || n === 0),
        ends: leaves.test(rest.trim() || lastOf(lines.slice(i + 1), indent.length)),
      },
    ]
  })
}

const leaves = /^(break|return|raise)\b/
const depthOf = (line: string) => line.length - line.trimStart().length

/** Numbers of the lines whose `try:` a line stands in. */
function triesAround(lines: readonly string[], line: number): ReadonlySet<number> {
  const found = new Set<number>()
  let depth = Number.POSITIVE_INFINITY
  for (let i = line; i >= 0; i--) {
    const each = lines[i]!
    if (each.trim() === '' || (i !== line && depthOf(each) >= depth)) continue
    depth = depthOf(each)
    if (/^\s*try\s*:/.test(each)) found.add(i)
  }
  return found
}

/** The line of the `try:` that an `except` belongs to; -1 where there is none. */
const tryOf = (lines: readonly string[], except: number): number =>
  lines.slice(0, except).findLastIndex((line) => /^\s*try\s*:/.test(line) && depthOf(line) === depthOf(lines[except]!))

/** The last statement of a block, of those that stand in it and not deeper. */
function lastOf(lines: readonly string[], outer: number): string {
  const end = lines.findIndex((line) => line.trim() !== '' && depthOf(line) <= outer)
  const block = lines.slice(0, end < 0 ? lines.length : end).filter((line) => line.trim() !== '')
  const inner = Math.min(...block.map(depthOf))
  return block.findLast((line) => depthOf(line) === inner)?.trim() ?? ''
}

function catchesInBraces(code: string, at: number | undefined): boolean {
  // What tells kinds of failure apart and lets the others through answers other failures than the client does.
  if (/\bcatch\b[\s\S]*\b(instanceof|isInstance\()[\s\S]*\bthrow\b/.test(code)) return false
  const blocks = [...code.matchAll(/\bcatch\s*(?:\([^)]*\)\s*)?\{/g)].map(({ index, 0: { length } }) => ({
    block: blockAt(code, index + length),
    holdsCall: at === undefined || isInTry(code, index, at),
  }))
  if (blocks.length === 0) return true
  return blocks.some(
    ({ block, holdsCall }) => holdsCall && !/^(break|return|throw)\b/.test(lastStatement(block)) && !isChoosy(block),
  )
}

/** `if (!isTooLong(error)) throw error`: all failures but one kind go through, unless it is the kind that is worth another attempt. */
function isChoosy(block: string): boolean {
  const guard = /\bif\s*\(\s*!\s*([\w.]+)\s*\([^)]*\)\s*\)\s*\{?\s*throw\b/.exec(block)
  return (
    guard !== null &&
    !/retr|transient|temporar|rate|throttl|overload|quota|network|connection|time_?out|\d{3}/i.test(guard[1]!)
  )
}

/** Whether the `try` that a `catch` belongs to holds what stands at `at`. */
function isInTry(code: string, end: number, at: number): boolean {
  const close = code.lastIndexOf('}', end)
  for (let i = close - 1, depth = 1; i >= 0; i--) {
    if (code[i] === '}') depth++
    else if (code[i] === '{' && --depth === 0) return i < at && at < close
  }
  // Its `try` stands before the loop.
  return false
}

/** What stands between a brace and the one that closes it. */
function blockAt(code: string, from: number): string {
  for (let at = from, depth = 1; at < code.length; at++) {
    if (code[at] === '{') depth++
    else if (code[at] === '}' && --depth === 0) return code.slice(from, at)
  }
  return code.slice(from)
}

/** Of those that stand in the block and not deeper. */
function lastStatement(block: string): string {
  let own = ''
  let depth = 0
  for (const letter of block) {
    if (letter === '{') depth++
    if (depth === 0) own += letter
    else if (letter === '}' && --depth === 0) own += ';'
  }
  const statements = own.split(/[;\n]/).map((each) => each.trim())
  return statements.findLast((each) => each !== '') ?? ''
}

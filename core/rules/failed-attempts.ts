// Whether a loop goes around again when what stands in it fails, as far as its text says it.

/** Errors that no provider's client raises: the loop has them from what it does with the answer. */
const ofTheAnswer =
  /^(json\.)?(JSONDecodeError|KeyError|ValueError|TypeError|IndexError|AttributeError|LookupError|StopIteration|AssertionError|SyntaxError|(pydantic\.)?ValidationError|UnicodeDecodeError|ZeroDivisionError|NameError)$/

/** @param code of the loop, from its first line on */
export function retriesFailures(code: string): boolean {
  const bare = withoutWords(code)
  if (/\bcatch\s*[({]|\.catch\s*\(/.test(bare)) return catchesInBraces(bare)
  if (/\bwith\s+attempt\b/.test(bare)) return true
  return pythonHandlers(bare).some(({ errors, ends }) => !ends && !errors.every((name) => ofTheAnswer.test(name)))
}

/** Neither a comment nor a text is code: `print("try again")`. */
const withoutWords = (code: string): string =>
  code
    .replace(/("""|''')[\s\S]*?\1/g, '""')
    .replace(/(["'])(?:\\.|(?!\1)[^\\\n])*\1/g, '""')
    .replace(/`(?:\\.|[^`\\])*`/g, '""')
    .replace(/(^|\s)(#|\/\/).*$/gm, '$1')

interface Handler {
  /** Empty names for `except:`, which has all. */
  readonly errors: readonly string[]
  /** Its last statement leaves the loop, or lets the failure through. */
  readonly ends: boolean
}

function pythonHandlers(code: string): readonly Handler[] {
  const lines = code.replace(/\bexcept\s*\([^)]*\)/g, (several) => several.replace(/\s+/g, ' ')).split('\n')
  return lines.flatMap((line, at): Handler[] => {
    const found = /^(\s*)except\b\s*\*?\s*\(?([^:)]*)\)?[^:]*:(.*)$/.exec(line)
    if (!found) return []
    const [, indent = '', names = '', rest = ''] = found
    const errors = names.replace(/\bas\s+\w+\s*$/, '').split(',')
    return [
      {
        errors: errors.map((name) => name.trim()).filter((name, i) => name !== '' || i === 0),
        ends: leaves.test(rest.trim() || lastOf(lines.slice(at + 1), indent.length)),
      },
    ]
  })
}

const leaves = /^(break|return|raise)\b/

/** The last statement of a block, of those that stand in it and not deeper. */
function lastOf(lines: readonly string[], outer: number): string {
  const depth = (line: string) => line.length - line.trimStart().length
  const end = lines.findIndex((line) => line.trim() !== '' && depth(line) <= outer)
  const block = lines.slice(0, end < 0 ? lines.length : end).filter((line) => line.trim() !== '')
  const inner = Math.min(...block.map(depth))
  return block.findLast((line) => depth(line) === inner)?.trim() ?? ''
}

function catchesInBraces(code: string): boolean {
  // What tells kinds of failure apart and lets the others through answers other failures than the client does.
  if (/\bcatch\b[\s\S]*\b(instanceof|isInstance\()[\s\S]*\bthrow\b/.test(code)) return false
  const blocks = [...code.matchAll(/\bcatch\s*(?:\([^)]*\)\s*)?\{/g)].map(({ index, 0: { length } }) =>
    blockAt(code, index + length),
  )
  return blocks.length === 0 || blocks.some((block) => !/^(break|return|throw)\b/.test(lastStatement(block)))
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

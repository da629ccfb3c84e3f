import type { CallSite, Loop, Module } from '../module.ts'
import type { Edit, Span } from '../types.ts'
import { type CallTools, newlineOf, replaceSpan } from './arguments.ts'
import type { Collected } from './batch.ts'
import { indentAt, lineEnd, lineStart } from './text.ts'

/**
 * The loop is gone through twice: once to collect the requests, with what each pass knows by then, and once over the answers. Undefined
 * where the statement with the call is not one of the loop's own, or the second pass would not see what the first saw.
 */
export function twoPasses(
  collected: Collected,
  site: CallSite,
  loop: Loop,
  tools: CallTools,
): readonly Edit[] | undefined {
  const { document, module, named } = tools
  const { text } = document
  const [from, to] = [lineStart(text, site.statement[0]), lineEnd(text, site.statement[1])]
  const start = lineStart(text, loop.span[0])
  const [outer, inner] = [indentAt(text, start), indentAt(text, from)]
  const isRecord = named === 'record'
  const end = isRecord ? lineStart(text, loop.span[1] - 1) : loop.span[1]
  if (!isOwn(loop, site.statement, [from, to], text)) return undefined
  const rest = text.slice(to, Math.max(to, end)).replace(/\s+$/, '')
  const asked = text.slice(...collected.span)
  const statement = text.slice(...site.statement)
  if (statement.split(asked).length !== 2 || rest.split('\n').some((line) => isOutside(line, inner))) return undefined
  const name = (isRecord ? /^(?:const|let) (\w+) = $/ : /^(\w+) = $/).exec(
    statement.replace(asked, '').replace(/;$/, ''),
  )?.[1]
  const answer = name ?? free('answer', text)
  const uses = name === undefined ? inner + answered(statement, asked, answer) : ''
  const second = [uses, rest.replace(/^\s*\n/, '')].filter((piece) => piece.trim() !== '')
  const kept = keptNames(loop, [from, to], module, text, second.join('\n'), collected.body)
  if (!kept || second.length === 0 || kept.includes(answer)) return undefined
  const newline = newlineOf(text)
  const names = { kept, answer, list: free('asked', text), bodies: free('bodies', text) }
  const pieces = isRecord ? typescript(collected, names, inner, text) : python(collected, names)
  const lines = [
    ...pieces.collect.map((line) => inner + line),
    ...pieces.between.map((line) => outer + line),
    ...pieces.first.map((line) => inner + line),
    ...second,
    ...(isRecord ? [`${outer}}`] : []),
  ]
  return [
    replaceSpan(document, [start, start], pieces.before.map((line) => outer + line + newline).join('')),
    replaceSpan(document, [from, loop.span[1]], lines.join(newline)),
  ]
}

interface Names {
  readonly kept: readonly string[]
  readonly answer: string
  readonly list: string
  readonly bodies: string
}

interface Pieces {
  readonly before: readonly string[]
  readonly collect: readonly string[]
  readonly between: readonly string[]
  readonly first: readonly string[]
}

function python({ body, client, wait, helper }: Collected, { kept, answer, list, bodies }: Names): Pieces {
  const ask = `${wait}${helper.name}(${client}, ${bodies})`
  if (kept.length === 0)
    return {
      before: [`${bodies} = []`],
      collect: [`${bodies}.append(${body})`],
      between: [`for ${answer} in ${ask}:`],
      first: [],
    }
  const each = kept.length === 1 ? kept[0]! : `(${kept.join(', ')})`
  return {
    before: [`${list}, ${bodies} = [], []`],
    collect: [`${list}.append(${each})`, `${bodies}.append(${body})`],
    between: [`for ${each}, ${answer} in zip(${list}, ${ask}):`],
    first: [],
  }
}

function typescript(
  { body, client, helper }: Collected,
  { kept, answer, list, bodies }: Names,
  inner: string,
  text: string,
): Pieces {
  const semi = /;\r?\n/.test(text) ? ';' : ''
  const [typed, sure] = helper.body === undefined ? ['', ''] : [`: ${helper.body}[]`, '!']
  const ask = `await ${helper.name}(${client}, ${bodies})`
  const collect = `${bodies}.push(${body})${semi}`
  const before = `const ${bodies}${typed} = []${semi}`
  if (kept.length === 0)
    return { before: [before], collect: [collect], between: ['}', `for (const ${answer} of ${ask}) {`], first: [] }
  const index = inner === '' ? 'i' : free('i', text)
  return {
    before: [before, `const ${list} = []${semi}`],
    collect: [`${list}.push({ ${kept.join(', ')} })${semi}`, collect],
    between: ['}', `for (const [${index}, ${answer}] of (${ask}).entries()) {`],
    first: [`const { ${kept.join(', ')} } = ${list}[${index}]${sure}${semi}`],
  }
}

/** One of the loop's own statements, on lines of its own. */
function isOwn(loop: Loop, statement: Span, lines: Span, text: string): boolean {
  const around = text.slice(lines[0], statement[0]) + text.slice(statement[1], lines[1])
  const header = text.slice(lineStart(text, loop.span[0]), loop.span[0])
  const first = /^[ \t]*(?=\S)/m.exec(text.slice(lineEnd(text, loop.span[0]), loop.span[1]))?.[0]
  const inner = indentAt(text, lines[0])
  return (
    around.replace(';', '').trim() === '' &&
    header.trim() === '' &&
    first === inner &&
    inner.length > header.length &&
    statement[0] > loop.span[0]
  )
}

/** An `else` of the loop, or the inside of a long text. */
const isOutside = (line: string, inner: string) => line.trim() !== '' && !line.startsWith(inner)

/**
 * What a pass knows when it asks and uses afterwards. Undefined where a pass changes what others read before they ask: the requests
 * would be others.
 */
function keptNames(
  loop: Loop,
  statement: Span,
  { bindings }: Module,
  text: string,
  after: string,
  body: string,
): readonly string[] | undefined {
  const inLoop = bindings.filter(({ span }) => loop.span[0] <= span[0] && span[1] <= loop.span[1])
  const nameOf = ({ target }: (typeof inLoop)[number]) => (target.is === 'name' ? target.name : undefined)
  const named = (some: typeof inLoop) => new Set(some.map(nameOf).filter((name) => name !== undefined))
  const made = named(inLoop.filter(({ span }) => span[0] < statement[0]))
  if (loop.variable !== undefined) made.add(loop.variable)
  const later = named(inLoop.filter(({ span }) => span[0] >= statement[1]))
  const before = text.slice(lineEnd(text, loop.span[0]), statement[0]) + body
  const has = (code: string, name: string) => new RegExp(`(?<![.\\w$])${escaped(name)}(?![\\w$])`).test(code)
  const changed = [...`${before}\n${after}`.matchAll(mutation)].map((match) => match[1]!)
  if ([...later, ...changed].some((name) => !made.has(name) && has(before, name))) return undefined
  const kept = [...made].filter((name) => has(after, name))
  return kept.some((name) => later.has(name)) ? undefined : kept
}

const mutation =
  /(?<![.\w$])([A-Za-z_$][\w$]*)(?:\.(?:append|extend|update|add|insert|pop|clear|remove|setdefault|push|set|unshift|splice|shift|delete)\(|\[[^\]\n]*\]\s*[-+*/|]?=(?!=)|\.\w+\s*[-+*/|]?=(?!=)|\s*[-+*/|]=)/g

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Brackets that held the `await` go with it. */
const answered = (statement: string, asked: string, answer: string) =>
  asked.startsWith('await') && statement.includes(`(${asked})`)
    ? statement.replace(`(${asked})`, () => answer)
    : statement.replace(asked, () => answer)

/** A name that nothing in the text has. */
function free(name: string, text: string): string {
  for (let i = 1; ; i++) {
    const free = i === 1 ? name : `${name}${i}`
    if (!new RegExp(`\\b${free}\\b`).test(text)) return free
  }
}

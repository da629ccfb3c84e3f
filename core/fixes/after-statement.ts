import { type Document, locate } from '../document.ts'
import type { CallSite, Module } from '../module.ts'
import type { Edit, Location } from '../types.ts'
import { newlineOf, replaceSpan } from './arguments.ts'
import { indentedAs } from './indentation.ts'
import { isBodyOfItsOwn } from './statement-place.ts'
import { indentAt, lineStart } from './text.ts'

/** The call whose expression stands at a place. */
export const callAt = ({ file, cell, span }: Location, module: Module, document: Document): CallSite | undefined =>
  module.calls.find(({ expr }) => {
    const at = locate(document, expr.span)
    return at.file === file && at.cell === cell && at.span[0] === span[0] && at.span[1] === span[1]
  })

/** How a call is waited for: what stands before it, and after it where the SDK is the one before version 3. */
export interface Waiting {
  readonly before: '' | 'await '
  readonly after: '' | '.promise()'
}

type Written = (waiting: Waiting) => readonly string[]

/** What a call is given to, or nothing; with a bracket where something is read of what it answers: `(await send(make)).Location`. */
const given =
  /^(?:(?:export )?(?:const |let |var )?(?:[\w$.]+|[{[][^()]*[}\]])(?:: ?[\w$.<>[\]| ]+)?\s*=\s*)?(\(?)(await )?$/
const returned = /^return (\(?)(await )?$/
/** What is read of the answer, without another call. */
const read = /^(\.promise\(\))?(\)?)((?:!|\??\.[\w$]+|(?:\?\.)?\[[^()[\]]*\])*)\s*;?$/

interface Standing extends Waiting {
  readonly isReturned: boolean
  /** What is returned is a promise, which the function does not wait for. */
  readonly isLeftToWait: boolean
}

/** Undefined where more is done with the call in its statement, or where what it makes may not be there yet once the statement is over. */
function standing({ expr, statement, scope }: CallSite, { text }: Document, module: Module): Standing | undefined {
  const [start, end] = statement
  if (!isBodyOfItsOwn(start, text, module)) return undefined
  const lead = text.slice(start, expr.span[0])
  const before = given.exec(lead) ?? returned.exec(lead)
  const after = read.exec(text.slice(expr.span[1], end))
  if (!before || !after || (before[1] === '(') !== (after[2] === ')')) return undefined
  const waits = before[2] === 'await '
  // Of a promise, and not of what it will be.
  if (waits && after[3] !== '' && after[2] === '') return undefined
  const isReturned = lead.startsWith('return ')
  const isLeftToWait = module.language === 'typescript' && !waits
  if (isLeftToWait && (!isReturned || after[3] !== '' || !module.scopes[scope]?.async)) return undefined
  const stands = { isReturned, isLeftToWait, after: after[1] ? '.promise()' : '' } as const
  return { ...stands, before: waits || isLeftToWait ? 'await ' : '' }
}

/**
 * Adds a statement after the one that a call is in, indented as it is; where what the call answers is returned, it gets a name first. Holds
 * an undefined where the statement does more.
 */
export function addAfterStatement(
  call: CallSite,
  document: Document,
  module: Module,
  code: Written,
): readonly (Edit | undefined)[] {
  const { text } = document
  const [start, end] = call.statement
  const stands = standing(call, document, module)
  const name = stands?.isReturned ? newName(text) : ''
  if (!stands || name === undefined) return [undefined]
  const isClosed = /;\s*$/.test(text.slice(call.expr.span[1], end)) || text.charAt(end) === ';'
  const closed = isClosed && text.charAt(end) === ';' ? end + 1 : end
  const at =
    closed + (/^[ \t]*(?:#|\/\/|\/\*[^\r\n]*\*\/[ \t]*(?=\r?\n|$))[^\r\n]*/.exec(text.slice(closed))?.[0].length ?? 0)
  const lead = newlineOf(text) + indentAt(text, start)
  const close = isClosed ? ';' : ''
  const added = lead + indentedAs(text, module.language, code(stands)).join(lead) + close
  if (!stands.isReturned) return [replaceSpan(document, [at, at], added)]
  const declares = module.language === 'typescript' ? 'const ' : ''
  const held = `${declares}${name} = ${stands.isLeftToWait ? 'await ' : ''}`
  return [
    replaceSpan(document, [start, start + 'return '.length], held),
    replaceSpan(document, [at, at], `${added}${lead}return ${name}${close}`),
  ]
}

const newName = (text: string) => ['created', 'made', 'answer'].find((name) => !new RegExp(`\\b${name}\\b`).test(text))

/** Adds a statement in front of it, where `addAfterStatement` could add one after it. */
export function addBeforeStatement(
  call: CallSite,
  document: Document,
  module: Module,
  code: Written,
): readonly (Edit | undefined)[] {
  const { text } = document
  const [start, end] = call.statement
  const stands = standing(call, document, module)
  const indent = indentAt(text, start)
  if (!stands || text.slice(lineStart(text, start), start) !== indent) return [undefined]
  const isClosed = /;\s*$/.test(text.slice(call.expr.span[1], end)) || text.charAt(end) === ';'
  const newline = newlineOf(text)
  const lines = indentedAs(text, module.language, code(stands)).join(`${newline}${indent}`)
  return [replaceSpan(document, [start, start], `${lines}${isClosed ? ';' : ''}${newline}${indent}`)]
}

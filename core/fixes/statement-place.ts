import type { Module } from '../module.ts'
import { lineStart } from './text.ts'

/** What takes one statement where no block follows it. */
const heads = /\b(?:if|for|while|with)\s*(?:await\s*)?$/

/**
 * Whether another statement beside the one that starts there runs when that one does. It would not beside what an `if` or a loop has for its
 * only one, without braces or on its own line.
 */
export function isBodyOfItsOwn(start: number, text: string, { language, comments }: Module): boolean {
  if (language === 'python') return text.slice(lineStart(text, start), start).trim() === ''
  const end = codeEnd(start, text, comments)
  const before = text.slice(0, end)
  if (/\b(?:else|do)$/.test(before)) return false
  if (!before.endsWith(')')) return true
  const open = opening(before)
  return open !== undefined && !heads.test(before.slice(Math.max(0, open - 40), open))
}

/** Past the last thing before a place that is neither blank nor comment. */
function codeEnd(from: number, text: string, comments: Module['comments']): number {
  let at = from
  while (at > 0) {
    if (/\s/.test(text.charAt(at - 1))) at--
    else {
      const comment = comments.find(({ span }) => span[1] === at)
      if (!comment) return at
      at = comment.span[0]
    }
  }
  return at
}

/** Where the bracket is opened that the text ends with the close of. */
function opening(text: string): number | undefined {
  let depth = 0
  for (let at = text.length - 1; at >= 0; at--) {
    const letter = text.charAt(at)
    if (letter === ')') depth++
    else if (letter === '(' && --depth === 0) return at
  }
  return undefined
}

import { mostBrackets, type Shallow, shallow } from '../lowering/shallow.ts'

const token =
  /#[^\r\n]*|"""(?:\\[\s\S]|(?!""")[^\\])*(?:"""|$)|'''(?:\\[\s\S]|(?!''')[^\\])*(?:'''|$)|"(?:\\[\s\S]|[^"\\\r\n])*"?|'(?:\\[\s\S]|[^'\\\r\n])*'?|[([{]|[)\]}]/g

/**
 * What CPython could read of a text: Lezer takes seconds where brackets nest deeper. They are first counted in strings and comments too,
 * which is fast and nearly always enough.
 */
export function readableBrackets(text: string): Shallow {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 40 || code === 91 || code === 123) depth++
    else if ((code === 41 || code === 93 || code === 125) && depth > 0) depth--
    if (depth > mostBrackets) return shallow(text, token)
  }
  return { text, deep: [] }
}

// https://github.com/python/cpython/blob/3.13/Parser/lexer/state.h: MAXLEVEL
const deepestOfPython = 200

const token =
  /#[^\r\n]*|"""(?:\\[\s\S]|(?!""")[^\\])*(?:"""|$)|'''(?:\\[\s\S]|(?!''')[^\\])*(?:'''|$)|"(?:\\[\s\S]|[^"\\\r\n])*"?|'(?:\\[\s\S]|[^'\\\r\n])*'?|[([{]|[)\]}]/g

/**
 * Where brackets nest deeper than CPython allows; undefined in any text it would read. Lezer takes seconds over such a
 * text. Brackets are first counted in strings and comments too, which is fast and nearly always enough.
 */
export function tooManyBrackets(text: string): number | undefined {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 40 || code === 91 || code === 123) depth++
    else if ((code === 41 || code === 93 || code === 125) && depth > 0) depth--
    if (depth > deepestOfPython) return inCode(text)
  }
  return undefined
}

function inCode(text: string): number | undefined {
  let depth = 0
  for (const { 0: what, index } of text.matchAll(token)) {
    if ('([{'.includes(what)) depth++
    else if (')]}'.includes(what)) depth = Math.max(0, depth - 1)
    if (depth > deepestOfPython) return index
  }
  return undefined
}

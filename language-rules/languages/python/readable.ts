// Where @lezer/python 1.1.19 reads less than CPython does. Each text is replaced by one of the same length that means
// the same to the lowering, so that every offset stands; names, numbers and strings are read from the original.

export function readable(text: string): string {
  let out = text
  if (out.charCodeAt(0) === 0xfeff) out = `\n${out.slice(1)}`
  if (out.includes('\r')) out = out.replace(/\\\r\n/g, ' \\\n').replace(/\r\n/g, ' \n')
  if (out.includes('\f')) out = out.replace(/(^|\n)\f/g, '$1\n')
  // `1.` and `1.e5`: the grammar wants a digit after the point.
  out = out.replace(/(?<![\w.)\]])(\d[\d_]*)\.(?![\d_.]|[a-df-ik-zA-DF-IK-Z])/g, '$10')
  // A `yield` of nothing.
  out = out.replace(/\byield(?=[ \t]*(?:[)\]#;\r\n]|$))/g, 'None ')
  return out
}

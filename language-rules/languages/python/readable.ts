// Where @lezer/python 1.1.19 reads less than CPython does. Each text is replaced by one of the same length that means
// the same to the lowering, so that every offset stands; names, numbers and strings are read from the original. A match
// inside a string or a comment therefore does no harm.

type Rewrite = readonly [pattern: RegExp, replacement: string | ((match: string) => string)]

// What is repeated without an end in these patterns is bounded: a text that only looks like one costs no quadratic time.
const spaces = (text: string) => ' '.repeat(text.length)

/** `case str():` and `case []:` */
function emptyPatterns(clause: string): string {
  return clause
    .replace(/(?<=\w)\(\s*\)/g, spaces)
    .replace(/\(\s*\)|\[\s*\]|\{\s*\}/g, (empty) => '_'.padEnd(empty.length))
}

const rewrites: readonly Rewrite[] = [
  [/^\ufeff/, '\n'],
  [/\\\r\n/g, ' \\\n'],
  [/\r\n/g, ' \n'],
  [/(?<=^|\n)\f/g, '\n'],
  // `1.` and `1.e5`: the grammar wants a digit after the point.
  [/(?<![\w.)\]])\d[\d_]*\.(?![\d_.]|[a-df-ik-zA-DF-IK-Z])/g, (match) => `${match.slice(0, -1)}0`],
  // A `yield` of nothing.
  [/\byield(?=[ \t]*(?:[)\]#;\r\n]|$))/g, 'None '],
  // `with f() as (a, b)`, `as self.x`: read as two managers, and told from them by the original's `as`.
  [/\bas(?=\s*[([]|\s+\w+\s*[.[])/g, ', '],
  // `for a, *b in`, in a comprehension.
  [
    /\bfor\s(?:(?!\bin\b)[\w\s,()]){0,200}\*(?:(?!\bin\b)[\w\s,()*]){0,200}\bin\b/g,
    (match) => match.replaceAll('*', ' '),
  ],
  [/^[ \t]*case[ \t]+[\w"'({[-](?:(?!\bif\b)[^:\n])*/gm, emptyPatterns],
  // `lambda a, /, b:`
  [/\blambda\s[\w\s,]{0,200}\/(?=[\s,:])/g, (match) => match.replace(/,\s*\/$/, spaces)],
  // In an f-string a backslash does not take the brace behind it.
  [/\\(?=\{)/g, ' '],
  // `tuple[*Ts]`
  [/(?<=\w\[)\*/g, ' '],
]

export function readable(text: string): string {
  const rewritten = rewrites.reduce(
    (out, [pattern, replacement]) =>
      typeof replacement === 'string' ? out.replace(pattern, replacement) : out.replace(pattern, replacement),
    text,
  )
  return managers(rewritten)
}

/** `with (a() as b, c() as d):`, as a tuple of which each `as` is a comma. */
function managers(text: string): string {
  let out = ''
  let done = 0
  for (const { index } of text.matchAll(/^[ \t]*(?:async[ \t]+)?with[ \t]*\(/gm)) {
    const open = text.indexOf('(', index)
    for (const at of asAtDepthOne(text, open)) {
      if (at < done) continue
      out += `${text.slice(done, at)}, `
      done = at + 2
    }
  }
  return done === 0 ? text : out + text.slice(done)
}

const token =
  /#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|[([{]|[)\]}]|\bas\b/g

const longestHeader = 20_000

function asAtDepthOne(text: string, open: number): number[] {
  const found: number[] = []
  let depth = 0
  token.lastIndex = open
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [what] = match
    if (match.index - open > longestHeader) return []
    if ('([{'.includes(what)) depth++
    else if (')]}'.includes(what) && --depth === 0) return found
    else if (what === 'as' && depth === 1) found.push(match.index)
  }
  return []
}

// https://tc39.es/ecma262/#sec-imports

/** More than any list of names has: words that only look like an import are not followed to the end of the text. */
const most = 2000

/** Each comment is read in one way alone: an expression with two would try all of them. */
const comment = `\\/\\*(?:[^*]|\\*(?!\\/)){0,${most}}\\*\\/|\\/\\/[^\\n]{0,${most}}\\n`

const statement = new RegExp(
  `\\b(?:(?:import|export)\\b(?:[\\w$*{},\\s\\u0080-\\uffff]|${comment}){0,${most}}` +
    `|(?:import|require)\\s*\\((?:\\s|${comment}){0,${most}})(['"\`])([\\w./@~$#:-]+)\\1`,
  'g',
)

const comments = new RegExp(comment, 'g')

const named = /(?:\?\.)?\[\s*(['"`])([A-Za-z_$][\w$]*)\1\s*\]/g

/**
 * The text of a script as most are written: no comments in an import, its path in quotes, and a field that is named in brackets after a
 * dot. What looks for words finds them then, without a parser.
 */
export function plainScript(text: string): string {
  return text.replace(statement, plainImport).replace(named, '.$2')
}

function plainImport(whole: string, quote: string, path: string): string {
  if (quote !== '`' && !whole.includes('/*') && !whole.includes('//')) return whole
  const head = whole.slice(0, -path.length - 2).replace(comments, ' ')
  return `${head.replace(/([\s(])\s+$/, '$1')}'${path}'`
}

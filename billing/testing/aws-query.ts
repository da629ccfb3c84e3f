// AWS's query protocol against an operation's shapes: parameters are put together to the object they stand for, and the answer's
// object is checked before the fake writes it as XML.
import type { Exchange } from './openapi.ts'

type Tree = { [name: string]: Tree | string }

/** `A.member.2.B=x` is the second of a list of objects. Numbers and booleans stay texts: the schema is asked to take them. */
export function parametersOf(query: Exchange['query']): unknown {
  const tree: Tree = {}
  for (const [name, value] of query) {
    if (name === 'Action' || name === 'Version') continue
    const steps = name.split('.')
    let at = tree
    for (const step of steps.slice(0, -1)) {
      const next = at[step]
      const inner: Tree = typeof next === 'object' ? next : {}
      at[step] = inner
      at = inner
    }
    at[steps.at(-1)!] = value
  }
  return unlisted(tree)
}

function unlisted(tree: Tree | string): unknown {
  if (typeof tree === 'string') return tree
  const { member } = tree
  if (typeof member === 'object') return Object.values(member).map(unlisted)
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, unlisted(value)]))
}

/** Lists have their members in `<member>`. */
export function xmlOf(action: string, answer: object): string {
  return `<${action}Response xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><${action}Result>${written(answer)}</${action}Result></${action}Response>`
}

function written(value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => `<member>${written(each)}</member>`).join('')
  if (typeof value !== 'object' || value === null) return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return Object.entries(value)
    .map(([name, each]) => `<${name}>${written(each)}</${name}>`)
    .join('')
}

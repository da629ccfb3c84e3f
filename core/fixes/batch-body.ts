import type { CallExpr } from '../module.ts'
import type { CallTools } from './arguments.ts'

/** Of the client, not of the request. */
const notSent =
  /^(timeout|timeout_ms|retries|server_url|http_headers|extra_headers|extra_query|extra_body|stream|stream_options|background|betas)$/

/** The arguments of a call as the one value that is sent; undefined where some are no part of the request, or cannot be told apart. */
export function bodyOf({ args, callee, span }: CallExpr, { document, named }: CallTools): string | undefined {
  const { text } = document
  if (named === 'record') {
    const [first, ...options] = args
    if (!first || first.spread || options.length > 0) return undefined
    const { value } = first
    if (value.is === 'record' && value.entries.some(({ name }) => name !== undefined && notSent.test(name)))
      return undefined
    return text.slice(...first.span)
  }
  const open = text.indexOf('(', callee.span[1])
  const isWhole = args.every(({ name, spread }) => spread === 'record' || (name !== undefined && !notSent.test(name)))
  if (open < 0 || args.length === 0 || !isWhole) return undefined
  let [from, body] = [open + 1, '{']
  for (const argument of args) {
    const code = text.slice(...argument.span)
    body += text.slice(from, argument.span[0])
    body += argument.name === undefined ? code : code.replace(/^(\w+)\s*=\s*/, '"$1": ')
    from = argument.span[1]
  }
  return `${body}${text.slice(from, span[1] - 1)}}`
}

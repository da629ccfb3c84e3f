// One request for all texts of a loop, in place of one for each: for APIs that take a list and answer in its order.
import type { CallExpr, Expr, Loop, Module } from '../module.ts'
import type { Edit, Span } from '../types.ts'
import { type CallTools, replaceSpan } from './arguments.ts'

/** How an API takes a list, and where its answer has what belongs to each text: `.data[0].embedding`. */
export interface ListApi {
  readonly parameter: string
  readonly list: string
  /** Of one of the list; empty where it is the thing itself. */
  readonly each: string
}

/**
 * The edit where a comprehension, `Promise.all` over `map`, or a loop that only appends makes the requests. Undefined where more is done in
 * between, or what is gone through has no name.
 * @param given the one text, or it alone in a list
 */
export function inOneRequest(
  expr: CallExpr,
  given: Expr,
  loop: Loop,
  api: ListApi,
  tools: CallTools,
): Edit | undefined {
  const { document, named } = tools
  if (loop.over?.is !== 'name' || loop.variable === undefined) return undefined
  const request = requestOf(expr, given, loop.variable, loop.over.name, api, tools)
  switch (loop.kind) {
    case 'comprehension':
      return inComprehension(expr, loop, request, api, tools)
    case 'callback':
      return named === 'record' ? inPromises(expr, loop, request, api, tools) : undefined
    case 'for': {
      const at: Span = [loop.span[0], loop.span[0] + document.text.slice(...loop.span).trimEnd().length]
      const code = document.text.slice(at[0], expr.span[0]) + stand + document.text.slice(expr.span[1], at[1])
      const written = (named === 'keyword' ? pythonLoop : typescriptLoop)(code, loop, request, api)
      const isUsed = written?.name !== undefined && isUsedAfter(written.name, loop, tools)
      return written && !isUsed ? replaceSpan(document, at, written.code) : undefined
    }
    default:
      return undefined
  }
}

/** Stands for the request in the code around it. */
const stand = '\u0000'

function requestOf(
  expr: CallExpr,
  given: Expr,
  variable: string,
  over: string,
  { parameter }: ListApi,
  { document: { text }, named }: CallTools,
): string {
  const one = given.is === 'list' ? given.items[0]! : given
  const code = text.slice(...one.span)
  const made = named === 'keyword' ? `[${code} for ${variable} in ${over}]` : `${over}.map((${variable}) => ${code})`
  const all = one.is === 'name' ? over : made
  const before = text.slice(expr.span[0], given.span[0])
  const isShorthand = named === 'record' && !/:\s*$/.test(before)
  return `${before}${isShorthand ? `${parameter}: ` : ''}${all}${text.slice(given.span[1], expr.span[1])}`
}

/** `.data[0]!.embedding`, wherever the lines break. */
const ofOne = ({ list, each }: ListApi) => `${spaced(list)}\\[0\\]!?${spaced(each)}`
const spaced = (path: string) => path.replaceAll('.', '\\s*\\.')

const pythonAll = (request: string, { list, each }: ListApi) =>
  each === '' ? `${request}${list}` : `item${each} for item in ${request}${list}`

const typescriptAll = (request: string, { list, each }: ListApi) =>
  `(await ${request})${list}${each === '' ? '' : `.map((item) => item${each})`}`

function inComprehension(
  expr: CallExpr,
  loop: Loop,
  request: string,
  api: ListApi,
  { document }: CallTools,
): Edit | undefined {
  const { text } = document
  const [before, after] = [text.slice(loop.span[0], expr.span[0]), text.slice(expr.span[1], loop.span[1])]
  const plain = new RegExp(`^${ofOne(api)}\\s+for\\s+${loop.variable}\\s+in\\s+${nameOf(loop)}\\s*\\]$`)
  if (!/^\[\s*$/.test(before) || !plain.test(after)) return undefined
  const all = pythonAll(request, api)
  return replaceSpan(document, loop.span, api.each === '' ? all : `[${all}]`)
}

function inPromises(
  expr: CallExpr,
  loop: Loop,
  request: string,
  api: ListApi,
  { document, module }: CallTools,
): Edit | undefined {
  const { text } = document
  const all = promiseAll(loop, module)
  const [before, after] = [text.slice(loop.span[0], expr.span[0]), text.slice(expr.span[1], loop.span[1])]
  const isPlain =
    new RegExp(`^\\)${ofOne(api)}\\s*,?\\s*\\)$`).test(after) &&
    /\.map\(\s*async\s*\(?\w+\)?\s*=>\s*\(await\s+$/.test(before)
  if (!all || !isPlain || text.slice(...loop.span).includes('//')) return undefined
  if (!/\bawait\s+$/.test(text.slice(0, all.span[0]))) return undefined
  const start = text.slice(0, all.span[0]).trimEnd().length - 'await'.length
  return replaceSpan(document, [start, all.span[1]], typescriptAll(request, api))
}

interface Written {
  readonly code: string
  /** That the loop gave to an answer, and that is gone now; undefined where it was seen in the loop only. */
  readonly name?: string
}

function pythonLoop(code: string, loop: Loop, request: string, api: ListApi): Written | undefined {
  const head = `^for\\s+${loop.variable}\\s+in\\s+${nameOf(loop)}\\s*:[ \\t]*\\r?\\n\\s*`
  const list = '([A-Za-z_][\\w.]*)\\.append\\(\\s*'
  const asked = (wait: string | undefined) => (wait ? `(await ${request})` : request)
  const once = new RegExp(`${head}${list}\\(?\\s*(await\\s+)?${stand}\\s*\\)?${ofOne(api)}\\s*,?\\s*\\)$`).exec(code)
  if (once) return { code: `${once[1]}.extend(${pythonAll(asked(once[2]), api)})` }
  const twice = new RegExp(
    `${head}(\\w+)\\s*=\\s*(await\\s+)?${stand}[ \\t]*\\r?\\n\\s*${list}\\1${ofOne(api)}\\s*,?\\s*\\)$`,
  ).exec(code)
  return twice ? { code: `${twice[3]}.extend(${pythonAll(asked(twice[2]), api)})`, name: twice[1]! } : undefined
}

function typescriptLoop(code: string, loop: Loop, request: string, api: ListApi): Written | undefined {
  const head = `^for\\s*\\(\\s*(?:const|let)\\s+${loop.variable}\\s+of\\s+${nameOf(loop)}\\s*\\)\\s*\\{?\\s*`
  const list = '([A-Za-z_$][\\w$.]*)\\.push\\(\\s*'
  const end = '\\s*,?\\s*\\)(;?)\\s*\\}?$'
  const all = (name: string, semi: string) => ({ code: `${name}.push(...${typescriptAll(request, api)})${semi}` })
  const once = new RegExp(`${head}${list}\\(\\s*await\\s+${stand}\\s*\\)${ofOne(api)}${end}`).exec(code)
  if (once) return all(once[1]!, once[2]!)
  const twice = new RegExp(
    `${head}(?:const|let)\\s+(\\w+)\\s*=\\s*await\\s+${stand};?\\s*\\n\\s*${list}\\1${ofOne(api)}${end}`,
  ).exec(code)
  return twice ? all(twice[2]!, twice[3]!) : undefined
}

const nameOf = ({ over }: Loop) => (over?.is === 'name' ? over.name : '')

/** In the function that the loop stands in; a loop's names outlive it in Python. */
function isUsedAfter(name: string, loop: Loop, { document: { text }, module }: CallTools): boolean {
  const end = module.scopes[loop.scope]?.span[1] ?? text.length
  return new RegExp(`(?<![.\\w])${name}\\b`).test(text.slice(loop.span[1], end))
}

const promiseAll = (loop: Loop, { calls }: Module): CallExpr | undefined =>
  calls.find(
    ({ expr: { callee, args } }) =>
      callee.is === 'member' &&
      callee.name === 'all' &&
      callee.of.is === 'name' &&
      callee.of.name === 'Promise' &&
      args.length === 1 &&
      args[0]!.value.span[0] === loop.span[0],
  )?.expr

// https://saurabh-kumar.com/python-dotenv/reference/, https://github.com/motdotla/dotenv#config
import { locate } from '../document.ts'
import type { CallExpr, Expr } from '../module.ts'
import type { Span } from '../types.ts'
import type { Context } from './context.ts'
import { nameOfFile } from './data-calls.ts'
import { fieldsOfCall } from './fields.ts'
import { asks, unsure } from './reads.ts'
import { dotted, type ScalarValue } from './value.ts'

/** Functions that put a file's variables into the environment: by name, then by the path to them. */
const loaders: Readonly<Record<string, ReadonlySet<string>>> = {
  load_dotenv: new Set(['dotenv.load_dotenv', 'dotenv.main.load_dotenv']),
  config: new Set(['dotenv#config', 'dotenv#default.config', 'dotenv#*.config']),
}

const files = new WeakMap<Context, string | undefined>()

/** A variable as the `.env` has it that this module, or one that imports it, loads. A variable that is set before wins over it. */
export function setInFile(context: Context, name: string, at: Span): ScalarValue | undefined {
  if (!context.link) return undefined
  asks('imports')
  for (const loader of Object.keys(loaders)) asks('call', loader)
  const users = context.link.reaching('dotenv')
  if (users.some((user) => user !== context)) unsure()
  for (const user of users) {
    const path = loadedBy(user)
    // Which file it is was worked out for whoever asked first.
    if (path !== undefined) unsure()
    const value = path === undefined ? undefined : variableIn(user, path, name, at)
    if (value) return value
  }
  return undefined
}

/** A variable as a file has it. @param ignoreCase as pydantic-settings looks for it */
export function variableIn(
  context: Context,
  path: string,
  name: string,
  at: Span,
  ignoreCase = false,
): ScalarValue | undefined {
  const home = context.link?.data(path)
  const same = (key: string) => key === name || (ignoreCase && key.toLowerCase() === name.toLowerCase())
  const found = home?.module.exports.find((given) => given.name !== 'default' && same(given.name))
  const [value] = home && found ? home.evaluate(found.value) : []
  if (value?.is !== 'scalar' || value.value === '') return undefined
  const { document } = home!.link!
  const line = document.text.slice(0, locate(document, found!.span).span[0]).split('\n').length
  return { ...value, at, via: 'environment', assumed: true, written: `${document.file}:${line}` }
}

/** The file a module loads: `load_dotenv()`, `dotenv.config({ path })`, `import "dotenv/config"`. */
function loadedBy(context: Context): string | undefined {
  if (files.has(context)) return files.get(context)
  files.set(context, undefined)
  const found = fileLoaded(context)
  files.set(context, found)
  return found
}

function fileLoaded(context: Context): string | undefined {
  const { imports } = context.module
  if (imports.some(({ module }) => module === 'dotenv/config')) return '.env'
  for (const [name, paths] of Object.entries(loaders))
    for (const { expr } of context.index.callsNamed(name)) {
      const loads = context
        .evaluate(expr.callee)
        .some((value) => value.is === 'symbol' && paths.has(dotted(value.path)))
      if (loads) return pathGiven(context, expr)
    }
  return undefined
}

/** The documented default where none is given; undefined where what is given names no file of the project. */
function pathGiven(context: Context, call: CallExpr): string | undefined {
  const { named, open } = fieldsOfCall(context, call)
  const first = context.module.language === 'python' ? named.get('[0]') : undefined
  const given = named.get('dotenv_path') ?? named.get('path') ?? first
  if (!given) return open ? undefined : '.env'
  const [only] = given.among
  return given.among.length === 1 && only ? (isSearch(only) ? '.env' : nameOfFile(context, only)) : undefined
}

/** `find_dotenv()` looks for the default in every folder above. */
const isSearch = (expr: Expr): boolean =>
  expr.is === 'call' && expr.args.length === 0 && expr.callee.is === 'name' && expr.callee.name === 'find_dotenv'

import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { isRecord } from '../record.ts'
import type { Rule } from '../rule.ts'
import type { Location, Problem, Span } from '../types.ts'
import { type Complaint, complaints, type KeyPath, keysAt, meant } from './explain.ts'
import { type Config, configSchema, type RuleSettingSource } from './schema.ts'
import { type KnownResource, usageComplaints } from './usage.ts'

/** What the config needs to know of a rule. */
export type KnownRule = Pick<Rule, 'id' | 'severity' | 'preset' | 'options'>

/** Something wrong in an outlay.json. `location` is the key or value at fault in the text as read. */
export interface ConfigError extends Problem {
  readonly location: Location
  /** Dotted path of the key: `rules.unbounded-output`, `overrides[0].files`; empty for the file as a whole. */
  readonly key: string
}

export interface ParsedConfig {
  readonly file: string
  /** Undefined where there are errors: a config is taken whole or not at all. */
  readonly config: Config | undefined
  readonly errors: readonly ConfigError[]
  /** Where a key's value stands, for errors found later (an `extends` that is not there). */
  locate(path: KeyPath): Location
}

/** @param resources whose `usage` is judged; left out, any name is taken for one */
export function parseConfig(
  file: string,
  text: string,
  rules: readonly KnownRule[],
  resources?: readonly KnownResource[],
): ParsedConfig {
  // A BOM is no part of the JSON; spaces keep the offsets.
  const bare = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text
  const syntax: ParseError[] = []
  const tree = parseTree(bare, syntax, { allowTrailingComma: true })
  const locate = (path: KeyPath, onKey = false): Location => ({ file, span: spanOf(tree, path, onKey, text.length) })
  if (tree === undefined || syntax.length > 0) {
    return { file, config: undefined, errors: syntaxErrors(file, text, syntax), locate }
  }
  const value: unknown = toValue(tree)
  const parsed = configSchema.safeParse(value)
  const found = [
    ...(parsed.success ? [] : complaints(parsed.error.issues, configSchema, value)),
    ...duplicates(tree),
    ...ruleComplaints(value, rules),
    ...(resources === undefined ? [] : everyUsage(value, resources)),
  ]
  const errors = found.map(({ path, onKey, says }) => {
    const key = keyText(path)
    return { file, key, message: key === '' ? says : `"${key}": ${says}`, location: locate(path, onKey) }
  })
  errors.sort((a, b) => a.location.span[0] - b.location.span[0])
  return { file, config: parsed.success && errors.length === 0 ? parsed.data : undefined, errors, locate }
}

/** Rule names and options, judged wherever `rules` stands, even in a config with other mistakes. */
function ruleComplaints(value: unknown, rules: readonly KnownRule[]): Complaint[] {
  if (!isRecord(value)) return []
  const overrides = Array.isArray(value.overrides) ? value.overrides : []
  return [
    ...rulesAt(['rules'], value.rules, rules),
    ...overrides.flatMap((o: unknown, i) => (isRecord(o) ? rulesAt(['overrides', i, 'rules'], o.rules, rules) : [])),
  ]
}

/** `usage` of the whole and of each override. */
function everyUsage(value: unknown, resources: readonly KnownResource[]): Complaint[] {
  if (!isRecord(value)) return []
  const overrides = Array.isArray(value.overrides) ? value.overrides : []
  return [
    ...usageComplaints(['usage'], value.usage, resources),
    ...overrides.flatMap((o: unknown, i) =>
      isRecord(o) ? usageComplaints(['overrides', i, 'usage'], o.usage, resources) : [],
    ),
  ]
}

function rulesAt(path: KeyPath, settings: unknown, rules: readonly KnownRule[]): Complaint[] {
  if (!isRecord(settings)) return []
  const names = rules.map((rule) => rule.id)
  return Object.entries(settings).flatMap(([name, setting]) => {
    const rule = rules.find((r) => r.id === name)
    if (rule === undefined) {
      return [{ path: [...path, name], onKey: true, says: `no rule has this name${meant(name, names)}` }]
    }
    return optionComplaints([...path, name, 1], rule, setting as RuleSettingSource)
  })
}

function optionComplaints(path: KeyPath, rule: KnownRule, setting: RuleSettingSource): Complaint[] {
  if (!Array.isArray(setting) || !isRecord(setting[1])) return []
  const options = setting[1]
  const valid = keysAt(rule.options, [])
  const unknown = Object.keys(options).filter((key) => !valid.includes(key))
  const parsed = rule.options.safeParse(options)
  const wrong = parsed.success ? [] : complaints(parsed.error.issues, rule.options, options)
  return [
    ...wrong.filter((c) => !(c.onKey && c.path.length === 1)).map((c) => ({ ...c, path: [...path, ...c.path] })),
    ...unknown.map((key) => ({
      path: [...path, key],
      onKey: true,
      says:
        valid.length === 0
          ? `"${rule.id}" has no options`
          : `"${rule.id}" has no option of that name${meant(key, valid) || `; there are ${valid.map((k) => `"${k}"`).join(', ')}`}`,
    })),
  ]
}

/** JSON takes the last of two equal keys in silence; here one of them is surely a mistake. */
function duplicates(node: Node, path: KeyPath = []): Complaint[] {
  if (node.type === 'array') return (node.children ?? []).flatMap((child, i) => duplicates(child, [...path, i]))
  if (node.type !== 'object') return []
  const seen = new Set<string>()
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? []
    const name = String(key?.value)
    const inner = value ? duplicates(value, [...path, name]) : []
    if (!seen.has(name)) {
      seen.add(name)
      return inner
    }
    return [{ path: [...path, name], onKey: true, says: 'stands here twice' }, ...inner]
  })
}

function syntaxErrors(file: string, text: string, errors: readonly ParseError[]): ConfigError[] {
  if (errors.length === 0 || text.trim() === '') {
    return [
      {
        file,
        key: '',
        message: 'the file is empty; expected an object, at least {}',
        location: { file, span: [0, text.length] },
      },
    ]
  }
  // The parser's later errors mostly follow from the first.
  const { error, offset, length } = errors[0]!
  const words = printParseErrorCode(error).replace(
    /([a-z])([A-Z])/g,
    (_, a: string, b: string) => `${a} ${b.toLowerCase()}`,
  )
  return [
    {
      file,
      key: '',
      message: `this is not JSON: ${words.toLowerCase()}`,
      location: { file, span: [offset, offset + length] },
    },
  ]
}

/** The span of the key or value at a path; the nearest one around it where the path is not written. */
function spanOf(tree: Node | undefined, path: KeyPath, onKey: boolean, length: number): Span {
  for (let n = path.length; n >= 0 && tree; n--) {
    const node = findNodeAtLocation(
      tree,
      path.slice(0, n).map((key) => (typeof key === 'number' ? key : String(key))),
    )
    if (node === undefined) continue
    const property = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined
    // A missing key is shown on the key of the object it should be in.
    const at = (onKey || n < path.length) && property ? property : node
    return n === 0 && path.length > 0 ? [at.offset, at.offset + 1] : [at.offset, at.offset + at.length]
  }
  return [0, length]
}

/** As plain data, with no prototype to hit: a key may be `__proto__`. */
function toValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(toValue)
  if (node.type !== 'object') return node.value
  const entries = (node.children ?? []).map((p): [string, unknown] => [
    String(p.children?.[0]?.value),
    p.children?.[1] ? toValue(p.children[1]) : undefined,
  ])
  return Object.fromEntries(entries)
}

/** `overrides[0].files` */
export const keyText = (path: KeyPath): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  )

// https://developer.hashicorp.com/terraform/language/functions/yamldecode
import { parseDocument } from 'yaml'
import { valueOf } from '../../../../core/known.ts'
import { toText, type Value } from '../value.ts'
import { byCodePoint, type Plain, toJson } from './function.ts'

/** A manifest is shorter; what is longer is data nobody bills by. UTF-16 units. */
const longest = 200_000

/** One document, its anchors followed; undefined where it is broken, holds several, or a tag of its own. */
export function yamlOf(text: string): Plain | undefined {
  if (text.length > longest) return undefined
  const document = parseDocument(text, { version: '1.2', merge: true })
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined
  try {
    return document.toJS({ maxAliasCount: 100 }) as Plain
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof TypeError) return undefined
    throw error
  }
}

/** Block style, keys in order, every text quoted. Of a value in which nothing is open. */
export function yamlText(value: Value, indent = ''): string {
  if (isEmpty(value)) return `${toJson(value)}\n`
  if (value === null || typeof value !== 'object') return `${scalar(value, indent)}\n`
  if (value.kind === 'list')
    return value.items.map((item) => `${indent}- ${inItem(valueOf(item) ?? null, indent)}`).join('')
  return [...value.entries.keys()]
    .sort(byCodePoint)
    .map((key) => {
      const inner = valueOf(value.entries.get(key)!) ?? null
      const isBlock = inner !== null && typeof inner === 'object' && !isEmpty(inner)
      const deeper = isBlock && inner.kind === 'list' ? indent : `${indent}  `
      return `${indent}${JSON.stringify(key)}:${isBlock ? '\n' : ' '}${yamlText(inner, deeper)}`
    })
    .join('')
}

const isEmpty = (value: Value) =>
  value !== null &&
  typeof value === 'object' &&
  (value.kind === 'list' ? value.items.length === 0 : value.entries.size === 0)

/** The first line of what stands in an item follows its dash. */
const inItem = (value: Value, indent: string) => yamlText(value, `${indent}  `).replace(/^ +/, '')

/** Text of several lines is written as it stands. */
function scalar(value: string | number | boolean | null, indent: string): string {
  if (typeof value !== 'string') return value === null ? 'null' : toText(value)!
  if (!/[^\n]\n/.test(value) || /[^\P{Cc}\n]|^\s|\s\n/u.test(value)) return JSON.stringify(value)
  const lines = value.replace(/\n$/, '').split('\n')
  return `|${value.endsWith('\n') ? '' : '-'}\n${lines.map((line) => (line === '' ? '' : `${indent}${line}`)).join('\n')}`
}

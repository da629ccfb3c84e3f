// https://github.com/motdotla/dotenv#what-rules-does-the-parsing-engine-follow, https://saurabh-kumar.com/python-dotenv/#file-format
import type { Entry } from '../module.ts'
import type { Span } from '../types.ts'
import { entry, isSecret, unread, type Written } from './written.ts'

const line =
  /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*(?:"((?:\\[\s\S]|[^"\\])*)"|'([^']*)'|`([^`]*)`|([^\r\n]*))/gm

/** The variables of a `.env`; what may be a secret is there without its value. */
export function dotenvValue(text: string): Written {
  const named = new Map<string, Entry>()
  for (const match of text.matchAll(line)) {
    const [all, name, double, single, back, bare] = match
    const span: Span = [match.index, match.index + all.length]
    const value = double?.replace(/\\n/g, '\n') ?? single ?? back ?? bare!.replace(/(?:^|\s)#.*$/, '').trim()
    named.set(name!, entry(name!, isOpen(name!, value) ? { is: 'text', parts: [value], span } : unread(span), span))
  }
  return { is: 'record', entries: [...named.values()], span: [0, text.length] }
}

const openName =
  /model|llm|engine|deployment|provider|embed|rerank|region|location|base|url|uri|endpoint|host|tier|effort/i

/**
 * May the value be shown? A number, a switch, an address without a user or a query, or a short name under a name that speaks of models.
 * Anything else may be a secret, whatever it is called.
 */
function isOpen(name: string, value: string): boolean {
  if (isSecret(name) || value.includes('$')) return false
  if (/^(?:-?\d{1,9}(?:\.\d{1,6})?|true|false|yes|no|on|off)$/i.test(value)) return true
  if (!openName.test(name)) return false
  return (
    /^https?:\/\/[\w.:[\]-]+(?:\/[\w./~-]*)?$/.test(value) ||
    (/^[\w.:/@+-]{1,100}$/.test(value) && !/:\/\/|:.*@/.test(value))
  )
}

// The layout of `snapshot/models.jsonl`: a line of what holds for all, then a line per provider, `["openai",[row, …]]`. A scan asks
// one or two providers, and parsing the others' rows would take most of the time to the first price.
import type { Provider } from '../types.ts'
import type { ModelRow, ModelTable } from './models.ts'

/** @param text `models.jsonl`. A provider's rows are parsed when they are first asked for. */
export function readModelLines(text: string): ModelTable {
  const [head, ...lines] = text.trimEnd().split('\n')
  const { schema, sources } = JSON.parse(head!) as ModelTable
  if (schema !== 1) throw new Error('models.jsonl is not of schema 1')
  const providers = {}
  for (const line of lines) {
    let rows: readonly ModelRow[] | undefined
    Object.defineProperty(providers, line.slice(2, line.indexOf('"', 2)), {
      enumerable: true,
      get() {
        rows ??= (JSON.parse(line) as [Provider, readonly ModelRow[]])[1]
        return rows
      },
    })
  }
  return { schema, sources, providers }
}

/** In ASCII a text takes one byte a character, and is read four times as fast. */
const ascii = (json: string) =>
  json.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

export function writeModelLines({ schema, sources, providers }: ModelTable): string {
  return [{ schema, sources }, ...Object.entries(providers)].map((line) => `${ascii(JSON.stringify(line))}\n`).join('')
}

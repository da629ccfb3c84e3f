import { isTestFile } from '../core/test-file.ts'
import type { Result } from '../core/types.ts'
import type { Users } from './users.ts'

/** Layers above what bills: route, service, client. Deeper than functions are added up. */
const deepest = 12

export interface Following {
  readonly users: Users
  analyse(files: readonly string[]): Promise<readonly Result[]>
  isOpen(file: string): boolean
  textOf(file: string): string | undefined
  /** Opens a file that holds no cost by itself. */
  open(file: string): void
}

/**
 * The first pass opens what can hold a cost. What calls it may name nothing that costs: it is opened here, layer by layer, where it
 * imports a file whose functions bill and names one of them. Tests are not followed: what they call is stood in for.
 */
export async function followed(first: readonly Result[], following: Following): Promise<Result[]> {
  const { users, analyse, isOpen, open, textOf } = following
  const results = new Map(first.map((result) => [result.file, result]))
  const told = new Map<string, Set<string>>()
  let layer: readonly string[] = [...results.keys()]
  for (let depth = 0; depth < deepest && layer.length > 0; depth++) {
    const next = new Set<string>()
    for (const file of layer) {
      const names = newNames(results.get(file), told, textOf(file))
      if (names.length === 0) continue
      for (const user of users(file, names)) {
        if (isTestFile(user)) continue
        // What is open already has seen what this file leads to: only the file itself is new.
        if (isOpen(user)) continue
        open(user)
        if (isOpen(user)) next.add(user)
      }
    }
    for (const result of await analyse([...next])) results.set(result.file, result)
    layer = [...next]
  }
  const asked = new Set(first.map(({ file }) => file))
  return [...results.values()].filter((result) => asked.has(result.file) || tells(result))
}

/** A file that was opened in vain is not told of. */
const tells = ({ sites, functions = [], findings }: Result): boolean =>
  sites.length + functions.length + findings.length > 0

/** What callers may name of a file: its functions that bill and were not followed yet. A constructor goes by its class. */
function newNames(
  result: Result | undefined,
  told: Map<string, Set<string>>,
  text: string | undefined,
): readonly string[] {
  if (!result?.functions?.length) return []
  const before = told.get(result.file) ?? new Set<string>()
  told.set(result.file, before)
  const names = result.functions.flatMap(({ name }) => {
    const [own = '', owner] = name.split('.').reverse()
    return own === '__init__' || own === 'constructor' ? (owner ?? []) : own
  })
  if (/\bexport\s+default\b|\bmodule\.exports\s*=/.test(text ?? '')) names.push('default')
  const fresh = [...new Set(names)].filter((name) => !before.has(name))
  for (const name of fresh) before.add(name)
  return fresh
}

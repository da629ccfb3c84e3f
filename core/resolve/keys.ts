import type { Module } from '../module.ts'

/** `Summariser.run/openai.chat.completions.create`: the names around a call and its path, so that a moved line keeps its key. */
export function keyOf(module: Module, scope: number, call: string): string {
  const names: string[] = []
  for (let at = scope; at > 0; at = module.scopes[at]?.parent ?? 0) {
    const name = module.scopes[at]?.name
    if (name) names.unshift(name)
  }
  return names.length > 0 ? `${names.join('.')}/${call}` : call
}

/** Tells identical keys apart by their order: the second is `#2`. */
export function numbered<T extends { readonly key: string }>(sites: readonly T[]): readonly T[] {
  const seen = new Map<string, number>()
  return sites.map((site) => {
    const count = (seen.get(site.key) ?? 0) + 1
    seen.set(site.key, count)
    return count === 1 ? site : { ...site, key: `${site.key}#${count}` }
  })
}

import type { SpendRow } from './focus.ts'
import { recordIn, textIn } from './json.ts'
import type { Ask, SourceIo } from './source.ts'

type Names = Readonly<Record<string, string>>
const most = 20 // pages: who has more names than that reads ids

/** What a list of things calls them, by id; without those whose list cannot be read: a name is no reason to read no spend. */
export async function listedNames(io: SourceIo, ask: Ask, cursor: 'after' | 'after_id'): Promise<Names> {
  const names: Record<string, string> = {}
  let last: string | undefined
  for (let page = 0; page < most; page++) {
    const query = [...(ask.query ?? []), ...(last === undefined ? [] : [[cursor, last] as const])]
    const got = await io.ask({ ...ask, query, once: true })
    const { data, has_more, last_id } = recordIn(got.is === 'page' ? got.body : undefined)
    for (const item of Array.isArray(data) ? (data as unknown[]).map(recordIn) : []) {
      const [id, name] = [textIn(item.id), textIn(item.name)]
      if (id && name) names[id] = name
    }
    last = textIn(last_id)
    if (has_more !== true || last === undefined) break
  }
  return names
}

/** A key is called by its name where resources are looked at; `--by key` keeps to the id, as names come twice. */
export function namedKey(key: string | undefined, names: Names = {}): Partial<SpendRow> {
  if (!key) return {}
  const name = names[key]
  const resource = name ? { ResourceId: key, ResourceName: name, ResourceType: 'API Key' } : {}
  return { x_CredentialId: key, ...resource }
}

export function namedProject(project: string | undefined, kind: string, names: Names = {}): Partial<SpendRow> {
  if (!project) return {}
  const name = names[project]
  return { SubAccountId: project, SubAccountType: kind, ...(name ? { SubAccountName: name } : {}) }
}

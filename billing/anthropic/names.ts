import { recordIn, textIn } from '../json.ts'
import { listedNames } from '../names.ts'
import type { SourceIo } from '../source.ts'

const mostWorkspaces = 50 // one request each; further ones are told by id

/**
 * What keys and workspaces are called: https://platform.claude.com/docs/en/api/admin/api_keys/list. Each is asked for once, and
 * not again after a refusal: a key that reads reports alone may not see them.
 */
export function namesFrom(io: SourceIo, headers: Readonly<Record<string, string>>) {
  const names: Record<string, string> = {}
  const asked = new Set<string>()
  let isRefused = false

  async function askFor(id: string): Promise<void> {
    asked.add(id)
    const got = await io.ask({ path: `/v1/organizations/workspaces/${id}`, headers, once: true })
    const name = textIn(recordIn(got.is === 'page' ? got.body : undefined).name)
    if (name) names[id] = name
    isRefused = got.is === 'failed'
  }

  return async (bodies: readonly unknown[]): Promise<Readonly<Record<string, string>>> => {
    const seen = groupsOf(bodies)
    if (!asked.has('keys') && seen.some(({ api_key_id }) => textIn(api_key_id))) {
      asked.add('keys')
      const query = [['limit', '1000'] as const]
      Object.assign(names, await listedNames(io, { path: '/v1/organizations/api_keys', headers, query }, 'after_id'))
    }
    const workspaces = new Set(seen.flatMap(({ workspace_id }) => textIn(workspace_id) ?? []))
    for (const id of workspaces) if (!asked.has(id) && asked.size <= mostWorkspaces && !isRefused) await askFor(id)
    return names
  }
}

function groupsOf(bodies: readonly unknown[]): readonly Readonly<Record<string, unknown>>[] {
  const entries = bodies.flatMap((body) => recordIn(body).data ?? [])
  return entries.map((entry) => recordIn(recordIn(entry).group))
}

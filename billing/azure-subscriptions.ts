// https://learn.microsoft.com/rest/api/resources/subscriptions/list
import { isRecord } from './json.ts'
import type { Failure, Readable, SourceIo } from './source.ts'

/** The subscriptions a token of Azure Resource Manager sees, as scopes of Cost Management: `/subscriptions/<id>`. */
export async function subscriptions(io: SourceIo): Promise<readonly Readable[] | Failure> {
  const found: Readable[] = []
  const seen = new Set<string>()
  let path: string | undefined = '/subscriptions?api-version=2022-12-01'
  while (path !== undefined && !seen.has(path)) {
    seen.add(path)
    const page = await io.ask({ path })
    if (page.is === 'failed') return page.failure
    const { value, nextLink }: { value?: unknown; nextLink?: unknown } = isRecord(page.body) ? page.body : {}
    if (!Array.isArray(value))
      return { kind: 'answer', message: 'Azure sent a list of subscriptions that cannot be read.' }
    for (const each of value as unknown[])
      if (isRecord(each) && typeof each.id === 'string')
        found.push({ id: each.id, name: typeof each.displayName === 'string' ? each.displayName : each.id })
    path = typeof nextLink === 'string' && nextLink !== '' ? nextLink : undefined
  }
  return found
}

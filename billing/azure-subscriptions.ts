// https://learn.microsoft.com/rest/api/resources/subscriptions/list

import { isRecord } from '../core/record.ts'
import { recordIn, textIn } from './json.ts'
import { followedPages } from './next-page.ts'
import type { Failure, Readable, SourceIo } from './source.ts'

/** The subscriptions a token of Azure Resource Manager sees, as scopes of Cost Management: `/subscriptions/<id>`. */
export async function subscriptions(io: SourceIo): Promise<readonly Readable[] | Failure> {
  const found: Readable[] = []
  const ask = (path = '/subscriptions?api-version=2022-12-01') => ({ path })
  for await (const page of followedPages('Azure', io, ask, (body) => textIn(recordIn(body).nextLink))) {
    if (page.is === 'failed') return page.failure
    const { value } = recordIn(page.body)
    if (!Array.isArray(value))
      return { kind: 'answer', message: 'Azure sent a list of subscriptions that cannot be read.' }
    for (const each of value as unknown[])
      if (isRecord(each) && typeof each.id === 'string')
        found.push({ id: each.id, name: typeof each.displayName === 'string' ? each.displayName : each.id })
  }
  return found
}

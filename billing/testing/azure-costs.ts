// Costs of a storage account, as Azure Cost Management tells them: invoiced on two pages, spread on one.
import { isRecord } from '../../core/record.ts'
import type { Heard, Said } from './fake.ts'

export const table = (rows: readonly (readonly unknown[])[], nextLink?: string) => ({
  name: 'a',
  type: 'microsoft.costmanagement/Query',
  properties: {
    ...(nextLink === undefined ? {} : { nextLink }),
    // Not in the order they were asked for: names decide.
    columns: [
      ['UsageDate', 'Number'],
      ['Cost', 'Number'],
      ['Currency', 'String'],
      ['ServiceName', 'String'],
      ['ChargeType', 'String'],
    ].map(([name, type]) => ({ name, type })),
    rows,
  },
})

/** `base`: of the fake, for the address of the second page. */
export const azureCosts =
  (base: () => string) =>
  ({ body, path, query }: Heard): Said => {
    if (!isRecord(body) || body.type !== 'ActualCost')
      return { body: table([[20261117, 8, 'EUR', 'Storage', 'Usage']]) }
    if (query.has('$skiptoken')) return { body: table([[20261118, 2.5, 'EUR', 'Storage', 'Usage']]) }
    const next = `${base()}${path}?api-version=${query.get('api-version')}&$skiptoken=AQ`
    return { body: table([[20261117, 10, 'EUR', 'Storage', 'Usage']], next) }
  }

/** https://learn.microsoft.com/rest/api/cost-management/query/usage: the same for all of its errors. */
export const azureRefusal = (status: number, code: string, headers: Readonly<Record<string, string>> = {}) => ({
  status,
  headers,
  body: { error: { code, message: 'made up' } },
})

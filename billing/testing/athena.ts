// A table of charges that AWS Athena sums: a charge of one day, a credit of the next.
import { recordIn } from '../json.ts'
import type { Heard, Said } from './fake.ts'

export const results = (names: readonly string[], rows: readonly string[][], NextToken?: string) => ({
  body: {
    ResultSet: {
      Rows: rows.map((row) => ({ Data: row.map((VarCharValue) => ({ VarCharValue })) })),
      ResultSetMetadata: { ColumnInfo: names.map((Name) => ({ Name, Type: 'varchar' })) },
    },
    ...(NextToken && { NextToken }),
  },
})

const answered = ['billingcurrency', 'chargeperiodstart', 'billedcost', 'effectivecost']

/** Each query is looked at twice before it is done; the second one's result has two pages. `columns`: of the table. */
export function athena(columns: readonly string[], bytes = 1024) {
  const looked = new Map<string, number>()
  let queries = 0
  return ({ headers, body }: Heard): Said => {
    const { QueryExecutionId: id = '', NextToken } = recordIn(body) as { QueryExecutionId?: string; NextToken?: string }
    switch (String(headers['x-amz-target'])) {
      case 'AmazonAthena.StartQueryExecution':
        return { body: { QueryExecutionId: `q${++queries}` } }
      case 'AmazonAthena.GetQueryExecution': {
        looked.set(id, (looked.get(id) ?? 0) + 1)
        const State = looked.get(id) === 1 ? 'RUNNING' : 'SUCCEEDED'
        const DataScannedInBytes = id === 'q1' ? 0 : bytes
        return { body: { QueryExecution: { Status: { State }, Statistics: { DataScannedInBytes } } } }
      }
      case 'AmazonAthena.StopQueryExecution':
        return { body: {} }
      default:
        if (id === 'q1') return results(['column_name'], [['column_name'], ...columns.map((name) => [name])])
        return NextToken === 'second'
          ? results(answered, [['USD', '2026-11-03T00:00:00Z', '-1', '-1']])
          : results(answered, [[...answered], ['USD', '2026-11-02T00:00:00Z', '4.5', '4']], 'second')
    }
  }
}

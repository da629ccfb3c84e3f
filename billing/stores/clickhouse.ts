// https://clickhouse.com/docs/integrations/javascript
import type { Warehouse } from '../warehouse.ts'
import { warehouseFields } from '../warehouse-fields.ts'
import { connect } from './clickhouse-client.ts'
import { clickhouseValues } from './clickhouse-dialect.ts'
import { ownTables } from './clickhouse-own.ts'
import { describeTable } from './clickhouse-table.ts'
import { readOnly } from './read-only.ts'

export const store: Warehouse = {
  id: 'clickhouse',
  name: 'ClickHouse',
  needs: {
    settings: ['address', 'database'],
    fields: warehouseFields.clickhouse,
    grant:
      'GRANT SELECT ON <database>.<table> TO <user>, for a table that is only read; GRANT SELECT, INSERT, CREATE TABLE, ALTER TABLE ON <database>.* TO <user>, for tables Outlay keeps.',
  },
  open({ settings, credentials, scope = '' }) {
    const { address = '', database = '', user = 'default', table, columns } = settings
    const db = connect({ address, database, user, password: credentials.password ?? '' })
    if (table === undefined) return ownTables(db, scope)
    return readOnly({
      id: 'clickhouse',
      name: 'ClickHouse',
      table,
      describe: (signal) => describeTable(db, table, columns, signal),
      rows: (sql, signal) => db.rows(sql.text, clickhouseValues(sql), signal),
      close: () => db.close(),
    })
  },
}

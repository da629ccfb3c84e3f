// https://clickhouse.com/docs/integrations/javascript
import type { Warehouse } from '../warehouse.ts'
import { warehouseFields } from '../warehouse-fields.ts'
import { warehouseNames } from '../warehouse-name.ts'
import { connect } from './clickhouse-client.ts'
import { clickhouseValues } from './clickhouse-dialect.ts'
import { ownTables } from './clickhouse-own.ts'
import { describeTable } from './clickhouse-table.ts'
import { readOnly } from './read-only.ts'

export const store: Warehouse = {
  id: 'clickhouse',
  name: warehouseNames.clickhouse,
  needs: {
    settings: [
      { key: 'address', label: 'the address of its HTTP interface', example: 'https://clickhouse.example.com:8443' },
      { key: 'database', label: 'the database', example: 'billing' },
      { key: 'user', label: 'the user, default if left out', example: 'finops', optional: true },
      {
        key: 'table',
        label:
          'the table of FOCUS columns that is read; left out, Outlay makes tables of its own and keeps spend there',
        example: 'focus',
        optional: true,
      },
    ],
    fields: warehouseFields.clickhouse,
    scope: 'SELECT on the table, or on the database what it takes to keep tables there',
    grant: `-- For a table that is only read:
GRANT SELECT ON <database>.<table> TO <user>;
-- For tables Outlay keeps:
GRANT SELECT, INSERT, CREATE TABLE, ALTER TABLE ON <database>.* TO <user>;`,
    link: 'https://clickhouse.com/docs/sql-reference/statements/grant',
  },
  open({ settings, credentials, scope = '' }) {
    const { address = '', database = '', user = 'default', table, columns } = settings
    const db = connect({ address, database, user, password: credentials.password ?? '' })
    if (table === undefined) return ownTables(db, scope)
    return readOnly({
      id: 'clickhouse',
      name: warehouseNames.clickhouse,
      table,
      describe: (signal) => describeTable(db, table, columns, signal),
      rows: (sql, signal) => db.rows(sql.text, clickhouseValues(sql), signal),
      close: () => db.close(),
    })
  },
}

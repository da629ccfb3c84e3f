import { finish, moduleBuilder } from '../lowering/builder.ts'
import { guarded } from '../lowering/guard.ts'
import { statements } from './statements.ts'
import { parse } from './tree.ts'

export const lower = guarded('python', (text) => {
  const builder = moduleBuilder('python', text)
  statements(builder, parse(builder).kids)
  return finish(builder)
})

import { finish, moduleBuilder, report } from '../lowering/builder.ts'
import { guarded } from '../lowering/guard.ts'
import { tooManyBrackets } from './brackets.ts'
import { statements } from './statements.ts'
import { parse } from './tree.ts'

export const lower = guarded('python', (text) => {
  const builder = moduleBuilder('python', text)
  const at = tooManyBrackets(text)
  if (at === undefined) statements(builder, parse(builder).kids)
  else report(builder, [at, at + 1], 'Brackets are nested deeper than Python reads: the file is not read.')
  return finish(builder)
})

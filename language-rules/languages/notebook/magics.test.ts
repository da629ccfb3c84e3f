import { expect, test } from 'vitest'
import { blankMagics } from './magics.ts'

const cells: readonly [what: string, cell: string, blanked: string][] = [
  ['a line magic', '%pip install x\na = 1', '              \na = 1'],
  ['a shell line', '!ls 🙂\na', '      \na'],
  ['a continued shell line', '!ls \\\n  -l\na', '     \n    \na'],
  ['a shell line that is all its block has', 'if colab:\n  !ls x\n', 'if colab:\n  0    \n'],
  ['help before and behind', '?len\nlen??\na', '    \n     \na'],
  ['output of the shell assigned', 'files = !ls\nb', '           \nb'],
  ['an install without its mark', 'pip install x\nb', '             \nb'],
  ['a cell that is no Python', '%%bash\necho $(ls)\r\n', '      \n          \r\n'],
  ['a cell that is timed', '%%time\r\na = f()', '      \r\na = f()'],
  ['a statement that is timed', '%time x = f()\n%timeit -n 10 g()', '0    ;x = f()\n0            ;g()'],
]

test.each(cells)('%s is blanked at the same length', (_, cell, blanked) => {
  expect(blankMagics(cell)).toBe(blanked)
  expect(blankMagics(cell)).toHaveLength(cell.length)
})

const python = [
  'x = (a\n%b)',
  's = """\n!ls\n%pip\n"""',
  'y = a \\\n%b',
  "t = 'a?'",
  'a != b',
  'print("50%")\nf("#")',
  'pip = 1',
]

test.each(python)('Python stays as it is: %j', (cell) => {
  expect(blankMagics(cell)).toBe(cell)
})

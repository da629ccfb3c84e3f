import { expect, it } from 'vitest'
import { lower as python } from './python/lower.ts'
import { lower as typescript } from './typescript/lower.ts'

/** Each name that is bound, with the first word of the arm it is bound in. */
function arms(lower: typeof python, text: string): string[] {
  return lower(text).bindings.flatMap(({ target, branch }) =>
    target.is === 'name'
      ? [
          `${target.name}: ${
            branch
              ? text
                  .slice(...branch)
                  .replace(/\s+/g, ' ')
                  .trim()
              : 'always'
          }`,
        ]
      : [],
  )
}

it('a binding in an arm of an if, a try or a match carries that arm, one outside none', () => {
  const text =
    'a = 1\nif x:\n    b = 2\nelse:\n    c = 3\ntry:\n    d = 4\nexcept E:\n    e = 5\nmatch x:\n    case 1:\n        f = 6\n'
  expect(arms(python, text)).toEqual([
    'a: always',
    'b: : b = 2',
    'c: : c = 3',
    'd: : d = 4',
    'e: : e = 5',
    'f: : f = 6',
  ])
})

it('a function defined in an arm begins outside it', () => {
  expect(arms(python, 'if x:\n    def f():\n        a = 1\n')).toEqual(['f: : def f(): a = 1', 'a: always'])
})

it('TypeScript has the same arms', () => {
  const text =
    'let a = 1\nif (x) { a = 2 } else { a = 3 }\nswitch (x) { case 1: a = 4 }\ntry { a = 5 } catch { a = 6 }\n'
  expect(arms(typescript, text)).toEqual([
    'a: always',
    'a: { a = 2 }',
    'a: { a = 3 }',
    'a: case 1: a = 4',
    'a: { a = 5 }',
    'a: catch { a = 6 }',
  ])
})

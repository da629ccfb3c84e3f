import { expect, it } from 'vitest'
import type { Expr } from '../../core/module.ts'
import { lower as python } from './python/lower.ts'
import { lower as typescript } from './typescript/lower.ts'

const texts = (exprs: readonly Expr[]) => exprs.map((expr) => (expr.is === 'text' ? expr.parts.join('') : expr.is))

/** What the first function returns. */
const returned = (lower: typeof python, text: string) =>
  texts(lower(text).scopes.find(({ kind }) => kind === 'function')!.returns)

/** What a name is given outside of tests. */
const given = (lower: typeof python, text: string) => {
  const [value] = lower(text).bindings.flatMap((binding) => binding.value ?? [])
  return value?.is === 'choice' ? texts(value.among) : []
}

it.each([
  'isTestEnvironment',
  'isTestEnvironment && mocks',
  'IS_TEST',
  'config.isE2ETest',
  'isTest()',
  "process.env.NODE_ENV === 'test'",
  "'test' === process.env['NODE_ENV']",
  'process.env.PLAYWRIGHT',
  "process.env.CI_PLAYWRIGHT === 'true'",
  'process.env.VITEST || process.env.JEST_WORKER_ID',
  'Boolean(process.env.TEST_MODELS)',
  'import.meta.env.VITEST',
])('TypeScript: what %s chooses is a stand-in for tests', (condition) => {
  expect(given(typescript, `const model = ${condition} ? 'mock' : 'real'`)).toEqual(['real'])
  expect(given(typescript, `const model = !(${condition}) ? 'real' : 'mock'`)).toEqual(['real'])
  expect(returned(typescript, `function model() { if (${condition}) return 'mock'; return 'real' }`)).toEqual(['real'])
})

it.each([
  'latest',
  'isTestimonial',
  'isTest || fast',
  "process.env.NODE_ENV === 'production'",
  "process.env.NODE_ENV !== 'test'",
  "kind === 'test'",
  'contest',
  'process.env.FASTEST',
])('TypeScript: %s may hold outside of tests', (condition) => {
  expect(given(typescript, `const model = ${condition} ? 'one' : 'two'`)).toContain('one')
  expect(returned(typescript, `function model() { if (${condition}) return 'one'; return 'two' }`)).toContain('one')
})

it('a parameter of that name is for the caller to say', () => {
  expect(returned(typescript, "const pick = (isTest: boolean) => isTest ? 'one' : 'two'")).toEqual(['choice'])
  expect(returned(python, 'def pick(is_test):\n    if is_test:\n        return "one"\n    return "two"\n')).toEqual([
    'one',
    'two',
  ])
})

it.each([
  'settings.TESTING',
  'is_test',
  'os.getenv("ENV") == "test"',
  'os.environ["APP_ENV"] == "testing"',
  'os.environ.get("TESTING") == "1"',
  'os.environ.get("PYTEST_CURRENT_TEST")',
  '"pytest" in sys.modules',
  'running_tests and fakes',
])('Python: what %s chooses is a stand-in for tests', (condition) => {
  expect(given(python, `model = "mock" if ${condition} else "real"\n`)).toEqual(['real'])
  expect(given(python, `model = "real" if not (${condition}) else "mock"\n`)).toEqual(['real'])
  expect(
    returned(python, `def model():\n    if ${condition}:\n        return "mock"\n    else:\n        return "real"\n`),
  ).toEqual(['real'])
})

it('the arms after one that runs outside of tests run in tests alone', () => {
  const text = "function model() { if (!isTest) { return 'real' } else if (slow) { return 'a' } else { return 'b' } }"
  expect(returned(typescript, text)).toEqual(['real'])
  const marked = python('if not TESTING:\n    a = 1\nelif slow:\n    b = 2\nelse:\n    c = 3\n').bindings
  expect(marked.map(({ inTests }) => inTests ?? false)).toEqual([false, true, true])
})

it('a stand-in with nothing beside it is all there is', () => {
  expect(given(typescript, "const model = isTest ? 'mock' : null")).toEqual(['mock', 'null'])
  expect(returned(typescript, "function model() { if (isTest) { return 'mock' } }")).toEqual(['mock'])
})

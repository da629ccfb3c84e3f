import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type KnownRule, parseConfig } from './parse.ts'

const rules: readonly KnownRule[] = [
  {
    id: 'unbounded-output',
    severity: 'info',
    preset: 'recommended',
    options: z.object({ suggest: z._default(z.number().check(z.int(), z.positive()), 1024) }) as never,
  },
  { id: 'on-demand-gpu', severity: 'info', preset: 'recommended', options: z.object({}) as never },
]

/** Each error as its message and the text it points at. */
const said = (text: string) =>
  parseConfig('/p/outlay.json', text, rules).errors.map((e) => [e.message, text.slice(...e.location.span)])

test('a good config with comments and a trailing comma is taken whole', () => {
  const text =
    '// team\n{ "rules": { "unbounded-output": ["warning", { "suggest": 200 }], }, "volume": { "src/**": 1000 } }'
  const { config, errors } = parseConfig('/p/outlay.json', text, rules)
  expect(errors).toEqual([])
  expect(config).toEqual({ rules: { 'unbounded-output': ['warning', { suggest: 200 }] }, volume: { 'src/**': 1000 } })
})

test('an unknown key names the nearest valid one, on the key', () => {
  expect(said('{ "rule": {} }')).toEqual([['"rule": no setting of that name; did you mean "rules"?', '"rule"']])
})

test('a key near to nothing lists what there is', () => {
  expect(said('{ "region": { "mars": "x" } }')).toEqual([
    ['"region.mars": no setting of that name; there are "aws", "gcp", "azure"', '"mars"'],
  ])
})

test('an unknown rule names the nearest rule, on the key', () => {
  expect(said('{ "rules": { "unbounded-outptu": "error" } }')).toEqual([
    ['"rules.unbounded-outptu": no rule has this name; did you mean "unbounded-output"?', '"unbounded-outptu"'],
  ])
})

test('a wrong severity says what was expected and found, on the value', () => {
  expect(said('{ "rules": { "on-demand-gpu": "warn" } }')).toEqual([
    [
      '"rules.on-demand-gpu": expected "off", "error", "warning", "info", "hint", or a list of one of these and an object of options, found "warn"',
      '"warn"',
    ],
  ])
})

test("options are judged by the rule's own schema, wherever rules stand", () => {
  expect(
    said('{ "overrides": [{ "files": "*.py", "rules": { "unbounded-output": ["info", { "suggest": -1 }] } }] }'),
  ).toEqual([['"overrides[0].rules.unbounded-output[1].suggest": expected more than 0, found -1', '-1']])
  expect(said('{ "rules": { "unbounded-output": ["info", { "sugest": 5 }] } }')).toEqual([
    [
      '"rules.unbounded-output[1].sugest": "unbounded-output" has no option of that name; did you mean "suggest"?',
      '"sugest"',
    ],
  ])
  expect(said('{ "rules": { "on-demand-gpu": ["info", { "x": 5 }] } }')).toEqual([
    ['"rules.on-demand-gpu[1].x": "on-demand-gpu" has no options', '"x"'],
  ])
})

test('a volume that is no number, or a band out of order, is refused', () => {
  expect(said('{ "volume": { "a.py": "many" } }')).toEqual([
    [
      '"volume.a.py": expected a number of calls a month, 0 or more, or { "low", "likely", "high" }, found "many"',
      '"many"',
    ],
  ])
  expect(said('{ "volume": { "a.py": { "low": 5, "likely": 1, "high": 9 } } }')).toEqual([
    [
      '"volume.a.py": expected low ≤ likely ≤ high, found {"low":5,"likely":1,"high":9}',
      '{ "low": 5, "likely": 1, "high": 9 }',
    ],
  ])
})

test('an override without files is shown on the override', () => {
  expect(said('{ "overrides": [{ "rules": {} }] }')).toEqual([
    ['"overrides[0].files": is missing: expected a glob or a list of globs', '{ "rules": {} }'],
  ])
})

test('a key that stands twice is a mistake', () => {
  expect(said('{ "region": {}, "region": {} }').map(([message]) => message)).toEqual(['"region": stands here twice'])
})

test('broken JSON and an empty file are one sentence, not a cascade', () => {
  expect(said('{ "rules": { ').map(([message]) => message)).toEqual(['this is not JSON: close brace expected'])
  expect(said('').map(([message]) => message)).toEqual(['the file is empty; expected an object, at least {}'])
  expect(said('[]').map(([message]) => message)).toEqual(['expected an object, found []'])
})

test('offsets count a BOM and CRLF as they stand in the file', () => {
  expect(said('\ufeff{\r\n  "😀": 1 }')).toEqual([[expect.stringContaining('"😀": no setting of that name'), '"😀"']])
})

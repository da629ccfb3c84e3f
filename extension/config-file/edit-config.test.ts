import { expect, test } from 'vitest'
import { allEdits, type RootFiles, varFilesEdits } from './edit-config.ts'
import { withEdits } from './json-text.ts'

function edited(text: string, change: RootFiles): string {
  const edits = varFilesEdits(text, change)
  if ('refused' in edits) throw new Error(`${edits.refused} ${edits.what}`)
  return withEdits(text, edits)
}

const own = (...varFiles: string[]): RootFiles => ({ root: '', varFiles })
const of = (root: string, ...varFiles: string[]): RootFiles => ({ root, varFiles })

test('the config of the root itself names the files; comments, line ends, tabs and the form of the rest stay', () => {
  const before = '{\r\n\t// ours\r\n\t"region": { "aws": "eu-west-1" } // Ireland\r\n\t// the end\r\n}\r\n'
  expect(edited(before, own('prod.tfvars'))).toBe(
    '{\r\n\t// ours\r\n\t"region": { "aws": "eu-west-1" }, // Ireland\r\n\t"terraform": {\r\n\t\t"varFiles": [\r\n\t\t\t"prod.tfvars"\r\n\t\t]\r\n\t}\r\n\t// the end\r\n}\r\n',
  )
})

test('a setting beside it stays, and a comma at the end too', () => {
  const before = '{\n  "terraform": {\n    "workspace": "w",\n  },\n}\n'
  expect(edited(before, own('a', 'b'))).toBe(
    '{\n  "terraform": {\n    "workspace": "w",\n    "varFiles": [\n      "a",\n      "b"\n    ],\n  },\n}\n',
  )
})

test('a root below gets an override, once', () => {
  const one = edited('{}', of('envs/prod', 'vars/prod.tfvars'))
  expect(JSON.parse(one)).toEqual({
    overrides: [{ files: 'envs/prod/**', terraform: { varFiles: ['vars/prod.tfvars'] } }],
  })
  const two = edited(one, of('envs/prod', 'vars/b.tfvars'))
  expect(JSON.parse(two)).toEqual({
    overrides: [{ files: 'envs/prod/**', terraform: { varFiles: ['vars/b.tfvars'] } }],
  })
  const three = edited(two, of('envs/dev', 'vars/dev.tfvars'))
  expect(JSON.parse(three)).toMatchObject({ overrides: [{ files: 'envs/prod/**' }, { files: 'envs/dev/**' }] })
  expect(edited(three, of('envs/dev', 'vars/dev.tfvars'))).toBe(three)
})

test('none takes the setting away, and leaves the rest of the override', () => {
  const before = '{ "overrides": [{ "files": "a/**", "region": { "aws": "x" }, "terraform": { "varFiles": ["b"] } }] }'
  expect(edited(before, of('a'))).toBe(
    '{ "overrides": [{ "files": "a/**", "region": { "aws": "x" }, "terraform": { } }] }',
  )
  expect(edited('{}', of('a'))).toBe('{}')
})

test('an empty text becomes a config; one with a comment alone in its braces keeps it', () => {
  expect(edited('', own('a'))).toBe('{\n  "terraform": {\n    "varFiles": [\n      "a"\n    ]\n  }\n}\n')
  expect(edited('', own())).toBe('')
  expect(edited('{\n  // nothing yet\n}\n', own('a'))).toBe(
    '{\n  // nothing yet\n  "terraform": {\n    "varFiles": [\n      "a"\n    ]\n  }\n}\n',
  )
})

test('a broken text, or one that holds something else there, is left alone, and it is said where', () => {
  const refusal = (text: string, change = own('a')) => varFilesEdits(text, change)
  expect(refusal('{ "region": { "aws": "x" ')).toEqual({ refused: 'broken', offset: 25, what: 'CloseBraceExpected' })
  expect(refusal('<<<<<<< HEAD\n{}\n')).toEqual({ refused: 'broken', offset: 0, what: 'InvalidSymbol' })
  expect(refusal('[1]')).toEqual({ refused: 'shape', offset: 0, what: '' })
  expect(refusal('{"terraform": null}')).toEqual({ refused: 'shape', offset: 14, what: 'terraform' })
  expect(refusal('{"overrides": {"files": "a"}}', of('a', 'b'))).toEqual({
    refused: 'shape',
    offset: 14,
    what: 'overrides',
  })
  expect(refusal('{"overrides": [{"files": "a/**", "terraform": 3}]}', of('a', 'b'))).toEqual({
    refused: 'shape',
    offset: 46,
    what: 'overrides[0].terraform',
  })
})

test('several settings, of all files and of one, come as one edit; comments and line ends stay', () => {
  const before = '{\r\n  // ours\r\n  "volume": { "app.py": 10 }\r\n}\r\n'
  const edits = allEdits(before, [
    { path: ['volume', 'app.py#ask'], value: 2000 },
    { files: 'app.py', path: ['assume', 'inputTokens'], value: 500 },
  ])
  if ('refused' in edits) throw new Error(edits.what)
  const [edit] = edits
  expect(edits).toHaveLength(1)
  expect(before.slice(0, edit!.start) + edit!.text + before.slice(edit!.end)).toBe(
    '{\r\n  // ours\r\n  "volume": { "app.py": 10, "app.py#ask": 2000 },\r\n  "overrides": [\r\n    {\r\n      "files": "app.py",\r\n      "assume": {\r\n        "inputTokens": 500\r\n      }\r\n    }\r\n  ]\r\n}\r\n',
  )
  expect(allEdits(before, [{ path: ['volume', 'app.py'], value: 10 }])).toEqual([])
})

import { expect, test } from 'vitest'
import { withVarFiles } from './edit-config.ts'

const json = (text: string) => JSON.parse(text.replace(/^\s*\/\/.*$/gm, '')) as unknown

test('the config of the root itself names the files, and keeps its comments', () => {
  const before = '{\n  // ours\n  "region": { "aws": "eu-west-1" }\n}\n'
  const after = withVarFiles(before, { root: '', varFiles: ['prod.tfvars'] })
  expect(after).toContain('// ours')
  expect(json(after)).toEqual({ region: { aws: 'eu-west-1' }, terraform: { varFiles: ['prod.tfvars'] } })
})

test('a root below gets an override, once', () => {
  const one = withVarFiles('{}', { root: 'envs/prod', varFiles: ['vars/prod.tfvars'] })
  expect(json(one)).toEqual({
    overrides: [{ files: 'envs/prod/**', terraform: { varFiles: ['vars/prod.tfvars'] } }],
  })
  const two = withVarFiles(one, { root: 'envs/prod', varFiles: ['vars/b.tfvars'] })
  expect(json(two)).toEqual({ overrides: [{ files: 'envs/prod/**', terraform: { varFiles: ['vars/b.tfvars'] } }] })
  const three = withVarFiles(two, { root: 'envs/dev', varFiles: ['vars/dev.tfvars'] })
  expect(json(three)).toMatchObject({ overrides: [{ files: 'envs/prod/**' }, { files: 'envs/dev/**' }] })
})

test('none takes the setting away, and leaves the rest of the override', () => {
  const before = '{ "overrides": [{ "files": "a/**", "region": { "aws": "x" }, "terraform": { "varFiles": ["b"] } }] }'
  expect(json(withVarFiles(before, { root: 'a', varFiles: [] }))).toEqual({
    overrides: [{ files: 'a/**', region: { aws: 'x' }, terraform: {} }],
  })
  expect(withVarFiles('{}', { root: 'a', varFiles: [] })).toBe('{}')
})

import { expect, test } from 'vitest'
import type { Resource } from '../types.ts'
import { isNonProduction } from './environment.ts'

const resource = (change: {
  tags?: Record<string, string>
  address?: string
  file?: string
  root?: string
}): Resource =>
  ({
    tags: change.tags ?? {},
    address: change.address ?? 'aws_db_instance.main',
    location: { file: change.file ?? 'main.tf', span: [0, 1] },
    ...(change.root === undefined ? {} : { readFrom: { root: change.root } }),
  }) as unknown as Resource

test.each([
  ['a tag', { tags: { Environment: 'staging' } }, true],
  ['a tag against the folder', { tags: { env: 'production' }, file: 'envs/dev/main.tf' }, false],
  ['the name', { address: 'aws_db_instance.dev_main' }, true],
  ['the name in a tag', { tags: { Name: 'harbor-staging-us-east-1a' } }, true],
  ['the name in a tag against its address', { tags: { Name: 'harbor-prod' }, address: 'aws_db_instance.dev' }, false],
  ['the module', { address: 'module.sandbox.aws_db_instance.main' }, true],
  ['the folder', { file: 'environments/qa/db.tf' }, true],
  ['the root it is read from', { file: 'modules/db/main.tf', root: 'live/non-prod' }, true],
  ['a folder of environments further up', { file: 'environments/staging/eu/main.tf' }, true],
  ['where somebody keeps the project', { root: 'file:///home/ada/dev/harbour/infrastructure' }, false],
  ['where a copy of it is tested', { root: 'builds/some-test-1/workspace/infrastructure' }, false],
  ['a word that only holds one', { address: 'aws_iot_thing.devices_latest' }, false],
  ['a product whose name ends in one', { address: 'aws_instance.smtp4dev_mock_server' }, false],
  ['a word with a number', { address: 'aws_instance.dev01_server' }, true],
  ['both', { address: 'module.dev_and_prod.aws_db_instance.main' }, false],
  ['neither', {}, false],
] as const)('%s', (_, change, expected) => {
  expect(isNonProduction(resource(change))).toBe(expected)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { registry } from '../registry.gen.ts'
import { freeTypes } from './free-types.ts'

/** Sound as if they were billed, and are settings, places or groups: each was looked at. */
const soundBilled = [
  'aws_batch_job_queue',
  'aws_cloudhsm_v2_cluster',
  'aws_cloudwatch_log_stream',
  'aws_connect_queue',
  'aws_datasync_location_fsx_lustre_file_system',
  'aws_datasync_location_fsx_ontap_file_system',
  'aws_datasync_location_fsx_openzfs_file_system',
  'aws_datasync_location_fsx_windows_file_system',
  'aws_fsx_ontap_volume',
  'aws_fsx_openzfs_volume',
  'aws_gamelift_game_session_queue',
  'aws_ses_identity_notification_topic',
  'aws_verifiedaccess_instance',
]

/** Every resource type of the provider. */
const types = readFileSync(join(import.meta.dirname, 'aws-types.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .flatMap((line) => {
    const [service, names] = line.split('\t')
    return freeTypes('aws', { [service!]: names! })
  })
const priced = registry.resources.flatMap(({ from }) => Object.keys(from.terraform ?? {}))
const ofAws = (all: readonly string[]) => all.filter((type) => type.startsWith('aws_'))

it('every type that is priced or free is one of the provider’s', () => {
  expect([...ofAws(priced), ...ofAws(registry.free)].filter((type) => !types.includes(type))).toEqual([])
})

it('most types of the provider are known, and what stores, runs or carries something is never free', () => {
  const known = new Set([...priced, ...registry.free])
  expect(types.filter((type) => known.has(type)).length / types.length).toBeGreaterThan(0.55)
  const billed =
    /_(?:db_instance|cluster|instance|volume|bucket|queue|topic|stream|file_system|nat_gateway|vpc_endpoint|eip|secret|fleet|broker|workspace)$/
  expect(ofAws(registry.free).filter((type) => billed.test(type) && !soundBilled.includes(type))).toEqual([])
})

it('names a type by its service, and the service by a dot', () => {
  expect(freeTypes('aws', { vpc: '. dhcp_options', iam: '\n  role\n  user\n' })).toEqual([
    'aws_vpc',
    'aws_vpc_dhcp_options',
    'aws_iam_role',
    'aws_iam_user',
  ])
})

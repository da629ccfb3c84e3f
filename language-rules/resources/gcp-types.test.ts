import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { registry } from '../registry.gen.ts'
import { freeTypes } from './free-types.ts'

/** Sound as if they were billed, and are settings or names: each was looked at. */
const soundBilled = [
  'google_cloudbuildv2_repository',
  'google_composer_user_workloads_secret',
  'google_compute_attached_disk',
  'google_compute_global_network_endpoint',
  'google_compute_network_endpoint',
  'google_compute_region_network_endpoint',
  'google_compute_target_instance',
  'google_kms_key_ring_import_job',
  'google_managed_kafka_topic',
  'google_vertex_ai_endpoint',
  'google_vertex_ai_index_endpoint',
]

/** Every resource type of the provider. */
const types = readFileSync(join(import.meta.dirname, 'gcp-types.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .flatMap((line) => {
    const [service, names] = line.split('\t')
    return freeTypes('google', { [service!]: names! })
  })
const priced = registry.resources.flatMap(({ from }) => Object.keys(from.terraform ?? {}))
const ofGoogle = (all: readonly string[]) => all.filter((type) => type.startsWith('google_'))

it('every Google type that is priced or free is one of the provider’s', () => {
  expect([...ofGoogle(priced), ...ofGoogle(registry.free)].filter((type) => !types.includes(type))).toEqual([])
})

it('most Google types are known, and what stores, runs or carries something is never free', () => {
  const known = new Set([...priced, ...registry.free])
  expect(types.filter((type) => known.has(type)).length / types.length).toBeGreaterThan(0.5)
  const billed =
    /_(?:instance|cluster|disk|bucket|topic|subscription|secret|node_pool|tunnel|nat|address|forwarding_rule|endpoint|job|database_instance|commitment|reservation|crypto_key|managed_zone|snapshot|image|repository)$/
  const sounding = ofGoogle(registry.free).filter((type) => billed.test(type) && !soundBilled.includes(type))
  expect(sounding).toEqual([])
})

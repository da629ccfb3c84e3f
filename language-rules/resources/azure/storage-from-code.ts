// https://azure.microsoft.com/pricing/details/storage/blobs/: redundancy and region are those of an account the code does not name.
import { fact, isUnwritten, line, usage } from '../../../core/estimate/resource-line.ts'
import type { Block, NestedBlock } from '../../../core/format.ts'
import { known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'

const stored = (path: string): FormatMapping => ({
  facts: { storageClass: (block) => mapKnown(block.fact(path), (name): Fact => String(name).toUpperCase()) },
  region: () => unknown('absent'),
})

/** Of a blob it is the second argument; of a URL the third, after what opens it. */
function batched(block: Block): Known<Fact> {
  const third = block.fact('[2]')
  const tier = typeof valueOf(third) === 'string' ? third : block.fact('[1]')
  return mapKnown(tier, (name): Fact => String(name).toUpperCase())
}

const blob = defineResource({
  id: 'azure/blob-from-code',
  cloud: 'azure',
  docs: 'https://azure.microsoft.com/pricing/details/storage/blobs/',
  shape: { storageClass: 'tier, COOL' },
  usage: { storedGB: 'GB stored by this call, mean of the month' },
  lines: (resource) => [line('Storage', 'GB-month', usage(resource, 'storedGB'), 'dynamic')],
  from: {
    sdk: {
      'azure.upload_blob': stored('standard_blob_tier'),
      'azure.set_standard_blob_tier': stored('standard_blob_tier|[0]'),
      'azure.web_upload': stored('[1].tier|[2].tier|[3].tier'),
      'azure.web_set_tier': stored('[0]'),
      'azure.web_set_tiers': { ...stored(''), facts: { storageClass: batched } },
    },
  },
  label: ({ shape }) => `Azure blob ${String((shape.storageClass && valueOf(shape.storageClass)) ?? '')}`.trim(),
})

const rulesPaths = ['[3].policy.rules', 'properties.policy.rules'].join('|')
const tiers = [
  ['tier_to_cool', 'tierToCool', 'COOL'],
  ['tier_to_cold', 'tierToCold', 'COLD'],
  ['tier_to_archive', 'tierToArchive', 'ARCHIVE'],
] as const

/** Tiers that the rules move blobs to, with blanks between them. */
function movedTo(block: Block): Known<Fact> {
  if (block.list(rulesPaths).is === 'unknown') return unknown('dynamic', block.location)
  const has = (rule: NestedBlock, name: string) => {
    const actions = ['base_blob', 'baseBlob'].map((at) => `definition.actions.${at}.${name}`).join('|')
    const list = rule.list(actions)
    return !(list.is === 'unknown' && list.why === 'absent')
  }
  const rules = block.nested(rulesPaths)
  const moved = tiers.filter(([python, web]) => rules.some((rule) => has(rule, python) || has(rule, web)))
  return moved.length === 0 ? unknown('absent') : known<Fact>(moved.map(([, , tier]) => tier).join(' '), block.location)
}

const policy = defineResource({
  id: 'azure/blob-lifecycle',
  cloud: 'azure',
  docs: 'https://azure.microsoft.com/pricing/details/storage/blobs/',
  shape: { movedTo: 'tiers that its rules move blobs to, with blanks between them; none where they only delete' },
  usage: { storedGB: 'GB stored in those tiers, mean of the month' },
  lines: (resource) => {
    const moved = fact(resource, 'movedTo')
    return isUnwritten(moved) ? [] : [line('Colder storage', 'GB-month', usage(resource, 'storedGB'), 'dynamic')]
  },
  from: {
    sdk: {
      'azure.management_policy': {
        facts: { movedTo },
        // A policy that only deletes costs nothing anywhere.
        region: (block) => (isUnwritten(movedTo(block)) ? known('anywhere', block.location) : unknown('absent')),
      },
    },
  },
  label: ({ shape }) => `Blob lifecycle ${String((shape.movedTo && valueOf(shape.movedTo)) ?? '')}`.trim(),
})

export const resources = [blob, policy]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'the account decides what a tier costs: no price, and no $0',
    lang: 'python',
    code: `from azure.storage.blob import BlobClient

BlobClient.from_connection_string("c", "a", "b").set_standard_blob_tier("Cool")
`,
    sees: [{ address: 'azure.set_standard_blob_tier', usd: null, status: 'unknown', unknown: ['region: absent'] }],
  },
  {
    name: 'a policy that moves blobs costs what their account decides; one that deletes costs nothing',
    lang: 'typescript',
    code: `import { StorageManagementClient } from '@azure/arm-storage'

const policies = new StorageManagementClient(credential, 's').managementPolicies
await policies.createOrUpdate('g', 'a', 'default', {
  policy: { rules: [{ name: 'r', definition: { actions: { baseBlob: { tierToCold: {}, tierToArchive: {} } } } }] },
})
await policies.createOrUpdate('g', 'b', 'default', {
  policy: { rules: [{ name: 'r', definition: { actions: { baseBlob: { delete: {} } } } }] },
})
`,
    sees: [
      { address: 'azure.management_policy', usd: null, status: 'unknown', unknown: ['region: absent'] },
      { address: 'azure.management_policy#2', usd: null, status: 'free' },
    ],
  },
]

import { expect, it } from 'vitest'
import type { CostSite } from '../../core/types.ts'
import { siteNames } from './site-names.ts'

const at = { file: 'a', span: [0, 0] } as const
const known = (value: string) => ({ is: 'known', value, at, via: 'literal' }) as const
const unknown = { is: 'unknown', why: 'dynamic' } as const
const resource = (shape: object, part: object = {}) =>
  ({ kind: 'resource', region: known('us-east-1'), definition: 'aws/ec2-instance', shape, ...part }) as CostSite
const call = (model: object) => ({ kind: 'model-call', provider: 'azure-openai', model }) as CostSite

it.each([
  ['a machine', resource({ instanceType: known('g5.xlarge') }), { names: ['g5.xlarge'], region: 'us-east-1' }],
  ['a bucket', resource({ storageClass: known('STANDARD') }), { names: ['s3 STANDARD'], region: 'us-east-1' }],
  [
    'a volume somewhere',
    resource({ type: known('gp2') }, { definition: 'aws/ebs-volume', region: unknown }),
    { names: ['ebs gp2'], region: undefined },
  ],
  ['a call', call(known('gpt-4o')), { names: ['azure-openai/gpt-4o', 'gpt-4o'], region: undefined }],
  ['a call of some model', call(unknown), undefined],
  ['a resource of another kind', resource({ type: known('gp2') }), undefined],
])('names %s as the price book does', (_, site, names) => {
  expect(siteNames(site)).toEqual(names)
})

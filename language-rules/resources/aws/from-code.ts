// https://aws.amazon.com/ec2/pricing/on-demand/, https://aws.amazon.com/s3/pricing/: what a program asks for by calling AWS itself.
import { fact, isUnwritten, line, numberOf, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known, Purchase } from '../../../core/types.ts'
import { regionBy } from '../from-code.ts'
import { instanceLabel } from '../instance-label.ts'
import { launchShape, launchUsage } from './ec2/launch-shape.ts'
import { hourLines } from './ec2/machine.ts'
import { storagePrice } from './item-lines.ts'

const market = (block: Block): Purchase | undefined => {
  const told = block.fact('InstanceMarketOptions.MarketType')
  if (isUnwritten(told)) return 'on-demand'
  const is = valueOf(told)
  return is === undefined ? undefined : is === 'spot' ? 'spot' : is === 'capacity-block' ? 'capacity-block' : undefined
}

/** EC2 starts as many as it has room for, of those that are asked for. */
function machines(block: Block): Known<number> {
  const [least, most] = [numberOf(block.fact('MinCount')), numberOf(block.fact('MaxCount'))]
  const [low, high] = [valueOf(least), valueOf(most)]
  if (low === undefined || high === undefined) return most
  return low >= high ? most : { is: 'range', low, likely: high, high, at: block.location }
}

const launched: FormatMapping = {
  facts: {
    instanceType: 'InstanceType',
    tenancy: ['Placement.Tenancy', 'default'],
    operatingSystem: (block) => assumed<Fact>('linux', block.location, 'image'),
  },
  region: regionBy('^region_name|^region'),
  count: machines,
  purchase: market,
}

const instances = defineResource({
  id: 'aws/ec2-launch',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/ec2/pricing/on-demand/',
  shape: launchShape,
  usage: launchUsage,
  assumes: [{ what: 'running', value: 'the whole month', from: 'an instance runs until it is stopped' }],
  lines: (resource, prices) => [
    ...hourLines(resource, prices, {
      label: 'Instance',
      type: fact(resource, 'instanceType'),
      purchase: resource.purchase,
      number: known(1, resource.location),
    }),
  ],
  from: { sdk: { 'aws.run_instances': launched } },
  label: (resource, prices) => instanceLabel(resource, 'EC2 instances', prices),
})

const stored: FormatMapping = {
  facts: { storageClass: 'StorageClass|ExtraArgs.StorageClass' },
  region: regionBy('^region_name|^region'),
}

const object = defineResource({
  id: 'aws/s3-object',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/s3/pricing/',
  shape: { storageClass: 'STANDARD_IA, GLACIER_IR' },
  usage: { storedGB: 'GB stored by this call, mean of the month' },
  lines: (resource, prices) => {
    const storageClass = fact(resource, 'storageClass')
    const name = valueOf(storageClass)
    const price = name === undefined ? 'dynamic' : storagePrice(resource, prices, 's3', String(name))
    return [line('Storage', 'GB-month', usage(resource, 'storedGB'), price)]
  },
  from: { sdk: { 'aws.put_object': stored, 'aws.copy_object': stored, 'aws.create_multipart_upload': stored } },
  label: ({ shape }) => `S3 ${String((shape.storageClass && valueOf(shape.storageClass)) ?? 'object')}`,
})

export const resources = [instances, object]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'two machines for a month: 2 × 730 h × $1.006; what is stored is use nobody has told',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(ImageId="ami-1", InstanceType="g5.xlarge", MinCount=2, MaxCount=2)
boto3.client("s3", region_name="us-east-1").put_object(Bucket="b", Key="k", StorageClass="STANDARD_IA")
`,
    sees: [
      { address: 'aws.run_instances', usd: 1468.76, status: 'priced' },
      { address: 'aws.put_object', usd: null, status: 'partial', unknown: ['Storage: usage'] },
    ],
  },
]

// https://cloud.google.com/compute/vm-instance-pricing, https://cloud.google.com/storage/pricing: what a program asks Google for by calling it itself.
import { fact, isUnwritten, line, monthOf, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, unknown, valueOf } from '../../../core/known.ts'
import { type CodeExample, defineResource, type FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { countedBy, regionBy, zoneBy } from '../from-code.ts'
import { instanceLabel } from '../instance-label.ts'
import { agedBuckets } from './bucket-lifecycle-code.ts'
import { classIn, placeNamed } from './cloud-storage.ts'

/** `constants.COLDLINE_STORAGE_CLASS` is `COLDLINE`, and so is `coldline`. */
const className = (name: Fact): Fact =>
  String(name)
    .toUpperCase()
    .replace(/(?:_LEGACY)?_STORAGE_CLASS$/, '')

const classAt = (path: string) => (block: Block) => mapKnown(block.fact(path), className)

const placeAt = (path: string) => (block: Block) => mapKnown(regionBy(path)(block), placeNamed)

/** Of what is there already: where that is was said when it was made. */
const stored = (path: string): FormatMapping => ({ facts: { storageClass: classAt(path) }, region: placeAt('none') })

/** What a bucket is that is made without saying so: https://cloud.google.com/storage/docs/storage-classes, https://cloud.google.com/storage/docs/locations */
const created = (
  ages: FormatMapping['facts'],
  storageClass: (block: Block) => Known<Fact>,
  path: string,
  pair = 'none',
): FormatMapping => ({
  facts: {
    ...ages,
    storageClass(block) {
      const told = storageClass(block)
      return isUnwritten(told) ? assumed<Fact>('STANDARD', block.location) : told
    },
  },
  region(block) {
    // Two regions of its own choice.
    if (block.list(pair).is === 'known') return unknown('dynamic', block.location)
    const place = placeAt(path)(block)
    return isUnwritten(place) ? assumed(placeNamed('US'), block.location) : place
  },
})

/** `{ storageClass: 'COLDLINE' }`, or `{ coldline: true }`. */
const webClass =
  (options: string) =>
  (block: Block): Known<Fact> => {
    const named = ['nearline', 'coldline', 'archive'].find((name) => valueOf(block.fact(`${options}.${name}`)) === true)
    return named === undefined
      ? classAt(`${options}.storageClass`)(block)
      : known<Fact>(className(named), block.location)
  }

const object = defineResource({
  id: 'gcp/storage-from-code',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/storage/pricing',
  shape: {
    storageClass: 'STANDARD, NEARLINE, COLDLINE or ARCHIVE',
    name: 'of a bucket that is made',
    lifecycle: 'whether the program gives the bucket it makes rules that move or delete objects',
  },
  usage: { storedGB: 'GB stored, mean of the month' },
  lines: (resource, prices) => [
    line(
      'Storage',
      'GB-month',
      usage(resource, 'storedGB'),
      priceFor(
        resource,
        [fact(resource, 'storageClass')],
        (region, name) => prices.storage('gcp', 'gcs', classIn(name!, region), region)?.storage,
      ),
    ),
  ],
  from: {
    sdk: {
      'google.bucket': created(
        agedBuckets.made,
        classAt('[0].storage_class|bucket_or_name.storage_class'),
        'location|[0].location',
        'data_locations',
      ),
      'google.own_bucket': created(agedBuckets.own, classAt('.storage_class'), 'location|.location'),
      'google.bucket_class': stored('.storage_class'),
      'google.blob': stored('[0]|new_class'),
      'google.lifecycle': stored('[0]|storage_class'),
      'google.web_bucket': created(
        agedBuckets.webMade,
        webClass('[1]'),
        '[1].location',
        '[1].customPlacementConfig.dataLocations',
      ),
      'google.own_web_bucket': created(
        agedBuckets.webOwn,
        webClass('[0]'),
        '[0].location',
        '[0].customPlacementConfig.dataLocations',
      ),
      'google.web_upload': stored('[1].metadata.storageClass'),
      'google.web_metadata': stored('[0].storageClass'),
      'google.web_lifecycle': stored('[0].action.storageClass|[0].[0].action.storageClass|[0].[1].action.storageClass'),
    },
  },
  label: ({ shape }) => `Cloud Storage ${String((shape.storageClass && valueOf(shape.storageClass)) ?? '')}`.trim(),
})

const spec = (name: string) =>
  `instance_resource.${name}|[2].${name}|request.instance_resource.${name}|[0].instance_resource.${name}`

const bulk = (name: string) =>
  ['', 'request.', '[0].'].map((at) => `${at}bulk_insert_instance_resource_resource.${name}`).join('|')

/** Preemptible machines are the older name of spot ones, at the same price. */
const preemptible = (scheduling: string) => (block: Block) =>
  valueOf(block.fact(`${scheduling}preemptible`)) === true
    ? 'spot'
    : isSpotBy(`${scheduling}provisioningModel|${scheduling}provisioning_model`)(block)

const lastOf = (path: string) => (block: Block) =>
  mapKnown(block.fact(path), (name): Fact => String(name).split('/').at(-1)!)

const isSpotBy = (path: string) => (block: Block) => {
  const told = block.fact(path)
  if (isUnwritten(told)) return 'on-demand'
  const is = valueOf(told)
  return is === undefined ? undefined : is === 'SPOT' ? 'spot' : 'on-demand'
}

const instance = defineResource({
  id: 'gcp/compute-launch',
  cloud: 'gcp',
  docs: 'https://cloud.google.com/compute/vm-instance-pricing',
  shape: { instanceType: 'machine type, n2-standard-8' },
  assumes: [
    {
      what: 'running',
      value: 'the whole month',
      from: 'an instance runs until it is stopped; its disks, GPUs and discounts are left out',
    },
  ],
  lines(resource, prices) {
    const { purchase } = resource
    const price =
      purchase === undefined
        ? 'dynamic'
        : priceFor(resource, [fact(resource, 'instanceType')], (region, type) =>
            prices.instance('gcp', type!, region, purchase),
          )
    return [line('Instance', 'hour', monthOf(resource), price)]
  },
  from: {
    sdk: {
      'google.instance': {
        facts: {
          instanceType: lastOf(spec('machine_type')),
        },
        region: zoneBy('zone|[1]|request.zone|[0].zone'),
        purchase: isSpotBy(spec('scheduling.provisioning_model')),
      },
      'google.instances': {
        facts: { instanceType: lastOf(bulk('instance_properties.machine_type')) },
        region: zoneBy('zone|request.zone|[0].zone'),
        count: countedBy(bulk('count')),
        purchase: isSpotBy(bulk('instance_properties.scheduling.provisioning_model')),
      },
      'google.instance_request': {
        facts: { instanceType: lastOf('body.machineType|[2].machineType') },
        region: zoneBy('zone|[1]'),
        purchase: preemptible('body.scheduling.'),
      },
      'google.web_instance': {
        facts: {
          instanceType: lastOf('instanceResource.machineType'),
        },
        region: zoneBy('zone'),
        purchase: isSpotBy('instanceResource.scheduling.provisioningModel'),
      },
    },
  },
  label: (resource, prices) => instanceLabel(resource, 'Compute Engine instance', prices),
})

export const resources = [object, instance]

export const codeExamples: readonly CodeExample[] = [
  {
    name: 'a machine for a month: 730 h × $0.388472; what is stored is use nobody has told',
    lang: 'python',
    code: `from google.cloud import compute_v1, storage

compute_v1.InstancesClient().insert(
    project="p", zone="us-central1-a", instance_resource={"machine_type": "zones/us-central1-a/machineTypes/n2-standard-8"}
)
client = storage.Client()
bucket = client.bucket("b")
bucket.storage_class = "COLDLINE"
client.create_bucket(bucket, location="us-central1")
`,
    sees: [
      { address: 'google.instance', usd: 283.58, status: 'priced' },
      { address: 'google.bucket', usd: null, status: 'partial', unknown: ['Storage: usage'] },
    ],
  },
]

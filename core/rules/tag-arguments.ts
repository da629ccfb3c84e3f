// How a call that makes something tags it: by an argument, by a field of one, or by a request after it.
import type { Document } from '../document.ts'
import { callAt } from '../fixes/after-statement.ts'
import { addArgument, addItem } from '../fixes/arguments.ts'
import { requestAfter, sameArgument } from '../fixes/next-request.ts'
import { type Fields, inline, type Style, type Value } from '../fixes/written-value.ts'
import { valueOf } from '../known.ts'
import type { Entry, Expr } from '../module.ts'
import type { ResourceContext } from '../rule.ts'
import type { Edit, Resource } from '../types.ts'

type Tags = readonly (readonly [name: string, value: string])[]
type Context = Pick<ResourceContext<unknown>, 'code' | 'document'>
type Written = (tags: Tags) => Value

const list: Written = (tags) => tags.map(([Key, Value]) => ({ Key, Value }))
const map: Written = (tags) => Object.fromEntries(tags)
const specification =
  (ResourceType: string): Written =>
  (tags) => [{ ResourceType, Tags: list(tags) }]

interface Place {
  readonly name: string
  readonly written: Written
  /** Of arguments, by their names or numbers, the first of which is given: a dictionary that has the field. Left out: it is an argument itself. */
  readonly inside?: readonly string[]
  /** A request of the same client that says the tags of what was made. */
  readonly by?: { readonly method: string; readonly same: string; fields(tags: Tags): Fields }
}

const each = (names: readonly string[], place: Place) => Object.fromEntries(names.map((name) => [name, place]))
const parameters = { name: 'tags', written: map, inside: ['parameters', '[2]'] }

/**
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TagSpecification.html, https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Tag.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html, https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html,
 * https://sagemaker.readthedocs.io/en/stable/api/training/estimators.html, https://docs.cloud.google.com/compute/docs/reference/rest/v1/instances,
 * https://docs.cloud.google.com/python/docs/reference/aiplatform/latest/google.cloud.aiplatform.CustomJob, https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update,
 * https://learn.microsoft.com/python/api/azure-ai-ml/azure.ai.ml.entities.computeinstance
 */
const places: Readonly<Record<string, Place>> = {
  'aws.run_instances': { name: 'TagSpecifications', written: specification('instance') },
  'aws.create_volume': { name: 'TagSpecifications', written: specification('volume') },
  ...each(
    [
      'aws.create_endpoint_config',
      'aws.create_training_job',
      'aws.create_transform_job',
      'aws.create_processing_job',
      'aws.create_hyper_parameter_tuning_job',
      'aws.create_notebook_instance',
      'aws.run_job_flow',
    ],
    { name: 'Tags', written: list },
  ),
  ...each(['sagemaker.Estimator', 'sagemaker.Processor', 'sagemaker.Transformer', 'sagemaker.deploy'], {
    name: 'tags',
    written: list,
  }),
  ...each(['aws.create_log_group', 'aws.emr_serverless.create_application'], { name: 'tags', written: map }),
  'aws.create_bucket': {
    name: 'Tagging',
    written: list,
    by: {
      method: 'put_bucket_tagging',
      same: 'Bucket',
      fields: (tags) => ({ Tagging: { TagSet: list(tags) } }),
    },
  },
  ...each(['vertex.CustomJob', 'vertex.batch_predict'], { name: 'labels', written: map }),
  ...each(['google.instance', 'google.web_instance'], {
    name: 'labels',
    written: map,
    inside: ['instance_resource', 'instanceResource'],
  }),
  'azure.virtual_machine': parameters,
  ...each(['azureml.ComputeInstance', 'azureml.AmlCompute'], { name: 'tags', written: map }),
}

/** Whether a call that could tag what it makes is given no tags at all, and nothing that may hold some. */
export function isCallWithoutTags(resource: Resource, context: Context): boolean {
  const { source, shape, type } = resource
  const place = places[type]
  if (place === undefined) return false
  if (place.by) return shape.tagged !== undefined && valueOf(shape.tagged) === false
  if (!place.inside) return source.open !== undefined && source.values[place.name] === undefined
  const record = recordIn(resource, place.inside, context)
  return record?.entries.every(({ name, spread }) => !spread && name !== undefined && name !== place.name) ?? false
}

/** Holds an undefined where the call's arguments are not all written there. */
export function tagEdits(resource: Resource, tags: Tags, context: Context): readonly (Edit | undefined)[] {
  const { code, document } = context
  const place = places[resource.type]
  if (place === undefined || !code) return [undefined]
  if (place.by) {
    const { method, same, fields } = place.by
    const name = sameArgument(resource, same, context)
    if (name === undefined) return [undefined]
    return requestAfter(resource, { method, fields: { [same]: name, ...fields(tags) } }, context)
  }
  const value = inline(place.written(tags), code.named)
  if (!place.inside) return [addArgument(resource, place.name, value, document)]
  const record = recordIn(resource, place.inside, context)
  return [record && entry(record, place.name, value, code.named, document)]
}

const entry = (record: RecordExpr, name: string, value: string, style: Style, document: Document): Edit =>
  addItem(record.entries, record.span[1] - 1, `${style === 'keyword' ? `"${name}"` : name}: ${value}`, document)

type RecordExpr = Extract<Expr, { is: 'record' }>

/** The record that is written for one of these arguments of the call: of Python by keyword, of TypeScript a field of the first too. */
function recordIn(resource: Resource, names: readonly string[], { code, document }: Context): RecordExpr | undefined {
  const args = (code && callAt(resource.location, code.module, document)?.expr.args) ?? []
  const first = args[0]?.value
  const fields: readonly Entry[] = first?.is === 'record' ? first.entries : []
  for (const name of names) {
    const nth = /^\[(\d+)\]$/.exec(name)?.[1]
    const found =
      nth === undefined
        ? [...args, ...fields].find((each) => each.name === name)?.value
        : args.filter((each) => each.name === undefined)[Number(nth)]?.value
    if (found?.is === 'record') return found
  }
  return undefined
}

import type { Document } from '../document.ts'
import { addArgument } from '../fixes/arguments.ts'
import type { Edit, Resource } from '../types.ts'

type Tags = readonly (readonly [name: string, value: string])[]

/**
 * The argument by which a call of AWS tags what it makes; of EC2 with the kind of thing that is tagged.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TagSpecification.html,
 * https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Tag.html
 */
const tagArguments: Readonly<Record<string, { readonly name: string; readonly tagged?: string }>> = {
  'aws.run_instances': { name: 'TagSpecifications', tagged: 'instance' },
  'aws.create_volume': { name: 'TagSpecifications', tagged: 'volume' },
  'aws.create_endpoint_config': { name: 'Tags' },
  'aws.create_training_job': { name: 'Tags' },
  'aws.create_transform_job': { name: 'Tags' },
  'aws.create_processing_job': { name: 'Tags' },
  'aws.create_notebook_instance': { name: 'Tags' },
}

/** Whether a call that could tag what it makes is given no tags at all, and nothing that may hold some. */
export function isCallWithoutTags({ type, source }: Resource): boolean {
  const argument = tagArguments[type]
  return argument !== undefined && source.open !== undefined && source.values[argument.name] === undefined
}

/** Undefined where the call's arguments are not all written there. */
export function tagArgument(resource: Resource, tags: Tags, document: Document): Edit | undefined {
  const argument = tagArguments[resource.type]
  const { open } = resource.source
  if (argument === undefined || open === undefined) return undefined
  const record = (fields: Tags) =>
    open.named === 'keyword'
      ? `{${fields.map(([name, code]) => `"${name}": ${code}`).join(', ')}}`
      : `{ ${fields.map(([name, code]) => `${name}: ${code}`).join(', ')} }`
  const text = (value: string) =>
    open.named === 'keyword' || value.includes("'") ? JSON.stringify(value) : `'${value}'`
  const list = `[${tags
    .map(([name, value]) =>
      record([
        ['Key', text(name)],
        ['Value', text(value)],
      ]),
    )
    .join(', ')}]`
  const code =
    argument.tagged === undefined
      ? list
      : `[${record([
          ['ResourceType', text(argument.tagged)],
          ['Tags', list],
        ])}]`
  return addArgument(resource, argument.name, code, document)
}

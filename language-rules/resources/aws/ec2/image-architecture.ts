// Where the configuration says which processor the image of a machine is built for.
import type { Block } from '../../../../core/format.ts'
import { valueOf } from '../../../../core/known.ts'
import type { Fact, Known } from '../../../../core/types.ts'

export const imageShape = {
  'image.architecture': 'processor that the image is looked up for, where nothing else uses it: x86_64',
  'image.name':
    'name that the image is looked up by, or that of the parameter which holds it, where nothing else uses it',
}

/** What asks for an image. */
const users = ['aws_instance', 'aws_launch_template', 'aws_launch_configuration', 'aws_spot_instance_request']

/**
 * Of the data source that this machine alone takes its image from: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ami,
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters-ami.html
 */
export function imageFacts(block: Block): Record<string, Known<Fact>> {
  const image = block.target('ami', 'data.aws_ami')
  const parameter = block.target('ami', 'data.aws_ssm_parameter')
  const source = image ?? parameter
  const used = source ? users.flatMap((type) => source.referredBy(type)) : []
  if (used.length !== 1) return {}
  if (parameter) return { 'image.name': parameter.fact('name') }
  return {
    ...filtered(image!, 'architecture', 'image.architecture'),
    ...filtered(image!, 'name', 'image.name'),
  }
}

/** The one value that a filter of that name has. */
function filtered(image: Block, name: string, fact: string): Record<string, Known<Fact>> {
  const filters = image.nested('filter').filter((each) => valueOf(each.fact('name')) === name)
  const values = filters.length === 1 ? filters[0]!.list('values') : undefined
  const [only, ...others] = values?.is === 'known' ? values.value : []
  return only && others.length === 0 ? { [fact]: only } : {}
}

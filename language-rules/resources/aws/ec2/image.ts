// https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-finding-public-parameters.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ami
import type { Block } from '../../../../core/format.ts'
import { known, valueOf } from '../../../../core/known.ts'
import type { Fact, Known } from '../../../../core/types.ts'
import { unwritten } from './written.ts'

/**
 * The system of an image, where the source asks for one of Windows: by AWS's public parameter, by name, or by platform, which is `windows`
 * or nothing. Unwritten for every other.
 * @param path where the image's id stands: `ami`, `image_id`
 */
export function imageSystem(block: Block, path: string): Known<Fact> {
  const image = block.target(path, 'data.aws_ami')
  const systems = new Set(
    [parameterOf(block, path), ...filtered(image, 'name')].flatMap((name) => systemOf(name) ?? []),
  )
  const isWindows = filtered(image, 'platform').includes('windows')
  const system = systems.size > 0 ? [...systems][0]! : isWindows ? 'windows' : undefined
  return system === undefined || systems.size > 1 ? unwritten : known<Fact>(system, block.location, 'attribute')
}

/** The parameter that holds the image's id, which a launch template may name by itself. */
function parameterOf(block: Block, path: string): Fact | undefined {
  const written = valueOf(block.fact(path))
  const resolved = typeof written === 'string' ? /^resolve:ssm:(.+)$/.exec(written)?.[1] : undefined
  const parameter = block.target(path, 'data.aws_ssm_parameter')
  return resolved ?? (parameter && valueOf(parameter.fact('name')))
}

const filtered = (image: Block | undefined, by: string): readonly Fact[] =>
  (image?.nested('filter') ?? [])
    .filter((filter) => valueOf(filter.fact('name')) === by)
    .flatMap((filter) => valueOf(filter.list('values')) ?? [])
    .flatMap((value) => valueOf(value) ?? [])

/** Images with SQL Server bill for it too. */
function systemOf(name: Fact | undefined): string | undefined {
  const image = /^(?:\/aws\/service\/ami-windows-latest\/)?(Windows_Server.*)$/.exec(String(name))?.[1]
  return image === undefined ? undefined : image.includes('SQL') ? 'windows with SQL Server' : 'windows'
}

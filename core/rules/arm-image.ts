import { replace } from '../fixes/arguments.ts'
import type { Edit, Resource } from '../types.ts'

/**
 * Images that their makers publish for both: https://docs.aws.amazon.com/linux/al2023/ug/ec2.html,
 * https://documentation.ubuntu.com/aws/aws-how-to/instances/find-ubuntu-images/. Of one's own nobody knows.
 */
const published =
  /^(al2023-ami-|amzn2-ami-|ubuntu\/images\/|\/aws\/service\/(ami-amazon-linux-latest|canonical\/ubuntu)\/)/

/**
 * Looks an image up for Arm in place of x86: edits of the data source it comes from, in whichever file of the root that stands. Undefined
 * where its processor is not written as plain text, or other machines take the same image.
 */
export function armImage({ shape }: Resource): readonly Edit[] | undefined {
  const told = ['image.architecture', 'image.name'].flatMap((name) => shape[name] ?? [])
  const { 'image.name': name } = shape
  if (name?.is !== 'known' || !published.test(String(name.value))) return undefined
  const edits: Edit[] = []
  for (const fact of told) {
    if (fact.is !== 'known' || typeof fact.value !== 'string') return undefined
    const { value, at } = fact
    const arm = value.replaceAll('x86_64', 'arm64').replaceAll('amd64', 'arm64')
    if (arm === value) continue
    // What is put together, or comes through a variable, stands elsewhere under other text.
    if (fact.via !== 'literal' || at.span[1] - at.span[0] !== value.length + 2) return undefined
    edits.push(replace(at, `"${arm}"`))
  }
  return edits.length > 0 ? edits : undefined
}

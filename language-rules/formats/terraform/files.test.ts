import { expect, it } from 'vitest'
import { sessionOver } from '../../../test/session-over.ts'

it('a file that a configuration reads is looked for beside it, and when it changes so does the result', async () => {
  const disk: Record<string, string> = { 'infra/sizes.json': '{"web": 8}' }
  const session = sessionOver(disk)
  session.open(
    'infra/main.tf',
    `resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
  size              = jsondecode(file("\${path.module}/sizes.json")).web
}
`,
  )
  const size = async () => {
    const { sites } = await session.settled('infra/main.tf')
    const site = sites[0]?.site
    const read = site?.kind === 'resource' ? site.shape.sizeGiB : undefined
    return read?.is === 'known' ? read.value : read?.is
  }
  expect(await size()).toBe(8)
  disk['infra/sizes.json'] = '{"web": 80}'
  expect(session.touched('infra/sizes.json')).toEqual(['infra/main.tf'])
  expect(await size()).toBe(80)
  expect(session.touched('infra/other.json')).toEqual([])
})

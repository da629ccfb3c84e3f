import { expect, it } from 'vitest'
import { loadPriceBook } from '../../../../cli/price-book.ts'
import { createSession } from '../../../../core/session.ts'
import { noSettings } from '../../../../core/settings.ts'
import { estimator } from '../../../../core/tokens/estimator.ts'
import { registry } from '../../../registry.gen.ts'

const prices = loadPriceBook()

/** A project on disk, none of whose files is open yet; paths are absolute, as an editor has them. */
function project(files: Record<string, string>) {
  const disk = new Map(Object.entries(files).map(([name, text]) => [`C:/live/${name}`, text]))
  const session = createSession({
    registry,
    prices,
    tokens: () => estimator,
    settings: () => noSettings,
    others: { find: (candidates) => candidates.find((file) => disk.has(file)), text: (file) => disk.get(file) },
  })
  return { disk, session }
}

const module = `variable "size" {}
resource "aws_ebs_volume" "a" {
  type = "gp3"
  size = var.size
}
`
const unit = `include "root" {
  path = find_in_parent_folders("root.hcl")
}
terraform {
  source = "../modules/data"
}
inputs = {
  size = 100
}
`
const root = (region: string) => `generate "provider" {
  path     = "provider.tf"
  contents = <<EOT
provider "aws" {
  region = "${region}"
}
EOT
}
`

it('shows the sum at the terraform block, after an edit of the unit, of its module, and of a root file that is not open', async () => {
  const { disk, session } = project({ 'root.hcl': root('us-east-1'), 'modules/data/main.tf': module })
  session.open('C:/live/app/terragrunt.hcl', unit, 1)
  await session.prepare('C:/live/app/terragrunt.hcl')
  expect(session.wanted()).toEqual(['C:/live/modules/data'])
  session.open('C:/live/modules/data/main.tf', module, 1)
  const shown = () =>
    session.analyse('C:/live/app/terragrunt.hcl').modules?.map(({ address, usd }) => [address, usd?.likely.toFixed(2)])
  // 100 GiB × $0.08
  expect(shown()).toEqual([['app', '8.00']])
  session.open('C:/live/app/terragrunt.hcl', unit.replace('100', '200'), 2)
  expect(shown()).toEqual([['app', '16.00']])
  session.open('C:/live/modules/data/main.tf', module.replace('var.size', 'var.size * 2'), 2)
  expect(shown()).toEqual([['app', '32.00']])
  disk.set('C:/live/root.hcl', root('eu-central-1'))
  session.touched('C:/live/root.hcl')
  // 400 GiB × $0.0952
  expect(shown()).toEqual([['app', '38.08']])
})

it('a unit whose source is another folder after an edit makes the first a root of its own again', async () => {
  const { session } = project({})
  const provider = 'provider "aws" {\n  region = "us-east-1"\n}\n'
  const files = ['app/terragrunt.hcl', 'modules/data/main.tf', 'modules/other/main.tf'] as const
  session.open('C:/live/app/terragrunt.hcl', unit, 1)
  session.open('C:/live/modules/data/main.tf', provider + module.replace('{}', '{\n  default = 1\n}'), 1)
  session.open('C:/live/modules/other/main.tf', provider + module.replace('"a"', '"b"'), 1)
  await session.prepare('C:/live/app/terragrunt.hcl')
  await session.prepare('C:/live/modules/data/main.tf')
  const shown = () =>
    files.flatMap((file) =>
      session
        .analyse(`C:/live/${file}`)
        .sites.map(({ site, estimate }) => `${site.key} ${estimate.usd?.likely.toFixed(2)}`),
    )
  expect(shown()).toEqual(['aws_ebs_volume.a 8.00', 'aws_ebs_volume.b undefined'])
  session.open('C:/live/app/terragrunt.hcl', unit.replace('modules/data', 'modules/other'), 2)
  expect(shown()).toEqual(['aws_ebs_volume.a 0.08', 'aws_ebs_volume.b 8.00'])
})

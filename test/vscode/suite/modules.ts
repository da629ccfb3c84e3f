import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import { costsOf, hoverOf, lineOf, open, until, uriOf, write } from './look.ts'
import { suite } from './mocha.ts'

suite('Terraform modules', () => {
  test('a block of a module that is opened by itself says what it comes to from one caller to the other', async () => {
    const document = await open('platform/modules/data/main.tf')
    await until('the band over both callers', async () =>
      (await costsOf(document))[0] === '$8.00 to $80.00/mo' ? true : undefined,
    )
  })

  test('a module call says what it comes to, and the hover which resources are the dearest', async () => {
    const document = await open('platform/main.tf')
    await until('both calls', async () => {
      const hints = await costsOf(document)
      return hints.join('; ') === '$8.00/mo, 1 resource; $80.00/mo, 1 resource' ? true : undefined
    })
    const hover = await hoverOf(document, lineOf(document, 'module "records"'))
    assert.match(hover, /\*\*Module `module\.records`: \$80\.00 a month\*\* for 1 resource/)
    assert.match(hover, /`module\.records\.aws_ebs_volume\.data` \| &nbsp;&nbsp;\$80\.00/)
  })

  test('variable files that outlay.json names are read, and a change of them takes effect', async () => {
    await write('platform/outlay.json', '{ "terraform": { "varFiles": ["prod.tfvars"] } }\n')
    const document = await open('platform/main.tf')
    await until('the size of prod.tfvars', async () =>
      (await costsOf(document))[0] === '$16.00/mo, 1 resource' ? true : undefined,
    )
    await write('platform/prod.tfvars', 'size = 300\n')
    await until('the changed size', async () =>
      (await costsOf(document))[0] === '$24.00/mo, 1 resource' ? true : undefined,
    )
    await vscode.workspace.fs.delete(uriOf('platform/outlay.json'))
    await until('the default again', async () =>
      (await costsOf(document))[0] === '$8.00/mo, 1 resource' ? true : undefined,
    )
  })
})

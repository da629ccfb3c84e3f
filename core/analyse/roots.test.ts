import { expect, it } from 'vitest'
import { sessionOver } from '../../test/session-over.ts'
import type { Result } from '../types.ts'

const call = (source: string, more = '') => `module "m" {\n  source = "${source}"\n${more}}\n`
const machine = 'variable "type" {\n  default = null\n}\nresource "aws_instance" "a" {\n  instance_type = var.type\n}\n'

/** Addresses of the sites in a file. */
async function seen(session: ReturnType<typeof sessionOver>, file: string) {
  const { sites } = await session.settled(file)
  return sites.map(({ site }) => (site.kind === 'resource' ? site.address : site.key))
}

it('a folder is a root until something calls it, and again when nothing does', async () => {
  const session = sessionOver({})
  session.open('web/main.tf', machine)
  expect(await seen(session, 'web/main.tf')).toEqual(['aws_instance.a'])
  session.open('app/main.tf', call('../web'))
  expect(await seen(session, 'web/main.tf')).toEqual(['module.m.aws_instance.a'])
  session.open('app/main.tf', '# nothing\n', 1)
  expect(await seen(session, 'app/main.tf')).toEqual([])
  expect(session.dependents('app/main.tf')).toEqual(['web/main.tf'])
  expect(await seen(session, 'web/main.tf')).toEqual(['aws_instance.a'])
})

it('folders that only call each other are read from the first of them', async () => {
  const session = sessionOver({})
  session.open('a/main.tf', machine + call('../b'))
  session.open('b/main.tf', machine + call('../a'))
  expect(await seen(session, 'a/main.tf')).toEqual(['aws_instance.a'])
  expect(await seen(session, 'b/main.tf')).toEqual(['module.m.aws_instance.a'])
})

it('two callers give a site each, told apart by their root', async () => {
  const session = sessionOver({})
  session.open('dev/main.tf', call('../web', '  type = "t3.micro"\n'))
  session.open('prod/main.tf', call('../web', '  type = "m5.large"\n'))
  session.open('web/main.tf', machine)
  const { sites } = await session.settled('web/main.tf')
  expect(sites.map(({ site }) => site.key)).toEqual(['module.m.aws_instance.a @ dev', 'module.m.aws_instance.a @ prod'])
})

it('the folders that are called and not open are asked for, those terraform init filled too', async () => {
  const manifest = JSON.stringify({ Modules: [{ Key: 'm', Source: 'x/y/aws', Dir: '.terraform/modules/m' }] })
  const session = sessionOver({ 'app/.terraform/modules/modules.json': manifest })
  session.open('app/main.tf', `${call('x/y/aws')}module "n" {\n  source = "./n"\n}\n`)
  await session.prepare('app/main.tf')
  expect(session.wanted()).toEqual(['app/n', 'app/.terraform/modules/m'])
  session.open('app/n/main.tf', machine)
  expect(session.wanted()).toEqual(['app/.terraform/modules/m'])
})

it('an edit of the caller reaches the module, and of the module the caller', async () => {
  const session = sessionOver({})
  session.open('app/main.tf', `${call('../web')}resource "aws_instance" "b" {\n  instance_type = module.m.type\n}\n`)
  session.open('web/main.tf', `${machine}output "type" {\n  value = "t3.micro"\n}\n`)
  const before = [await session.settled('app/main.tf'), await session.settled('web/main.tf')]
  session.open('web/main.tf', `${machine}output "type" {\n  value = "t3.large"\n}\n`, 1)
  const after = [await session.settled('app/main.tf'), await session.settled('web/main.tf')]
  expect(after.map((result, i) => result === before[i])).toEqual([false, false])
  const [site] = after[0]!.sites
  expect(site?.site.kind === 'resource' && site.site.shape.instanceType).toMatchObject({ value: 't3.large' })
})

it('a file that comes into a folder that is gone through alters the root, one beside it does not', async () => {
  const disk: Record<string, string> = { 'app/disks/a.json': '' }
  const session = sessionOver(disk)
  session.open('app/main.tf', machine.replace('"a" {', '"a" {\n  for_each = fileset("disks", "*.json")'))
  const counted = async () => {
    const { sites } = await session.settled('app/main.tf')
    return sites.map(({ site }) => site.kind === 'resource' && site.count)
  }
  expect(await counted()).toMatchObject([{ is: 'known', value: 1 }])
  disk['app/disks/b.json'] = ''
  expect(session.touched('app/notes.json')).toEqual([])
  expect(session.touched('app/disks/b.json')).toEqual(['app/main.tf'])
  expect(await counted()).toMatchObject([{ is: 'known', value: 2 }])
})

it('of many roots that were told of, only what is edited is still held', async () => {
  const session = sessionOver({})
  const folders = Array.from({ length: 21 }, (_, i) => `root${i}`)
  for (const folder of folders) session.open(`${folder}/main.tf`, machine)
  session.open('root0/main.tf', `${machine}# edited\n`, 1)
  const results: Result[] = []
  for (const folder of folders) results.push(await session.settled(`${folder}/main.tf`))
  session.rest('root20/main.tf')
  const again = folders.map((folder) => session.analyse(`${folder}/main.tf`))
  expect(again.map((result, i) => result === results[i])).toEqual(folders.map((folder) => folder === 'root0'))
  expect(again).toEqual(results)
})

it('many roots that were read once are read again from their texts, a module with its callers', async () => {
  const session = sessionOver({})
  const folders = Array.from({ length: 30 }, (_, i) => `root${i}`)
  session.open('web/main.tf', machine)
  for (const folder of folders) session.open(`${folder}/main.tf`, machine + call('../web'))
  const all = [...folders, 'web'].map((folder) => `${folder}/main.tf`)
  const before = []
  for (const file of all) {
    before.push(await session.settled(file))
    session.rest(file)
  }
  const parsed = session.document('root3/main.tf')
  session.lighten()
  expect(session.document('root3/main.tf')).not.toBe(parsed)
  expect(session.document('root3/main.tf')).toEqual(parsed)
  session.refresh()
  for (const [i, file] of all.entries()) expect(await session.settled(file), file).toEqual(before[i])
  session.lighten()
  session.open('root3/main.tf', call('../web'), 1)
  expect(await seen(session, 'root3/main.tf')).toEqual([])
  expect(await seen(session, 'web/main.tf')).toHaveLength(30)
  session.lighten()
  session.open('root4/main.tf', '# nothing\n')
  expect(await seen(session, 'web/main.tf')).toHaveLength(29)
})

// Files of data that say what is rented, as the whole of a session sees them.
import { describe, expect, it } from 'vitest'
import { sessionOver } from '../test/session-over.ts'

const cluster = `$schema: https://azuremlschemas.azureedge.net/latest/amlCompute.schema.json
size: Standard_DS3_v2
`

async function result(text: string, file = 'deploy/gpu.yml') {
  const session = sessionOver({})
  session.open(file, text)
  return session.settled(file)
}

const types = async (text: string) =>
  (await result(text)).sites.map(({ site }) => (site.kind === 'resource' ? site.type : site.call))

describe('a file of data', () => {
  it('is told by what is in it, whatever it is called', async () => {
    expect(await types(cluster)).toEqual(['azureml.AmlCompute'])
    expect(await types('size: Standard_DS3_v2\n')).toEqual([])
  })

  it('has its sites where they are written, the second of a kind with a number', async () => {
    const { sites } = await result(`# ours\n${cluster}---\n${cluster}`)
    expect(sites.map(({ site }) => [site.key, site.location.span[0]])).toEqual([
      ['azureml.AmlCompute', '# ours\n'.length],
      ['azureml.AmlCompute#2', `# ours\n${cluster}---\n`.length],
    ])
  })

  it('takes what is merged into a record from where it is written once', async () => {
    const merged = `provider: {type: aws, region: us-east-1}
available_node_types:
  head: {node_config: &machine {InstanceType: m5.large}}
  workers: {min_workers: 1, max_workers: 1, node_config: {<<: *machine, ImageId: ami-1}}
head_node_type: head
`
    const { sites } = await result(merged)
    expect(sites.map(({ site }) => site.kind === 'resource' && site.shape.instanceType)).toMatchObject([
      { value: 'm5.large' },
      { value: 'm5.large' },
    ])
  })

  it('is said to be broken only where it tells what is rented', async () => {
    const broken = 'values: [1, 2\nother: {{ x }}\n'
    expect((await result(broken)).problems).toEqual([])
    expect((await result(`${cluster}idle: [1\n`)).problems).toMatchObject([{ file: 'deploy/gpu.yml' }])
  })

  it('is passed over however long it is, where it tells of nothing', async () => {
    const long = '- a: b\n'.repeat(400_000)
    expect(await result(long)).toMatchObject({ sites: [], problems: [] })
  })
})

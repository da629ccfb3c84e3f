// Run by terraform.ts in a process of its own: a whole root from its texts to its costs, nothing of it compiled or read before, then the
// same after each of many edits.
import { loadPriceBook } from '../../cli/price-book.ts'
import { createSession } from '../../core/session.ts'
import { noSettings } from '../../core/settings.ts'
import { estimator } from '../../core/tokens/estimator.ts'
import { registry } from '../../language-rules/registry.gen.ts'
import { terraformRoot } from './terraform-root.ts'

const files = terraformRoot()
const prices = loadPriceBook(process.argv[2])
const session = createSession({ registry, prices, tokens: () => estimator, settings: () => noSettings })
// The lists are read once for all that is priced; how long that takes is told elsewhere.
prices.instance('aws', 'm5.large', 'us-west-2', 'on-demand')
prices.storage('aws', 'ebs', 'gp3', 'us-west-2')
prices.service('aws', 'ebs', 'gp3 iops', 'us-west-2')
prices.carbon('aws', 'us-west-2')

async function timed(work: () => Promise<unknown>): Promise<{ readonly ms: number; readonly cpu: number }> {
  const [start, processor] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(processor)
  return { ms: performance.now() - start, cpu: (user + system) / 1000 }
}

async function run(): Promise<void> {
  let sites = 0
  const cold = await timed(async () => {
    for (const [file, text] of Object.entries(files)) session.open(file, text)
    for (const file of Object.keys(files)) sites += (await session.settled(file)).sites.length
  })

  const edits = []
  for (let i = 0; i < 60; i++) {
    const text = files['main.tf']!.replace('volume_size = 20\n', `volume_size = ${21 + i}\n`)
    edits.push(
      await timed(async () => {
        session.open('main.tf', text, i + 1)
        await session.settled('main.tf')
      }),
    )
  }
  process.stdout.write(JSON.stringify({ sites, cold, edits }))
}

void run()

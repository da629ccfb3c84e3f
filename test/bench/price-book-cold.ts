// Run by price-book.ts in a process of its own: the first question of each kind, from nothing.
import { loadPriceBook } from '../../cli/price-book.ts'

const processor = process.cpuUsage()
const processorTime = () => {
  const { user, system } = process.cpuUsage(processor)
  return (user + system) / 1000
}
const start = performance.now()
let last = start
const parts: Record<string, number> = {}
function asked(part: string): void {
  const now = performance.now()
  parts[part] = now - last
  last = now
}

const book = loadPriceBook(process.argv[2])
asked('manifest')
book.instance('aws', 'm5.large', 'us-east-1', 'on-demand')
asked('instance, AWS')
book.model('openai', 'gpt-4o')
asked('model')
book.storage('aws', 'ebs', 'gp3', 'us-east-1')
asked('storage')
book.service('aws', 'ebs', 'gp3 iops', 'us-east-1')
asked('service')
book.hosting('sagemaker', 'ml.m5.xlarge', 'us-east-1')
asked('hosting')
const scan = last - start
const scanCpu = processorTime()
book.instance('azure', 'Standard_D2s_v5', 'eastus', 'on-demand')
asked('instance, Azure')
book.instance('gcp', 'n2-standard-4', 'us-central1', 'on-demand')
asked('instance, Google')
book.gpuOffers()
asked('GPU clouds')
book.accelerator('H100')
book.discounts()
book.carbon('aws', 'us-east-1')
book.coefficient('aws.vcpu_min_watts')
book.interruption('aws', 'm5.large', 'us-east-1')
asked('carbon, discounts, accelerators, interruption')
process.stdout.write(JSON.stringify({ parts, scan, scanCpu, all: last - start, cpu: processorTime() }))

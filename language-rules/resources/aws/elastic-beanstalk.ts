// https://aws.amazon.com/elasticbeanstalk/pricing/: free, what an environment runs on is billed
import { fact, isUnwritten, line, monthOf, numberFact, priceFor, usage } from '../../../core/estimate/resource-line.ts'
import { serviceLine } from '../../../core/estimate/service-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, mapKnown, valueOf } from '../../../core/known.ts'
import type { PriceBook } from '../../../core/prices/book.ts'
import { defineResource } from '../../../core/resource.ts'
import type { Fact, Known, Line, Purchase, Resource } from '../../../core/types.ts'
import { examples as beanstalkExamples } from './ec2/beanstalk-examples.ts'
import { hasSettings, isOn, partsOfText, settingOf } from './ec2/beanstalk-settings.ts'
import { candidateFacts } from './ec2/candidate-facts.ts'
import { capacityOf } from './ec2/capacity.ts'
import { groupLines, groupShape, groupUsage } from './ec2/group.ts'
import { launchFacts } from './ec2/launch.ts'
import { type Facts, firstWritten, orDefault } from './ec2/written.ts'

const launch = 'aws:autoscaling:launchconfiguration'
const group = 'aws:autoscaling:asg'
const environmentOf = 'aws:elasticbeanstalk:environment'
const database = 'aws:rds:dbinstance'

/** One machine without a balancer; behind a balancer where nothing is said. */
const isSingle = (block: Block): Known<Fact> => {
  const type = settingOf(block, environmentOf, 'EnvironmentType')
  return isUnwritten(type) ? known<Fact>(false, block.location) : mapKnown(type, (is): Fact => is === 'SingleInstance')
}

/** Windows where the platform's name says so; the root volume is that of the platform where no option says what it is. */
function machineFacts(block: Block): Facts {
  const setting = (name: string) => settingOf(block, launch, name)
  const listed = settingOf(block, 'aws:ec2:instances', 'InstanceTypes')
  const types = partsOfText(listed).map((type) => known<Fact>(type, block.location))
  const isWindows = String(valueOf(block.fact('solution_stack_name')) ?? '').includes('Windows Server')
  const stated: Facts = {
    instanceType: types.length === 1 ? types[0]! : firstWritten(listed, setting('InstanceType')),
    publicIpv4: isOn(settingOf(block, 'aws:ec2:vpc', 'AssociatePublicIpAddress')),
    monitoring: minuteMetrics(setting('MonitoringInterval')),
    ...(isWindows ? { operatingSystem: known<Fact>('windows', block.location) } : {}),
    'root.type': setting('RootVolumeType'),
    'root.sizeGiB': setting('RootVolumeSize'),
    'root.iops': setting('RootVolumeIOPS'),
    'root.throughputMiBps': setting('RootVolumeThroughput'),
  }
  return {
    ...launchFacts(block, { blocks: [], stated, holdsRoot: true }),
    ...(types.length > 1 ? candidateFacts(block, types) : {}),
  }
}

const minuteMetrics = (interval: Known<Fact>): Known<Fact> =>
  isUnwritten(interval) || interval.is === 'unknown'
    ? interval
    : { ...interval, ...known<Fact>(String(valueOf(interval)).startsWith('1'), interval.at) }

function facts(block: Block): Facts {
  const number = (name: string, otherwise: number) =>
    orDefault(settingOf(block, group, name), otherwise, block.location)
  const one = known<Fact>(1, block.location)
  const single = isSingle(block)
  const scaled = capacityOf(number('MinSize', 1), settingOf(block, group, 'none'), number('MaxSize', 4), block.location)
  const rds = (name: string, otherwise: Fact) => orDefault(settingOf(block, database, name), otherwise, block.location)
  return {
    ...machineFacts(block),
    capacity: valueOf(single) === true ? one : single.is === 'unknown' ? single : scaled,
    onDemandChoice: known<Fact>('first', block.location),
    spotChoice: known<Fact>('any', block.location),
    ...(valueOf(single) === true ? {} : { balancer: single.is === 'unknown' ? single : balancer(block) }),
    ...(hasSettings(block, database) && valueOf(isOn(settingOf(block, database, 'HasCoupledDatabase'))) !== false
      ? {
          'database.engine': rds('DBEngine', 'mysql'),
          'database.type': rds('DBInstanceClass', 'db.t2.micro'),
          'database.sizeGB': rds('DBAllocatedStorage', 5),
          'database.multiAz': isOn(rds('MultiAZDatabase', false)),
        }
      : {}),
  }
}

const balancer = (block: Block): Known<Fact> => {
  const isShared = valueOf(isOn(settingOf(block, environmentOf, 'LoadBalancerIsShared'))) === true
  if (isShared) return known<Fact>('shared', block.location)
  return firstWritten(settingOf(block, environmentOf, 'LoadBalancerType'), assumed<Fact>('classic', block.location))
}

const kinds: Readonly<Record<string, readonly [service: string, item: string, unit: string, usage: string]>> = {
  classic: ['clb', 'data', 'GB', 'processedGB'],
  application: ['alb', 'LCU', 'LCU-hour', 'LCUs'],
  network: ['nlb', 'NLCU', 'NLCU-hour', 'LCUs'],
}

/** One balancer is shared by environments only where it stands by itself, and is billed there. */
function balancerLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const kind = fact(resource, 'balancer')
  if (isUnwritten(kind) || valueOf(kind) === 'shared') return []
  const name = valueOf(kind)
  const known = typeof name === 'string' && Object.hasOwn(kinds, name) ? kinds[name] : undefined
  const price = priceFor(resource, [kind], (region, each) =>
    prices.service('aws', kinds[each!]?.[0] ?? '', 'hour', region),
  )
  const hours = line('Load balancer', 'hour', monthOf(resource), price)
  if (known === undefined) return [hours]
  const [service, item, unit, usageName] = known
  const used = usage(resource, usageName)
  return [hours, serviceLine(resource, prices, 'Load balancer use', unit, used, { service, item })]
}

function databaseLines(resource: Resource, prices: PriceBook): readonly Line[] {
  const type = fact(resource, 'database.type')
  if (isUnwritten(type)) return []
  const multiAz = fact(resource, 'database.multiAz')
  const copies = valueOf(multiAz) === true ? 'multi-az' : 'single-az'
  const hour = priceFor(resource, [fact(resource, 'database.engine'), type, multiAz], (region, engine, name) =>
    prices.database(engine!, name!, region, copies),
  )
  const item = `gp2 storage${copies === 'multi-az' ? ' multi-az' : ''}`
  return [
    line('Database', 'hour', monthOf(resource), hour),
    serviceLine(resource, prices, 'Database storage', 'GB-month', numberFact(resource, 'database.sizeGB'), {
      service: 'rds',
      item,
    }),
  ]
}

/** With spot machines on, how many of them are spot goes by what is to be had. */
function purchase(block: Block): Purchase | undefined {
  const spot = isOn(settingOf(block, 'aws:ec2:instances', 'EnableSpot'))
  return isUnwritten(spot) || valueOf(spot) === false ? 'on-demand' : undefined
}

const environment = defineResource({
  id: 'aws/elastic-beanstalk-environment',
  cloud: 'aws',
  docs: 'https://aws.amazon.com/elasticbeanstalk/pricing/',
  shape: {
    ...groupShape,
    balancer: 'classic, application or network; shared where it is billed elsewhere',
    'database.engine': 'engine of the database that goes with it',
    'database.type': 'its instance class',
    'database.sizeGB': 'its storage in GB',
    'database.multiAz': 'whether it has a standby in another zone',
  },
  usage: {
    ...groupUsage,
    processedGB: 'GB through a classic load balancer',
    LCUs: 'capacity unit hours of the load balancer',
  },
  lines: (resource, prices) => [
    ...groupLines(resource, prices),
    ...balancerLines(resource, prices),
    ...databaseLines(resource, prices),
  ],
  from: {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elastic_beanstalk_environment
    terraform: { aws_elastic_beanstalk_environment: { facts: {}, more: facts, purchase } },
  },
  label: () => 'Elastic Beanstalk',
})

export const resources = [environment]
export const examples = beanstalkExamples

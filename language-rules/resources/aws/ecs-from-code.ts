// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html, API_CreateService.html: tasks on Fargate that a program runs,
// of the size that the task definition has, where that is made in the same file.
import { isUnwritten, numberOf } from '../../../core/estimate/resource-line.ts'
import type { Block } from '../../../core/format.ts'
import { assumed, known, unknown, valueOf } from '../../../core/known.ts'
import type { FormatMapping } from '../../../core/resource.ts'
import type { Fact, Known } from '../../../core/types.ts'
import { gibOf, vcpuOf } from '../fargate.ts'
import { countedBy, regionBy } from '../from-code.ts'

/** `web:3` is a revision of `web`. */
const familyOf = (name: unknown) => String(name).split(':')[0]

function definitionOf(block: Block): Block | undefined {
  const wanted = valueOf(block.fact('taskDefinition'))
  if (wanted === undefined) return undefined
  return block
    .ofType('aws.register_task_definition')
    .find((each) => familyOf(valueOf(each.fact('family'))) === familyOf(wanted))
}

/** What the run says itself goes before the definition. */
const ofTask =
  (path: string, override?: string, otherwise?: Fact) =>
  (block: Block): Known<Fact> => {
    const own = override === undefined ? unknown<Fact>('absent') : block.fact(override)
    if (!isUnwritten(own)) return own
    const told = definitionOf(block)?.fact(path) ?? unknown<Fact>('dynamic', block.location)
    return isUnwritten(told) && otherwise !== undefined ? assumed(otherwise, block.location) : told
  }

/** How many of so many run on one kind of Fargate: all, none, or nobody knows where a strategy has several. */
const tasksOn =
  (provider: string, tasks: (block: Block) => Known<Fact>) =>
  (block: Block): Known<Fact> => {
    const strategy = block.nested('capacityProviderStrategy')
    const names =
      strategy.length > 0 ? strategy.map((each) => each.fact('capacityProvider')) : [block.fact('launchType')]
    const [first] = names.map((name) => valueOf(name))
    if (names.length !== 1 || first === undefined) return unknown('dynamic', block.location)
    return first === provider ? tasks(block) : known<Fact>(0, block.location)
  }

/** With `awsvpc` a task of a service has no public address unless it is asked for, and one that is run by itself has. */
const publicBy =
  (otherwise: boolean) =>
  (block: Block): Known<Fact> => {
    const told = block.fact('networkConfiguration.awsvpcConfiguration.assignPublicIp')
    if (isUnwritten(told)) return assumed<Fact>(otherwise, block.location)
    return told.is === 'unknown' ? told : known<Fact>(valueOf(told) === 'ENABLED', told.at)
  }

const size = {
  vCPU: (block: Block) => vcpuOf(ofTask('cpu', 'overrides.cpu')(block)),
  memoryGiB: (block: Block) => gibOf(ofTask('memory', 'overrides.memory')(block)),
  ephemeralGiB: ofTask('ephemeralStorage.sizeInGiB', 'overrides.ephemeralStorage.sizeInGiB', 20),
  architecture: ofTask('runtimePlatform.cpuArchitecture', undefined, 'X86_64'),
  os: ofTask('runtimePlatform.operatingSystemFamily', undefined, 'LINUX'),
}

const region = regionBy('^region_name|^region')

const mapping = (tasks: (block: Block) => Known<Fact>, isPublic: boolean): FormatMapping => ({
  facts: {
    fargateTasks: tasksOn('FARGATE', tasks),
    spotTasks: tasksOn('FARGATE_SPOT', tasks),
    publicIpv4: publicBy(isPublic),
    ...size,
    tasks,
  },
  region,
})

export const servicesFromCode: Readonly<Record<string, FormatMapping>> = {
  'aws.ecs.create_service': mapping((block) => numberOf(block.fact('desiredCount')), false),
}

/** One task; how many of it are run at once is the count. */
export const tasksFromCode: Readonly<Record<string, FormatMapping>> = {
  'aws.ecs.run_task': {
    ...mapping((block) => known<Fact>(1, block.location), true),
    count: countedBy('count', 1),
  },
}

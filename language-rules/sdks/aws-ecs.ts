// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html, API_CreateService.html: on Fargate; on machines of one's own a
// task costs nothing by itself
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { clientsOf, fakes, formerClientsOf, request } from './aws/service.ts'

const ecs = { name: 'ecs', client: 'ECS' }

/** Without either the cluster says where a task runs. */
const onFargate = {
  needs: ['launchType', 'capacityProviderStrategy'],
  unless: { launchType: ['EC2', 'EXTERNAL', 'MANAGED_INSTANCES'] },
}

export const sdk: Sdk = {
  id: 'aws-ecs',
  words: ['taskDefinition'],
  fakes,
  clients: [...clientsOf(ecs), formerClientsOf(ecs)],
  calls: [],
  rents: [
    ...request(ecs, 'run_task', { type: 'aws.ecs.run_task', handed: ['cluster', 'taskDefinition'], ...onFargate }),
    ...request(ecs, 'create_service', {
      type: 'aws.ecs.create_service',
      handed: ['serviceName', 'taskDefinition'],
      ...onFargate,
    }),
    ...request(ecs, 'register_task_definition', { aside: true, handed: ['family', 'containerDefinitions'] }),
  ],
  free: ['describe_tasks', 'create_cluster', 'stop_task', 'update_service'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import boto3

ecs = boto3.client("ecs", region_name="us-east-1")
ecs.register_task_definition(
    family="web", cpu="512", memory="1024", requiresCompatibilities=["FARGATE"], containerDefinitions=[]
)
ecs.create_service(cluster="c", serviceName="web", taskDefinition="web:1", desiredCount=3, launchType="FARGATE")
ecs.run_task(
    cluster="c",
    taskDefinition="web",
    count=2,
    capacityProviderStrategy=[{"capacityProvider": "FARGATE_SPOT", "weight": 1}],
    overrides={"cpu": "2048", "memory": "4 GB"},
)
ecs.run_task(cluster="c", taskDefinition="elsewhere", launchType="FARGATE")
ecs.run_task(cluster="c", taskDefinition="web", launchType="EC2")
ecs.run_task(cluster="c", taskDefinition="web")
`,
    sees: [],
    rents: [
      {
        line: 8,
        type: 'aws.ecs.create_service',
        region: 'us-east-1',
        facts: { fargateTasks: 3, spotTasks: 0, vCPU: 0.5, memoryGiB: 1, publicIpv4: false },
      },
      {
        line: 9,
        type: 'aws.ecs.run_task',
        count: 2,
        facts: { fargateTasks: 0, spotTasks: 1, vCPU: 2, memoryGiB: 4, publicIpv4: true },
      },
      { line: 16, type: 'aws.ecs.run_task', count: 1, facts: { fargateTasks: 1, vCPU: null, memoryGiB: null } },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { ECSClient, RunTaskCommand } from '@aws-sdk/client-ecs'
await new ECSClient({ region: 'eu-west-1' }).send(
  new RunTaskCommand({ cluster: 'c', taskDefinition: 'job', launchType: 'FARGATE' }),
)
`,
    sees: [],
    rents: [{ line: 3, type: 'aws.ecs.run_task', region: 'eu-west-1', facts: { fargateTasks: 1, vCPU: null } }],
  },
  {
    lang: 'python',
    code: `
import boto3
ecs = boto3.client("ecs")
ecs.describe_tasks(cluster="c", tasks=["t"])
ecs.update_service(cluster="c", service="s", taskDefinition="t", desiredCount=2)
ecs.register_task_definition(family="f", containerDefinitions=[])
`,
    sees: [],
  },
]

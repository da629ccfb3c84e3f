// https://docs.aws.amazon.com/emr/latest/APIReference/API_RunJobFlow.html,
// https://docs.aws.amazon.com/emr-serverless/latest/APIReference/Welcome.html
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { clientsOf, fakes, request } from './aws/service.ts'

const emr = { name: 'emr', client: 'EMR' }
const serverless = { name: 'emr-serverless', client: 'EMRServerless' }

export const sdk: Sdk = {
  id: 'aws-emr',
  words: ['run_job_flow', 'RunJobFlow', 'runJobFlow', 'emr-serverless'],
  fakes,
  clients: [emr, serverless].flatMap(clientsOf),
  calls: [],
  rents: [
    ...request(emr, 'run_job_flow', { handed: ['Instances', 'ReleaseLabel'] }),
    // Workers that are kept ready are billed; an application without them is not.
    ...request(serverless, 'create_application', {
      type: 'aws.emr_serverless.create_application',
      needs: 'initialCapacity',
    }),
    ...request(serverless, 'start_job_run', { type: 'aws.emr_serverless.start_job_run' }),
  ],
  free: ['list_clusters', 'describe_cluster', 'start_application'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import boto3

def run(emr=boto3.client("emr", region_name="us-west-2")):
    return emr.run_job_flow(
        Name="spark",
        ReleaseLabel="emr-7.0.0",
        Instances={
            "InstanceGroups": [
                {"InstanceRole": "MASTER", "InstanceType": "m5.xlarge", "InstanceCount": 1},
                {"InstanceRole": "CORE", "InstanceType": "r5.2xlarge", "InstanceCount": 4, "Market": "SPOT"},
            ],
            "KeepJobFlowAliveWhenNoSteps": True,
        },
    )

jobs = boto3.client("emr-serverless", region_name="us-east-1")
jobs.create_application(name="spark", releaseLabel="emr-7.0.0", type="SPARK", architecture="ARM64")
jobs.start_job_run(applicationId="a", executionRoleArn="r", jobDriver={})
`,
    sees: [],
    rents: [
      {
        line: 5,
        type: 'aws.run_job_flow',
        region: 'us-west-2',
        facts: {
          'groups[0].instanceType': 'm5.xlarge',
          'groups[0].market': 'on-demand',
          'groups[1].instanceType': 'r5.2xlarge',
          'groups[1].number': 4,
          'groups[1].market': 'spot',
          instanceType: null,
          instances: 5,
          keptAlive: true,
        },
      },
      { line: 19, type: 'aws.emr_serverless.start_job_run', region: 'us-east-1' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { EMRClient, RunJobFlowCommand } from '@aws-sdk/client-emr'
const client = new EMRClient({ region: 'us-east-1' })
await client.send(
  new RunJobFlowCommand({
    Name: 'n',
    Instances: { MasterInstanceType: 'm5.xlarge', SlaveInstanceType: 'm5.2xlarge', InstanceCount: 5 },
  }),
)
`,
    sees: [],
    rents: [
      {
        line: 4,
        type: 'aws.run_job_flow',
        facts: {
          'groups[0].instanceType': 'm5.xlarge',
          'groups[0].number': 1,
          'groups[1].instanceType': 'm5.2xlarge',
          'groups[1].number': 4,
          keptAlive: false,
        },
      },
    ],
  },
  {
    lang: 'python',
    code: `
import boto3
emr = boto3.client("emr")
emr.add_job_flow_steps(JobFlowId="j-1", Steps=[])
emr.terminate_job_flows(JobFlowIds=["j-1"])

class Runner:
    def run_job_flow(self, name):
        return name

Runner().run_job_flow("n")
`,
    sees: [],
  },
]

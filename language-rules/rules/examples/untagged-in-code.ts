import type { RuleExample } from '../../../core/rule.ts'

export const untaggedInCode: readonly RuleExample[] = [
  {
    name: 'a machine that a program starts',
    lang: 'python',
    options: { tags: { team: 'berths', 'cost-center': '4711' } },
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(
    ImageId="ami-0123456789abcdef0",
    InstanceType="m5.large",
    MinCount=1,
    MaxCount=1,
)
`,
    finds: [
      {
        line: 4,
        message: '$70.08 a month with no tag team, cost-center: the bill cannot say whose it is. Tag it.',
        fixed: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
ec2.run_instances(
    ImageId="ami-0123456789abcdef0",
    InstanceType="m5.large",
    MinCount=1,
    MaxCount=1,
    TagSpecifications=[{"ResourceType": "instance", "Tags": [{"Key": "team", "Value": "berths"}, {"Key": "cost-center", "Value": "4711"}]}],
)
`,
      },
    ],
  },
  {
    name: 'a disk that a program makes, TypeScript',
    lang: 'typescript',
    options: { tags: { team: 'berths' } },
    code: `import { CreateVolumeCommand, EC2Client } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
await ec2.send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size: 500, VolumeType: 'gp3' }))
`,
    finds: [
      {
        line: 4,
        message: '$40.00 a month with no tag team: the bill cannot say whose it is. Tag it.',
        fixed: `import { CreateVolumeCommand, EC2Client } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
await ec2.send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size: 500, VolumeType: 'gp3', TagSpecifications: [{ ResourceType: 'volume', Tags: [{ Key: 'team', Value: 'berths' }] }] }))
`,
      },
    ],
  },
  {
    name: 'a notebook of SageMaker that a program makes',
    lang: 'python',
    options: { tags: { team: 'berths' } },
    code: `import boto3

sagemaker = boto3.client("sagemaker", region_name="us-east-1")
sagemaker.create_notebook_instance(NotebookInstanceName="berths", InstanceType="ml.t3.medium", RoleArn="arn:aws:iam::1:role/a")
`,
    finds: [
      {
        line: 4,
        message: 'It has no tag team: the bill cannot say whose it is. Tag it.',
        fixed: `import boto3

sagemaker = boto3.client("sagemaker", region_name="us-east-1")
sagemaker.create_notebook_instance(NotebookInstanceName="berths", InstanceType="ml.t3.medium", RoleArn="arn:aws:iam::1:role/a", Tags=[{"Key": "team", "Value": "berths"}])
`,
      },
    ],
  },
  {
    name: 'tags that a call is given, arguments that nobody sees, and a call that takes no tags',
    lang: 'python',
    code: `import boto3


def start(tags, more):
    ec2 = boto3.client("ec2", region_name="us-east-1")
    ec2.create_volume(AvailabilityZone="us-east-1a", Size=500, VolumeType="gp3", TagSpecifications=tags)
    ec2.create_volume(AvailabilityZone="us-east-1a", Size=500, VolumeType="gp3", **more)
    boto3.client("s3", region_name="us-east-1").put_object(Bucket="berths", Key="a", StorageClass="STANDARD_IA")
`,
    finds: [],
  },
  {
    name: 'tags that a call is given, TypeScript',
    lang: 'typescript',
    code: `import { CreateVolumeCommand, EC2Client } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
export const make = (tags) =>
  ec2.send(new CreateVolumeCommand({ AvailabilityZone: 'us-east-1a', Size: 500, VolumeType: 'gp3', TagSpecifications: tags }))
`,
    finds: [],
  },
  {
    name: 'a bucket that a program makes: its tags are a request of their own',
    lang: 'python',
    options: { tags: { team: 'berths' } },
    code: `import boto3


def prepare(name):
    s3 = boto3.client("s3", region_name="us-east-1")
    s3.create_bucket(Bucket=name)
    s3.put_object(Bucket=name, Key="berths.json", Body=b"{}")
`,
    finds: [
      {
        line: 6,
        message: 'It has no tag team: the bill cannot say whose it is. Tag it.',
        fixed: `import boto3


def prepare(name):
    s3 = boto3.client("s3", region_name="us-east-1")
    s3.create_bucket(Bucket=name)
    s3.put_bucket_tagging(Bucket=name, Tagging={"TagSet": [{"Key": "team", "Value": "berths"}]})
    s3.put_object(Bucket=name, Key="berths.json", Body=b"{}")
`,
      },
    ],
  },
  {
    name: 'the same in TypeScript, whose imports are a line each',
    lang: 'typescript',
    options: { tags: { team: 'berths' } },
    code: `import {
  CreateBucketCommand,
  S3Client,
} from '@aws-sdk/client-s3'

const s3 = new S3Client({ region: 'us-east-1' })
await s3.send(new CreateBucketCommand({ Bucket: 'harbour-berths' }))
`,
    finds: [
      {
        line: 7,
        message: 'It has no tag team: the bill cannot say whose it is. Tag it.',
        fixed: `import {
  CreateBucketCommand,
  PutBucketTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3'

const s3 = new S3Client({ region: 'us-east-1' })
await s3.send(new CreateBucketCommand({ Bucket: 'harbour-berths' }))
await s3.send(
  new PutBucketTaggingCommand({
    Bucket: 'harbour-berths',
    Tagging: { TagSet: [{ Key: 'team', Value: 'berths' }] },
  }),
)
`,
      },
    ],
  },
  {
    name: 'a log group, whose tags are a dictionary',
    lang: 'python',
    options: { tags: { team: 'berths' } },
    code: `import boto3

boto3.client("logs", region_name="us-east-1").create_log_group(logGroupName="/harbour/berths")
`,
    finds: [
      {
        line: 3,
        message: 'It has no tag team: the bill cannot say whose it is. Tag it.',
        fixed: `import boto3

boto3.client("logs", region_name="us-east-1").create_log_group(logGroupName="/harbour/berths", tags={"team": "berths"})
`,
      },
    ],
  },
  {
    name: 'a machine of Google Cloud: labels are part of what it is',
    lang: 'python',
    options: { tags: { team: 'berths' } },
    code: `from google.cloud import compute_v1

compute_v1.InstancesClient().insert(
    project="harbour",
    zone="us-central1-a",
    instance_resource={
        "name": "berths",
        "machine_type": "zones/us-central1-a/machineTypes/n2-standard-8",
    },
)
`,
    finds: [
      {
        line: 3,
        message: '$283.58 a month with no tag team: the bill cannot say whose it is. Tag it.',
        fixed: `from google.cloud import compute_v1

compute_v1.InstancesClient().insert(
    project="harbour",
    zone="us-central1-a",
    instance_resource={
        "name": "berths",
        "machine_type": "zones/us-central1-a/machineTypes/n2-standard-8",
        "labels": {"team": "berths"},
    },
)
`,
      },
    ],
  },
  {
    name: 'a machine of Google Cloud, TypeScript',
    lang: 'typescript',
    options: { tags: { team: 'berths' } },
    code: `import { InstancesClient } from '@google-cloud/compute'

await new InstancesClient().insert({
  project: 'harbour',
  zone: 'us-central1-a',
  instanceResource: { name: 'berths', machineType: 'zones/us-central1-a/machineTypes/n2-standard-8' },
})
`,
    finds: [
      {
        line: 3,
        message: '$283.58 a month with no tag team: the bill cannot say whose it is. Tag it.',
        fixed: `import { InstancesClient } from '@google-cloud/compute'

await new InstancesClient().insert({
  project: 'harbour',
  zone: 'us-central1-a',
  instanceResource: { name: 'berths', machineType: 'zones/us-central1-a/machineTypes/n2-standard-8', labels: { team: 'berths' } },
})
`,
      },
    ],
  },
  {
    name: 'a machine of Azure',
    lang: 'python',
    options: { tags: { 'cost-center': '4711' } },
    code: `from azure.mgmt.compute import ComputeManagementClient

compute = ComputeManagementClient(credential, "s")
compute.virtual_machines.begin_create_or_update(
    "harbour",
    "berths",
    {
        "location": "eastus",
        "hardware_profile": {"vm_size": "Standard_D4s_v3"},
        "os_profile": {"linux_configuration": {"disable_password_authentication": True}},
    },
)
`,
    finds: [
      {
        line: 4,
        message: '$140.16 a month with no tag cost-center: the bill cannot say whose it is. Tag it.',
        fixed: `from azure.mgmt.compute import ComputeManagementClient

compute = ComputeManagementClient(credential, "s")
compute.virtual_machines.begin_create_or_update(
    "harbour",
    "berths",
    {
        "location": "eastus",
        "hardware_profile": {"vm_size": "Standard_D4s_v3"},
        "os_profile": {"linux_configuration": {"disable_password_authentication": True}},
        "tags": {"cost-center": "4711"},
    },
)
`,
      },
    ],
  },
  {
    name: 'a machine of Azure, TypeScript',
    lang: 'typescript',
    options: { tags: { 'cost-center': '4711' } },
    code: `import { ComputeManagementClient } from '@azure/arm-compute'

const compute = new ComputeManagementClient(credential, 's')
await compute.virtualMachines.beginCreateOrUpdateAndWait('harbour', 'berths', {
  location: 'eastus',
  hardwareProfile: { vmSize: 'Standard_D4s_v3' },
  osProfile: { linuxConfiguration: {} },
})
`,
    finds: [
      {
        line: 4,
        message: '$140.16 a month with no tag cost-center: the bill cannot say whose it is. Tag it.',
        fixed: `import { ComputeManagementClient } from '@azure/arm-compute'

const compute = new ComputeManagementClient(credential, 's')
await compute.virtualMachines.beginCreateOrUpdateAndWait('harbour', 'berths', {
  location: 'eastus',
  hardwareProfile: { vmSize: 'Standard_D4s_v3' },
  osProfile: { linuxConfiguration: {} },
  tags: { 'cost-center': '4711' },
})
`,
      },
    ],
  },
  {
    name: 'a job of Vertex AI',
    lang: 'python',
    options: { tags: { team: 'berths' } },
    code: `from google.cloud import aiplatform

aiplatform.CustomJob(
    display_name="berths",
    worker_pool_specs=[{"machine_spec": {"machine_type": "n1-standard-8"}, "replica_count": 1}],
    location="us-central1",
)
`,
    finds: [
      {
        line: 3,
        message: 'It has no tag team: the bill cannot say whose it is. Tag it.',
        fixed: `from google.cloud import aiplatform

aiplatform.CustomJob(
    display_name="berths",
    worker_pool_specs=[{"machine_spec": {"machine_type": "n1-standard-8"}, "replica_count": 1}],
    location="us-central1",
    labels={"team": "berths"},
)
`,
      },
    ],
  },
  {
    name: 'tags and labels that are given, or that may be in what nobody sees',
    lang: 'python',
    options: { tags: { team: 'berths' } },
    code: `import boto3
from azure.mgmt.compute import ComputeManagementClient
from google.cloud import compute_v1


def prepare(credential, machine, tags, more):
    s3 = boto3.client("s3", region_name="us-east-1")
    s3.create_bucket(Bucket="berths")
    s3.put_bucket_tagging(Bucket="berths", Tagging={"TagSet": tags})
    compute = ComputeManagementClient(credential, "s").virtual_machines
    compute.begin_create_or_update("harbour", "a", machine)
    compute.begin_create_or_update(
        "harbour", "b", {"location": "eastus", "hardware_profile": {"vm_size": "Standard_D4s_v3"}, **more}
    )
    compute_v1.InstancesClient().insert(
        project="harbour",
        zone="us-central1-a",
        instance_resource={"machine_type": "zones/us-central1-a/machineTypes/n2-standard-8", "labels": tags},
    )
`,
    finds: [],
  },
]

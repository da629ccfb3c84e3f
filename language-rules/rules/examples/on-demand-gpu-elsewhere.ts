import type { RuleExample } from '../../../core/rule.ts'

/** In programs, and in modules. */
export const onDemandGpuElsewhere: readonly RuleExample[] = [
  {
    name: 'started by a program',
    lang: 'python',
    code: `import boto3

def train():
    ec2 = boto3.client("ec2", region_name="us-east-1")
    ec2.run_instances(ImageId="ami-1", InstanceType="p4d.24xlarge", MinCount=1, MaxCount=1)
`,
    finds: [
      {
        line: 5,
        message:
          '8 × A100 on demand: $16,029 a month if it runs all month, $10,287 as spot. Rent it as spot if the work can be interrupted and resumed: 10–15 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
        fixed: `import boto3

def train():
    ec2 = boto3.client("ec2", region_name="us-east-1")
    ec2.run_instances(ImageId="ami-1", InstanceType="p4d.24xlarge", MinCount=1, MaxCount=1, InstanceMarketOptions={"MarketType": "spot"})
`,
      },
    ],
  },
  {
    name: 'started by a program, TypeScript',
    lang: 'typescript',
    code: `import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
export const train = () =>
  ec2.send(new RunInstancesCommand({ ImageId: 'ami-1', InstanceType: 'p4d.24xlarge', MinCount: 1, MaxCount: 1 }))
`,
    finds: [
      {
        line: 5,
        message:
          '8 × A100 on demand: $16,029 a month if it runs all month, $10,287 as spot. Rent it as spot if the work can be interrupted and resumed: 10–15 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
        fixed: `import { EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2'

const ec2 = new EC2Client({ region: 'us-east-1' })
export const train = () =>
  ec2.send(new RunInstancesCommand({ ImageId: 'ami-1', InstanceType: 'p4d.24xlarge', MinCount: 1, MaxCount: 1, InstanceMarketOptions: { MarketType: 'spot' } }))
`,
      },
    ],
  },
  {
    name: 'training of SageMaker that keeps checkpoints',
    lang: 'python',
    code: `from sagemaker.pytorch import PyTorch

PyTorch(
    entry_point="train.py",
    instance_type="ml.p4d.24xlarge",
    instance_count=1,
    max_run=8 * 60 * 60,
    checkpoint_s3_uri="s3://models/checkpoints",
)
`,
    finds: [
      {
        line: 5,
        message:
          'Training that keeps checkpoints, on demand: ml.p4d.24xlarge (8 × A100). Managed spot goes on from the last one, at a share of the price that nobody publishes.',
        fixed: `from sagemaker.pytorch import PyTorch

PyTorch(
    entry_point="train.py",
    instance_type="ml.p4d.24xlarge",
    instance_count=1,
    max_run=8 * 60 * 60,
    checkpoint_s3_uri="s3://models/checkpoints",
    use_spot_instances=True,
    max_wait=57600,
)
`,
      },
    ],
  },
  {
    name: 'the same by a request, TypeScript',
    lang: 'typescript',
    code: `import { CreateTrainingJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const client = new SageMakerClient({ region: 'us-east-1' })
await client.send(
  new CreateTrainingJobCommand({
    TrainingJobName: 'tune',
    CheckpointConfig: { S3Uri: 's3://models/checkpoints' },
    ResourceConfig: { InstanceType: 'ml.g5.xlarge', InstanceCount: 1, VolumeSizeInGB: 50 },
    StoppingCondition: { MaxRuntimeInSeconds: 7200 },
  }),
)
`,
    finds: [
      {
        line: 8,
        message:
          'Training that keeps checkpoints, on demand: ml.g5.xlarge (1 × A10G), $1.41 an hour. Managed spot goes on from the last one, at a share of the price that nobody publishes.',
        fixed: `import { CreateTrainingJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const client = new SageMakerClient({ region: 'us-east-1' })
await client.send(
  new CreateTrainingJobCommand({
    TrainingJobName: 'tune',
    CheckpointConfig: { S3Uri: 's3://models/checkpoints' },
    ResourceConfig: { InstanceType: 'ml.g5.xlarge', InstanceCount: 1, VolumeSizeInGB: 50 },
    StoppingCondition: { MaxRuntimeInSeconds: 7200, MaxWaitTimeInSeconds: 14400 },
    EnableManagedSpotTraining: true,
  }),
)
`,
      },
    ],
  },
  {
    name: 'training without checkpoints, or on machines that are kept warm',
    lang: 'python',
    code: `from sagemaker.pytorch import PyTorch

PyTorch(instance_type="ml.g5.xlarge", instance_count=1)
PyTorch(instance_type="ml.g5.xlarge", instance_count=1, checkpoint_s3_uri="s3://b/c", keep_alive_period_in_seconds=900)
`,
    finds: [],
  },
  {
    name: 'SkyPilot',
    lang: 'python',
    code: `import sky

task = sky.Task(run="python train.py")
task.set_resources(
    sky.Resources(
        cloud=sky.AWS(),
        instance_type="p4d.24xlarge",
        region="us-east-1",
    )
)
`,
    finds: [
      {
        line: 7,
        message:
          '8 × A100 on demand: $21.96 an hour, $14.09 as spot. Rent it as spot if the work can be interrupted and resumed: 10–15 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
        fixed: `import sky

task = sky.Task(run="python train.py")
task.set_resources(
    sky.Resources(
        cloud=sky.AWS(),
        instance_type="p4d.24xlarge",
        region="us-east-1",
        use_spot=True,
    )
)
`,
      },
    ],
  },
  {
    name: 'nodes of GKE',
    lang: 'terraform',
    code: `resource "google_container_node_pool" "gpu" {
  cluster    = "c"
  location   = "us-central1-a"
  node_count = 2

  node_config {
    machine_type = "a2-highgpu-1g" # one A100
    disk_size_gb = 100
  }
}
`,
    finds: [
      {
        line: 1,
        message:
          'Machines of 1 × A100 (a2-highgpu-1g) on demand: $5,363 a month if they run all month, $2,815 as spot. Rent them as spot if the work can be interrupted and resumed.',
        fixed: `resource "google_container_node_pool" "gpu" {
  cluster    = "c"
  location   = "us-central1-a"
  node_count = 2

  node_config {
    machine_type = "a2-highgpu-1g" # one A100
    spot         = true
    disk_size_gb = 100
  }
}
`,
      },
    ],
  },
  {
    name: 'nodes of AKS',
    lang: 'terraform',
    code: `resource "azurerm_kubernetes_cluster" "main" {
  name                = "main"
  location            = "eastus"
  resource_group_name = "ml"
  dns_prefix          = "ml"

  default_node_pool {
    name       = "system"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "gpu" {
  name                  = "gpu"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.main.id
  vm_size               = "Standard_NC24ads_A100_v4"
  node_count            = 1
}
`,
    finds: [
      {
        line: 17,
        message:
          '1 × A100-80GB on demand: $2,681 a month if it runs all month, $324.53 as spot. Rent it as spot if the work can be interrupted and resumed. (Spot price: this Azure spot price is from 2024-08.)',
        fixed: `resource "azurerm_kubernetes_cluster" "main" {
  name                = "main"
  location            = "eastus"
  resource_group_name = "ml"
  dns_prefix          = "ml"

  default_node_pool {
    name       = "system"
    node_count = 1
    vm_size    = "Standard_D2s_v3"
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "gpu" {
  name                  = "gpu"
  kubernetes_cluster_id = azurerm_kubernetes_cluster.main.id
  vm_size               = "Standard_NC24ads_A100_v4"
  node_count            = 1
  priority              = "Spot"
  eviction_policy       = "Delete"
}
`,
      },
    ],
  },
  {
    name: 'a program that serves, one that asks for spot, and one without a GPU',
    lang: 'python',
    code: `import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")

def serve():
    ec2.run_instances(ImageId="ami-1", InstanceType="p4d.24xlarge", MinCount=1, MaxCount=1)

def train():
    ec2.run_instances(
        ImageId="ami-1", InstanceType="p4d.24xlarge", MinCount=1, MaxCount=1, InstanceMarketOptions={"MarketType": "spot"}
    )
    ec2.run_instances(ImageId="ami-1", InstanceType="m5.large", MinCount=1, MaxCount=1)
`,
    finds: [],
  },
  {
    name: 'nodes that a published module makes: told where the call says what they are',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 20.0"

  cluster_name = "ml"
  eks_managed_node_groups = {
    gpu = {
      instance_types = ["g5.xlarge"]
      min_size       = 2
      max_size       = 2
      desired_size   = 2
    }
  }
}
`,
    finds: [
      {
        line: 12,
        message:
          'Machines of 1 × A10G (g5.xlarge) on demand: $1,469 a month if they run all month, $888.25 as spot. Rent them as spot if the work can be interrupted and resumed: over 20 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
      },
    ],
  },
  {
    name: 'machines that run jobs of Batch',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_batch_compute_environment" "train" {
  type = "MANAGED"
  compute_resources {
    type          = "EC2"
    instance_type = ["g5.xlarge"]
    min_vcpus     = 8
    max_vcpus     = 8
  }
}
`,
    finds: [
      {
        line: 9,
        message:
          'Machines of 1 × A10G (g5.xlarge) on demand: $1,469 a month if they run all month, $888.25 as spot. Rent them as spot if the work can be interrupted and resumed: over 20 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_batch_compute_environment" "train" {
  type = "MANAGED"
  compute_resources {
    type                = "SPOT"
    allocation_strategy = "SPOT_CAPACITY_OPTIMIZED"
    instance_type       = ["g5.xlarge"]
    min_vcpus           = 8
    max_vcpus           = 8
  }
}
`,
      },
    ],
  },
]

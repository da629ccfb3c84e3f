import type { RuleExample } from '../../../core/rule.ts'

/** What says by its name that it may be interrupted, and training. */
export const onDemandBatchNamed: readonly RuleExample[] = [
  {
    name: 'nodes of a cluster that are called so, by name or by label',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_node_group" "ci_runners" {
  cluster_name   = "main"
  instance_types = ["m5.xlarge"]
  scaling_config {
    min_size     = 3
    desired_size = 3
    max_size     = 3
  }
}

resource "google_container_node_pool" "big" {
  cluster    = "c"
  location   = "us-central1-a"
  node_count = 2

  node_config {
    machine_type = "e2-standard-4"
    labels       = { workload = "batch" }
  }
}
`,
    finds: [
      {
        line: 7,
        message:
          'Machines that are called “ci” run on demand: $420.48 a month if they run all month, $153.03 as spot. Rent them as spot if what is interrupted is begun again: over 20 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_node_group" "ci_runners" {
  cluster_name   = "main"
  instance_types = ["m5.xlarge"]
  scaling_config {
    min_size     = 3
    desired_size = 3
    max_size     = 3
  }
  capacity_type = "SPOT"
}

resource "google_container_node_pool" "big" {
  cluster    = "c"
  location   = "us-central1-a"
  node_count = 2

  node_config {
    machine_type = "e2-standard-4"
    labels       = { workload = "batch" }
  }
}
`,
      },
      {
        line: 15,
        message:
          'Machines that are called “batch” run on demand: $195.67 a month if they run all month, $117.40 as spot. Rent them as spot if what is interrupted is begun again.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_eks_node_group" "ci_runners" {
  cluster_name   = "main"
  instance_types = ["m5.xlarge"]
  scaling_config {
    min_size     = 3
    desired_size = 3
    max_size     = 3
  }
}

resource "google_container_node_pool" "big" {
  cluster    = "c"
  location   = "us-central1-a"
  node_count = 2

  node_config {
    machine_type = "e2-standard-4"
    spot         = true
    labels       = { workload = "batch" }
  }
}
`,
      },
    ],
  },
  {
    name: 'machines of a scale set that build',
    lang: 'terraform',
    code: `resource "azurerm_linux_virtual_machine_scale_set" "build_agents" {
  name      = "agents"
  location  = "East US"
  sku       = "Standard_D4s_v5"
  instances = 2
}
`,
    finds: [
      {
        line: 4,
        message:
          'Machines that are called “build_agents” run on demand: $280.32 a month if they run all month, $30.82 as spot. Rent them as spot if what is interrupted is begun again. (Spot price: this Azure spot price is from 2024-08.)',
        fixed: `resource "azurerm_linux_virtual_machine_scale_set" "build_agents" {
  name            = "agents"
  location        = "East US"
  sku             = "Standard_D4s_v5"
  instances       = 2
  priority        = "Spot"
  eviction_policy = "Delete"
}
`,
      },
    ],
  },
  {
    name: 'who gives the work out stays, and a single machine that is taken is not started again',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_instance" "gitlab_runner_manager" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.xlarge"
}

resource "aws_instance" "build_agent" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.xlarge"
}
`,
    finds: [],
  },
  {
    name: 'training on CPUs that keeps checkpoints',
    lang: 'python',
    code: `from sagemaker.sklearn import SKLearn

SKLearn(
    entry_point="train.py",
    instance_type="ml.m5.xlarge",
    instance_count=1,
    max_run=3600,
    checkpoint_s3_uri="s3://models/checkpoints",
)
`,
    finds: [
      {
        line: 5,
        message:
          'Training that keeps checkpoints, on demand: ml.m5.xlarge. Managed spot goes on from the last one, at a share of the price that nobody publishes.',
        fixed: `from sagemaker.sklearn import SKLearn

SKLearn(
    entry_point="train.py",
    instance_type="ml.m5.xlarge",
    instance_count=1,
    max_run=3600,
    checkpoint_s3_uri="s3://models/checkpoints",
    use_spot_instances=True,
    max_wait=7200,
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
    TrainingJobName: 'forecast',
    CheckpointConfig: { S3Uri: 's3://models/checkpoints' },
    ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 50 },
    StoppingCondition: { MaxRuntimeInSeconds: 7200 },
  }),
)
`,
    finds: [
      {
        line: 8,
        message:
          'Training that keeps checkpoints, on demand: ml.m5.xlarge, $0.23 an hour. Managed spot goes on from the last one, at a share of the price that nobody publishes.',
        fixed: `import { CreateTrainingJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const client = new SageMakerClient({ region: 'us-east-1' })
await client.send(
  new CreateTrainingJobCommand({
    TrainingJobName: 'forecast',
    CheckpointConfig: { S3Uri: 's3://models/checkpoints' },
    ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 50 },
    StoppingCondition: { MaxRuntimeInSeconds: 7200, MaxWaitTimeInSeconds: 14400 },
    EnableManagedSpotTraining: true,
  }),
)
`,
      },
    ],
  },
  {
    name: 'machines with a GPU that come with the jobs',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_batch_compute_environment" "jobs" {
  type = "MANAGED"
  compute_resources {
    type = "EC2"
    instance_type = ["g5.xlarge"]
    spot_iam_fleet_role = "arn:aws:iam::1:role/fleet"
    max_vcpus = 64
  }
}
`,
    finds: [
      {
        line: 8,
        message:
          'Jobs of Batch run on demand: $1.01 an hour for each g5.xlarge, $0.608 as spot. Rent them as spot if what is interrupted is begun again: over 20 % are taken back in a month (AWS Spot Advisor, by spotinfo, 2025-06-28).',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_batch_compute_environment" "jobs" {
  type = "MANAGED"
  compute_resources {
    type = "SPOT"
    instance_type = ["g5.xlarge"]
    spot_iam_fleet_role = "arn:aws:iam::1:role/fleet"
    max_vcpus = 64
  }
}
`,
      },
    ],
  },
]

import type { RuleExample } from '../../../core/rule.ts'

export const unscheduledNotebookExamples: readonly RuleExample[] = [
  {
    name: 'a notebook with a GPU, anywhere',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.g4dn.xlarge"
}
`,
    finds: [
      {
        line: 5,
        message:
          'A notebook with a GPU always on: $537.28 a month for the machine, $159.90 if it runs 50 of the 168 hours of a week. Stop it by a schedule.',
        fixed: `provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_notebook_instance" "lab" {
  name                  = "lab"
  role_arn              = "arn:aws:iam::123456789012:role/lab"
  instance_type         = "ml.g4dn.xlarge"
  lifecycle_config_name = aws_sagemaker_notebook_instance_lifecycle_configuration.lab.name
}

resource "aws_sagemaker_notebook_instance_lifecycle_configuration" "lab" {
  name = "lab-evening"
  on_start = base64encode(join("\\n", [
    "#!/bin/bash",
    "name=$(jq -r .ResourceName /opt/ml/metadata/resource-metadata.json)",
    "echo \\"0 18 * * * aws sagemaker stop-notebook-instance --notebook-instance-name $name\\" | crontab -",
  ]))
}
`,
      },
    ],
  },
  {
    name: 'a notebook of Azure Machine Learning, made by a program',
    lang: 'python',
    code: `from azure.ai.ml.entities import ComputeInstance

ComputeInstance(
    name="lab",
    size="Standard_NC4as_T4_v3",
    location="eastus",
)
`,
    finds: [
      {
        line: 5,
        message:
          'A notebook with a GPU always on: $383.98 a month for the machine, $114.28 if it runs 50 of the 168 hours of a week. Stop it by a schedule.',
        fixed: `from azure.ai.ml.entities import ComputeInstance

ComputeInstance(
    name="lab",
    size="Standard_NC4as_T4_v3",
    location="eastus",
    idle_time_before_shutdown_minutes=60,
)
`,
      },
    ],
  },
  {
    name: 'a notebook of SageMaker, made by a program',
    lang: 'typescript',
    code: `import { CreateNotebookInstanceCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const client = new SageMakerClient({ region: 'us-east-1' })
await client.send(
  new CreateNotebookInstanceCommand({ NotebookInstanceName: 'lab', InstanceType: 'ml.g5.xlarge', RoleArn: 'arn' }),
)
`,
    finds: [
      {
        line: 5,
        message:
          'A notebook with a GPU always on: $1,028 a month for the machine, $305.90 if it runs 50 of the 168 hours of a week. Stop it by a schedule.',
        fixed: `import { CreateNotebookInstanceCommand, CreateNotebookInstanceLifecycleConfigCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const client = new SageMakerClient({ region: 'us-east-1' })
await client.send(
  new CreateNotebookInstanceLifecycleConfigCommand({
    NotebookInstanceLifecycleConfigName: 'lab-evening',
    OnStart: [
      {
        Content: Buffer.from(
          [
            '#!/bin/bash',
            'name=$(jq -r .ResourceName /opt/ml/metadata/resource-metadata.json)',
            'echo "0 18 * * * aws sagemaker stop-notebook-instance --notebook-instance-name $name" | crontab -',
          ].join('\\n'),
        ).toString('base64'),
      },
    ],
  }),
)
await client.send(
  new CreateNotebookInstanceCommand({ NotebookInstanceName: 'lab', InstanceType: 'ml.g5.xlarge', RoleArn: 'arn', LifecycleConfigName: 'lab-evening' }),
)
`,
      },
    ],
  },
  {
    name: 'the same in Python, whose name is an argument',
    lang: 'python',
    code: `import boto3


def lab(name, role):
    sagemaker = boto3.client("sagemaker", region_name="us-east-1")
    return sagemaker.create_notebook_instance(
        NotebookInstanceName=name,
        InstanceType="ml.g5.xlarge",
        RoleArn=role,
    )
`,
    finds: [
      {
        line: 8,
        message:
          'A notebook with a GPU always on: $1,028 a month for the machine, $305.90 if it runs 50 of the 168 hours of a week. Stop it by a schedule.',
        fixed: `import base64
import boto3


def lab(name, role):
    sagemaker = boto3.client("sagemaker", region_name="us-east-1")
    sagemaker.create_notebook_instance_lifecycle_config(
        NotebookInstanceLifecycleConfigName=name + "-evening",
        OnStart=[
            {
                "Content": base64.b64encode(
                    "\\n".join(
                        [
                            "#!/bin/bash",
                            "name=$(jq -r .ResourceName /opt/ml/metadata/resource-metadata.json)",
                            'echo "0 18 * * * aws sagemaker stop-notebook-instance --notebook-instance-name $name" | crontab -',
                        ]
                    ).encode()
                ).decode(),
            },
        ],
    )
    return sagemaker.create_notebook_instance(
        NotebookInstanceName=name,
        InstanceType="ml.g5.xlarge",
        RoleArn=role,
        LifecycleConfigName=name + "-evening",
    )
`,
      },
    ],
  },
  {
    name: 'notebooks that are stopped when idle, and one whose arguments nobody sees',
    lang: 'python',
    code: `from azure.ai.ml.entities import ComputeInstance

def make(**more):
    ComputeInstance(name="a", size="Standard_NC4as_T4_v3", location="eastus", idle_time_before_shutdown_minutes=30)
    ComputeInstance(name="b", size="Standard_NC4as_T4_v3", location="eastus", **more)
    ComputeInstance(name="c", size="Standard_DS3_v2", location="eastus")
`,
    finds: [],
  },
  {
    name: 'a notebook of SageMaker that a script stops, TypeScript',
    lang: 'typescript',
    code: `import { CreateNotebookInstanceCommand, SageMakerClient } from '@aws-sdk/client-sagemaker'

const client = new SageMakerClient({ region: 'us-east-1' })
await client.send(
  new CreateNotebookInstanceCommand({
    NotebookInstanceName: 'lab',
    InstanceType: 'ml.g5.xlarge',
    RoleArn: 'arn',
    LifecycleConfigName: 'stop-when-idle',
  }),
)
`,
    finds: [],
  },
  {
    name: 'a notebook that a script stops, and one without a GPU',
    lang: 'terraform',
    code: `provider "aws" {
  region = "us-east-1"
}

resource "aws_sagemaker_notebook_instance" "lab" {
  name                  = "lab"
  role_arn              = "arn:aws:iam::123456789012:role/lab"
  instance_type         = "ml.g4dn.xlarge"
  lifecycle_config_name = "stop-when-idle"
}

resource "aws_sagemaker_notebook_instance" "small" {
  name          = "small"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.t3.medium"
}
`,
    finds: [],
  },
]

// https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html,
// https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
import type { Sdk, SdkExample } from '../../core/sdk.ts'
import { clientsOf, fakes, formerClientsOf, request } from './aws/service.ts'

const autoscaling = { name: 'autoscaling', client: 'AutoScaling', web: 'auto-scaling' }
const eks = { name: 'eks', client: 'EKS' }

export const sdk: Sdk = {
  id: 'aws-autoscaling',
  words: ['AutoScalingGroupName', 'nodegroupName', 'resourcesVpcConfig'],
  fakes,
  clients: [...[autoscaling, eks].flatMap(clientsOf), ...[autoscaling, eks].map(formerClientsOf)],
  calls: [],
  rents: [
    ...request(autoscaling, 'create_auto_scaling_group', { handed: ['AutoScalingGroupName', 'MinSize', 'MaxSize'] }),
    ...request(autoscaling, 'create_launch_configuration', { aside: true, handed: ['LaunchConfigurationName'] }),
    ...request(eks, 'create_nodegroup', { handed: ['clusterName', 'nodegroupName'] }),
    ...request(eks, 'create_cluster', {
      type: 'aws.eks.create_cluster',
      handed: ['name', 'roleArn', 'resourcesVpcConfig'],
    }),
  ],
  free: ['describe_auto_scaling_groups', 'set_desired_capacity', 'describe_nodegroup', 'describe_cluster'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")
groups = boto3.client("autoscaling", region_name="us-east-1")
ec2.create_launch_template(
    LaunchTemplateName="web",
    LaunchTemplateData={
        "InstanceType": "m5.large",
        "BlockDeviceMappings": [{"DeviceName": "/dev/xvda", "Ebs": {"VolumeSize": 50, "VolumeType": "gp3"}}],
    },
)
groups.create_auto_scaling_group(
    AutoScalingGroupName="web",
    LaunchTemplate={"LaunchTemplateName": "web", "Version": "$Latest"},
    MinSize=3,
    MaxSize=3,
    DesiredCapacity=3,
)
groups.create_auto_scaling_group(
    AutoScalingGroupName="mixed",
    MinSize=4,
    MaxSize=4,
    MixedInstancesPolicy={
        "LaunchTemplate": {
            "LaunchTemplateSpecification": {"LaunchTemplateName": "elsewhere"},
            "Overrides": [{"InstanceType": "c5.large"}, {"InstanceType": "c5a.large"}],
        },
        "InstancesDistribution": {"OnDemandPercentageAboveBaseCapacity": 50},
    },
)
groups.create_auto_scaling_group(
    AutoScalingGroupName="other", LaunchTemplate={"LaunchTemplateName": "elsewhere"}, MinSize=1, MaxSize=1
)
groups.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=4)
made = ec2.create_launch_template(LaunchTemplateName=name(), LaunchTemplateData={"InstanceType": "c5.xlarge"})
groups.create_auto_scaling_group(
    AutoScalingGroupName="by-id",
    LaunchTemplate={"LaunchTemplateId": made["LaunchTemplate"]["LaunchTemplateId"]},
    MinSize=1,
    MaxSize=1,
)
`,
    sees: [],
    rents: [
      {
        line: 13,
        type: 'aws.create_auto_scaling_group',
        region: 'us-east-1',
        purchase: 'on-demand',
        facts: { instanceType: 'm5.large', 'root.type': 'gp3', 'root.sizeGiB': 50, capacity: 3 },
      },
      {
        line: 20,
        type: 'aws.create_auto_scaling_group',
        facts: {
          'candidates[0].type': 'c5.large',
          'candidates[1].type': 'c5a.large',
          'candidates[1].weight': 1,
          onDemandBase: 0,
          onDemandShare: 0.5,
          capacity: 4,
        },
      },
      { line: 32, type: 'aws.create_auto_scaling_group', facts: { instanceType: null, capacity: 1 } },
      { line: 37, type: 'aws.create_auto_scaling_group', facts: { instanceType: 'c5.xlarge', capacity: 1 } },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { AutoScalingClient, CreateAutoScalingGroupCommand, CreateLaunchConfigurationCommand } from '@aws-sdk/client-auto-scaling'
const client = new AutoScalingClient({ region: 'eu-west-1' })
await client.send(
  new CreateLaunchConfigurationCommand({ LaunchConfigurationName: 'old', InstanceType: 't3.small', SpotPrice: '0.01' }),
)
await client.send(
  new CreateAutoScalingGroupCommand({
    AutoScalingGroupName: 'a',
    LaunchConfigurationName: 'old',
    MinSize: 2,
    MaxSize: 2,
  }),
)
`,
    sees: [],
    rents: [
      {
        line: 7,
        type: 'aws.create_auto_scaling_group',
        region: 'eu-west-1',
        purchase: 'spot',
        facts: { instanceType: 't3.small', capacity: 2 },
      },
    ],
  },
  {
    lang: 'python',
    code: `
import boto3

eks = boto3.client("eks", region_name="us-west-2")
eks.create_cluster(name="c", roleArn="r", resourcesVpcConfig={"subnetIds": []}, version="1.33")
eks.create_nodegroup(
    clusterName="c",
    nodegroupName="gpu",
    instanceTypes=["g5.xlarge"],
    capacityType="SPOT",
    diskSize=100,
    scalingConfig={"minSize": 1, "desiredSize": 1, "maxSize": 1},
)
eks.create_nodegroup(clusterName="c", nodegroupName="small")
`,
    sees: [],
    rents: [
      { line: 5, type: 'aws.eks.create_cluster', region: 'us-west-2', facts: { version: '1.33' } },
      {
        line: 6,
        type: 'aws.create_nodegroup',
        purchase: 'spot',
        facts: { instanceType: 'g5.xlarge', 'root.sizeGiB': 100, capacity: 1 },
      },
      { line: 14, type: 'aws.create_nodegroup', facts: { instanceType: 't3.medium', 'root.sizeGiB': 20 } },
    ],
  },
  {
    lang: 'python',
    code: `
import boto3
boto3.client("autoscaling").describe_auto_scaling_groups(AutoScalingGroupNames=["a"])
boto3.client("autoscaling").create_launch_configuration(LaunchConfigurationName="l", InstanceType="t3.small")
boto3.client("eks").describe_nodegroup(clusterName="c", nodegroupName="n")
`,
    sees: [],
  },
]

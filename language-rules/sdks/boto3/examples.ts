import type { SdkExample } from '../../../core/sdk.ts'

export const boto3Examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
from typing import Any
import boto3
from botocore.client import BaseClient
from mypy_boto3_ec2 import EC2Client

class Machines:
    def __init__(self, client: Any):
        self.client = client

    def start(self, kind="t3.small"):
        what = {"ImageId": "ami-1", "InstanceType": kind}
        return self.client.run_instances(**what, MinCount=1, MaxCount=1)

def volume(client: BaseClient):
    client.create_volume(AvailabilityZone="us-east-1a", VolumeType="gp3", Size=10)

def bid(client: EC2Client):
    client.request_spot_instances(LaunchSpecification={"InstanceType": "m5.large"})
`,
    sees: [],
    rents: [
      { line: 13, type: 'aws.run_instances', count: 1, facts: { instanceType: 't3.small' } },
      { line: 16, type: 'aws.create_volume', facts: { type: 'gp3', sizeGiB: 10 } },
      { line: 19, type: 'aws.request_spot_instances', purchase: 'spot', facts: { instanceType: 'm5.large' } },
    ],
  },
  {
    lang: 'python',
    code: `
import boto3
s3 = boto3.client("s3", region_name="eu-west-1")

def keep(body, client=boto3.Session(region_name="us-east-1").client("sagemaker")):
    s3.put_object(Bucket="b", Key="k", Body=body, StorageClass="GLACIER_IR")
    s3.put_object(Bucket="b", Key="k", Body=body)
    s3.upload_file("a", "b", "c", ExtraArgs={"StorageClass": "STANDARD_IA"})
    client.create_endpoint_config(
        EndpointConfigName="e",
        ProductionVariants=[{"InstanceType": "ml.g5.xlarge", "InitialInstanceCount": 2, "VariantName": "all"}],
    )
    client.create_endpoint(EndpointName="e", EndpointConfigName="e")

boto3.resource("ec2").create_instances(
    InstanceType="g5.xlarge", MinCount=1, MaxCount=4, InstanceMarketOptions={"MarketType": "spot"}
)
`,
    sees: [],
    rents: [
      { line: 6, type: 'aws.put_object', region: 'eu-west-1', facts: { storageClass: 'GLACIER_IR' } },
      { line: 8, type: 'aws.put_object', facts: { storageClass: 'STANDARD_IA' } },
      {
        line: 9,
        type: 'aws.create_endpoint_config',
        region: 'us-east-1',
        facts: { 'variants[0].instanceType': 'ml.g5.xlarge', 'variants[0].instances': 2 },
      },
      {
        line: 15,
        type: 'aws.run_instances',
        purchase: 'spot',
        region: null,
        count: null,
        facts: { instanceType: 'g5.xlarge' },
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { EC2Client, RunInstancesCommand } from "@aws-sdk/client-ec2"
import { PutObjectCommand, S3, StorageClass } from "@aws-sdk/client-s3"

const ec2 = new EC2Client({ region: "us-west-2" })
await ec2.send(new RunInstancesCommand({ InstanceType: "p4d.24xlarge", MinCount: 2, MaxCount: 2, ImageId: "ami-1" }))
await new S3({}).send(new PutObjectCommand({ Bucket: "b", Key: "k", StorageClass: StorageClass.DEEP_ARCHIVE }))
await new S3({}).putObject({ Bucket: "b", Key: "k", StorageClass: "STANDARD_IA" })
`,
    sees: [],
    rents: [
      { line: 6, type: 'aws.run_instances', count: 2, region: 'us-west-2', facts: { instanceType: 'p4d.24xlarge' } },
      { line: 7, type: 'aws.put_object', facts: { storageClass: 'DEEP_ARCHIVE' } },
      { line: 8, type: 'aws.put_object', facts: { storageClass: 'STANDARD_IA' } },
    ],
  },
  {
    lang: 'python',
    code: `
import boto3
boto3.client("s3").put_object(Bucket="b", Key="k", Body=b"")
def put(**what):
    boto3.client("s3").put_object(**what)
boto3.client("ec2").describe_instances(Filters=[{"Name": "instance-type", "Values": ["g5.xlarge"]}])
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
import boto3
s3 = boto3.resource("s3")
s3.create_bucket(Bucket="b", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
s3.Bucket("c").create()
s3.BucketLifecycleConfiguration("b").put(
    LifecycleConfiguration={"Rules": [{"Status": "Enabled", "Transitions": [{"Days": 9, "StorageClass": "GLACIER_IR"}]}]}
)

def keep(client, rules):
    client.put_bucket_lifecycle_configuration(Bucket="b", LifecycleConfiguration=rules)
    client.put_bucket_lifecycle_configuration(Bucket="b")
`,
    sees: [],
    rents: [
      { line: 4, type: 'aws.create_bucket', region: 'eu-west-1', facts: { storageClass: 'STANDARD', lifecycle: true } },
      { line: 5, type: 'aws.create_bucket', region: null },
      { line: 6, type: 'aws.put_bucket_lifecycle_configuration', facts: { movedTo: 'GLACIER_IR' } },
      { line: 11, type: 'aws.put_bucket_lifecycle_configuration', facts: { movedTo: null } },
    ],
  },
  {
    lang: 'python',
    code: `
import boto3
ec2 = boto3.resource("ec2")
ec2.create_volume(AvailabilityZone="eu-central-1b", Size=40, VolumeType="io2", Iops=500)
boto3.client("ec2").request_spot_instances(InstanceCount=3, LaunchSpecification={"InstanceType": "p3.2xlarge"})
`,
    sees: [],
    rents: [
      { line: 4, type: 'aws.create_volume', region: 'eu-central-1', facts: { type: 'io2', sizeGiB: 40, iops: 500 } },
      {
        line: 5,
        type: 'aws.request_spot_instances',
        count: 3,
        purchase: 'spot',
        facts: { instanceType: 'p3.2xlarge' },
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import AWS from 'aws-sdk'
import S3 from 'aws-sdk/clients/s3'
import { Upload } from '@aws-sdk/lib-storage'
import { S3Client, CreateBucketCommand } from '@aws-sdk/client-s3'

const client = new S3Client({ region: 'us-east-1' })
await client.send(new CreateBucketCommand({ Bucket: 'b' }))
await new Upload({ client, params: { Bucket: 'b', Key: 'k', Body: '', StorageClass: 'GLACIER' } }).done()
await new Upload({ client, params: { Bucket: 'b', Key: 'k', Body: '' } }).done()
await new AWS.S3({ region: 'eu-west-1' }).putObject({ Bucket: 'b', Key: 'k', StorageClass: 'ONEZONE_IA' }).promise()
await new S3().putObject({ Bucket: 'b', Key: 'k', StorageClass: 'STANDARD_IA' }).promise()
`,
    sees: [],
    rents: [
      { line: 8, type: 'aws.create_bucket', region: 'us-east-1', facts: { lifecycle: false } },
      { line: 9, type: 'aws.put_object', facts: { storageClass: 'GLACIER' } },
      { line: 11, type: 'aws.put_object', region: 'eu-west-1', facts: { storageClass: 'ONEZONE_IA' } },
      { line: 12, type: 'aws.put_object', facts: { storageClass: 'STANDARD_IA' } },
    ],
  },
  {
    lang: 'python',
    code: `
import boto3
s3 = boto3.client("s3")
s3.head_bucket(Bucket="b")
s3.get_bucket_lifecycle_configuration(Bucket="b")
boto3.client("ec2").delete_volume(VolumeId="vol-1")

class Store:
    def create_bucket(self, name):
        return name

Store().create_bucket("b")
`,
    sees: [],
  },
  {
    lang: 'python',
    code: `
import boto3
ec2 = boto3.client("ec2", region_name="us-west-2")
ec2.create_fleet(
    LaunchTemplateConfigs=[{"Overrides": [{"InstanceType": "c5.large"}, {"InstanceType": "c5a.large"}]}],
    TargetCapacitySpecification={"TotalTargetCapacity": 3, "DefaultTargetCapacityType": "spot"},
)
ec2.create_fleet(
    LaunchTemplateConfigs=[{"Overrides": [{"InstanceType": "c5.large", "WeightedCapacity": 2}]}],
    TargetCapacitySpecification={"TotalTargetCapacity": 8},
)
ec2.request_spot_fleet(
    SpotFleetRequestConfig={"TargetCapacity": 2, "LaunchSpecifications": [{"InstanceType": "g4dn.xlarge"}]}
)
ec2.create_launch_template(LaunchTemplateName="t", LaunchTemplateData={"InstanceType": "m5.large"})
s3 = boto3.resource("s3")
s3.BucketLifecycle("b").put(
    LifecycleConfiguration={
        "Rules": [{"Status": "Enabled", "Prefix": "", "Transition": {"Days": 0, "StorageClass": "INTELLIGENT_TIERING"}}]
    }
)
`,
    sees: [],
    rents: [
      {
        line: 4,
        type: 'aws.create_fleet',
        count: 3,
        purchase: 'spot',
        region: 'us-west-2',
        facts: { instanceType: null },
      },
      { line: 8, type: 'aws.create_fleet', count: null, purchase: 'on-demand', facts: { instanceType: 'c5.large' } },
      { line: 12, type: 'aws.request_spot_fleet', count: 2, purchase: 'spot', facts: { instanceType: 'g4dn.xlarge' } },
      { line: 17, type: 'aws.put_bucket_lifecycle_configuration', facts: { movedTo: 'INTELLIGENT_TIERING' } },
    ],
  },
  {
    // What another server holds is not Amazon's: MinIO, R2, one on this machine.
    lang: 'python',
    code: `
import boto3
boto3.client("s3", endpoint_url="http://localhost:9000").create_bucket(Bucket="b")
boto3.resource("s3", endpoint_url="https://x.r2.cloudflarestorage.com").create_bucket(Bucket="b")
boto3.client("s3", endpoint_url="https://s3.eu-west-1.amazonaws.com").create_bucket(Bucket="b")
`,
    sees: [],
    rents: [{ line: 5, type: 'aws.create_bucket' }],
  },
  {
    // So it is where the host is not known whole, but for one that may be Amazon's.
    lang: 'python',
    code: `
import os
import boto3
host, region = os.environ["HOST"], os.environ["AWS_REGION"]
boto3.client("s3", endpoint_url="http://" + host).create_bucket(Bucket="b")
boto3.client("s3", endpoint_url=f"https://{host}:9000").create_bucket(Bucket="b")
boto3.client("s3", endpoint_url="http://{}:{}".format(host, 9000)).create_bucket(Bucket="b")
boto3.client("s3", endpoint_url=f"https://{host}.r2.cloudflarestorage.com").create_bucket(Bucket="b")
boto3.client("s3", endpoint_url=f"https://s3.{region}.amazonaws.com").create_bucket(Bucket="b")
boto3.client("s3", endpoint_url=f"https://{host}").create_bucket(Bucket="b")
`,
    sees: [],
    rents: [
      { line: 9, type: 'aws.create_bucket' },
      { line: 10, type: 'aws.create_bucket' },
    ],
  },
  {
    lang: 'typescript',
    code: `
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
const r2 = new S3Client({ region: 'auto', endpoint: \`https://\${account}.r2.cloudflarestorage.com\` })
await r2.send(new CreateBucketCommand({ Bucket: 'b' }))
`,
    sees: [],
  },
  {
    // What answers there is no bucket of anybody's.
    lang: 'python',
    code: `
import boto3
from moto import mock_aws

@mock_aws
def test_upload():
    boto3.client("s3").create_bucket(Bucket="b")
`,
    sees: [],
  },
  {
    lang: 'typescript',
    code: `
import { S3Client, CreateBucketCommand } from '@aws-sdk/client-s3'
import { mockClient } from 'aws-sdk-client-mock'
mockClient(S3Client)
await new S3Client({}).send(new CreateBucketCommand({ Bucket: 'b' }))
`,
    sees: [],
  },
  {
    // What is set further inside a record of options is in it: how many machines, and not those it was copied from.
    lang: 'python',
    code: `
import copy
import boto3
sm = boto3.client("sagemaker")
common = {"ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 5}}
many = copy.deepcopy(common)
many["TrainingJobName"] = "many"
many["ResourceConfig"]["InstanceCount"] = 2
sm.create_training_job(**many)

def train(large, name):
    job = {"ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1}}
    if large:
        job["ResourceConfig"]["InstanceCount"] = 4
    sm.create_training_job(**job)
    job["ResourceConfig"].update(InstanceType="ml.m5.xlarge")
    sm.create_training_job(**job)
    job["ResourceConfig"][name] = "ml.p3.2xlarge"
    sm.create_training_job(**job)
`,
    sees: [],
    rents: [
      { line: 9, type: 'aws.create_training_job', count: 2, facts: { instanceType: 'ml.m5.large' } },
      { line: 15, type: 'aws.create_training_job', count: null, facts: { instanceType: 'ml.m5.large' } },
      { line: 17, type: 'aws.create_training_job', count: null, facts: { instanceType: 'ml.m5.xlarge' } },
      { line: 19, type: 'aws.create_training_job', count: null, facts: { instanceType: null } },
    ],
  },
]

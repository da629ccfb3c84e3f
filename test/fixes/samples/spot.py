import boto3

ec2 = boto3.client("ec2", region_name="us-east-1")


def start(image: str) -> None:
    ec2.run_instances(ImageId=image, InstanceType="g5.xlarge", MinCount=1, MaxCount=1)

import boto3

s3 = boto3.client("s3", region_name="us-east-1")


def prepare(name: str) -> None:
    s3.create_bucket(Bucket=name)

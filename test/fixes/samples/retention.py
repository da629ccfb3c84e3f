import boto3

logs = boto3.client("logs", region_name="us-east-1")


def prepare(name: str) -> None:
    logs.create_log_group(logGroupName=name)

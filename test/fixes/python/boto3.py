"""The call shape of `boto3.client("bedrock-runtime").converse`."""

from urllib.parse import quote

from local_wire import post


class _Runtime:
    def converse(self, *, modelId, **body):
        return post("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", f"/model/{quote(modelId, safe='')}/converse", body)


def client(service, region_name=None):
    assert service == "bedrock-runtime", service
    return _Runtime()

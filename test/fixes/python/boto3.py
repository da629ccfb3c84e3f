"""The call shapes of `boto3.client` that the samples use: Bedrock's Converse, and what makes a bucket, a log group or a machine."""

from urllib.parse import quote, urlencode

from local_wire import post, send

# Lists of Amazon S3 whose elements stand beside each other, each by the name of one.
_FLAT = {"Rules": "Rule", "Transitions": "Transition"}
_WRAPPED = {"TagSet": "Tag"}


def _xml(name, value):
    if name in _FLAT:
        return "".join(_xml(_FLAT[name], item) for item in value)
    if name in _WRAPPED:
        inner = "".join(_xml(_WRAPPED[name], item) for item in value)
    elif isinstance(value, dict):
        inner = "".join(_xml(key, item) for key, item in value.items())
    else:
        inner = str(value)
    return f"<{name}>{inner}</{name}>"


def _query(value, name):
    if isinstance(value, dict):
        return [pair for key, item in value.items() for pair in _query(item, f"{name}.{key}" if name else key)]
    return [(name, str(value))]


class _Runtime:
    def converse(self, *, modelId, **body):
        return post("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", f"/model/{quote(modelId, safe='')}/converse", body)


class _S3:
    def _put(self, path, body=""):
        return send("AWS_ENDPOINT_URL_S3", path, body.encode(), {"content-type": "application/xml"}, "PUT")

    def create_bucket(self, *, Bucket):
        return self._put(f"/{Bucket}")

    def put_bucket_lifecycle_configuration(self, *, Bucket, LifecycleConfiguration):
        return self._put(f"/{Bucket}?lifecycle", _xml("LifecycleConfiguration", LifecycleConfiguration))

    def put_bucket_tagging(self, *, Bucket, Tagging):
        return self._put(f"/{Bucket}?tagging", _xml("Tagging", Tagging))


class _Logs:
    def _ask(self, target, body):
        return post("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", "/", body, {"x-amz-target": f"Logs_20140328.{target}"})

    def create_log_group(self, **body):
        return self._ask("CreateLogGroup", body)

    def put_retention_policy(self, **body):
        return self._ask("PutRetentionPolicy", body)


class _Ec2:
    def run_instances(self, **body):
        form = urlencode([("Action", "RunInstances"), ("Version", "2016-11-15"), *_query(body, "")]).encode()
        return send(
            "AWS_ENDPOINT_URL_EC2",
            "/",
            form,
            {"content-type": "application/x-www-form-urlencoded"},
        )


_CLIENTS = {"bedrock-runtime": _Runtime, "s3": _S3, "logs": _Logs, "ec2": _Ec2}


def client(service, region_name=None):
    return _CLIENTS[service]()

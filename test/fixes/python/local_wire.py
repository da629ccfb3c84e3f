"""What the small clients beside this file share: keyword arguments become the JSON body, as in the providers' own SDKs.

They stand in for those SDKs where only Python itself is installed, and know the call shapes of the samples, no more.
"""

import json
import os
import urllib.request
from types import SimpleNamespace


def send(base_variable, path, body, headers, method="POST"):
    """Sends bytes to the server named by the environment variable; gives what it answers as text."""
    request = urllib.request.Request(os.environ[base_variable] + path, data=body, headers=headers, method=method)
    with urllib.request.urlopen(request) as answer:
        return answer.read().decode()


def post(base_variable, path, body, headers=None):
    """Posts JSON; gives the answer with its fields as attributes."""
    told = {"content-type": "application/json", **(headers or {})}
    answer = send(base_variable, path, json.dumps(body).encode(), told)
    return json.loads(answer, object_hook=lambda fields: SimpleNamespace(**fields))


def upload(base_variable, path, purpose, content):
    """Posts a file the way a form does."""
    edge = "outlay-sample-edge"
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="purpose"\r\n\r\n{purpose}\r\n'.encode(),
        f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="batch.jsonl"\r\n\r\n'.encode(),
        content,
        f"\r\n--{edge}--\r\n".encode(),
    ]
    request = urllib.request.Request(
        os.environ[base_variable] + path,
        data=b"".join(parts),
        headers={"content-type": f"multipart/form-data; boundary={edge}"},
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer, object_hook=lambda fields: SimpleNamespace(**fields))


def text_of(base_variable, path):
    with urllib.request.urlopen(os.environ[base_variable] + path) as answer:
        return answer.read().decode()


def fetch(base_variable, path):
    return json.loads(text_of(base_variable, path), object_hook=lambda fields: SimpleNamespace(**fields))


class Route:
    """`create(**body)` posts the body to one path."""

    def __init__(self, base_variable, path):
        self._base_variable = base_variable
        self._path = path

    def create(self, **body):
        return post(self._base_variable, self._path, body)

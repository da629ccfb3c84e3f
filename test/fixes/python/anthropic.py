"""The call shape of the `anthropic` package: messages and their batches."""

import json
from types import SimpleNamespace

from local_wire import Route, fetch, text_of


class _Batches(Route):
    def retrieve(self, batch_id):
        return fetch("ANTHROPIC_BASE_URL", f"/v1/messages/batches/{batch_id}")

    def results(self, batch_id):
        for line in text_of("ANTHROPIC_BASE_URL", f"/v1/messages/batches/{batch_id}/results").splitlines():
            yield json.loads(line, object_hook=lambda fields: SimpleNamespace(**fields))


class _Messages(Route):
    def __init__(self):
        super().__init__("ANTHROPIC_BASE_URL", "/v1/messages")
        self.batches = _Batches("ANTHROPIC_BASE_URL", "/v1/messages/batches")


class Anthropic:
    def __init__(self, max_retries=2):
        self.max_retries = max_retries
        self.messages = _Messages()

    def with_options(self, max_retries=2):
        return Anthropic(max_retries)

"""The call shape of the `mistralai` package: chat, and the jobs of its batches."""

import json
from types import SimpleNamespace

from local_wire import Route, fetch


class _Chat(Route):
    def complete(self, **body):
        return self.create(**body)


def _with_fields(job):
    """Outputs are plain dictionaries there."""
    job.outputs = json.loads(json.dumps(job.outputs, default=vars))
    return job


class _Jobs(Route):
    def create(self, **body):
        return _with_fields(super().create(**body))

    def get(self, *, job_id, inline=False):
        return _with_fields(fetch("MISTRAL_BASE_URL", f"/v1/batch/jobs/{job_id}?inline={str(inline).lower()}"))


class Mistral:
    def __init__(self, api_key=None):
        self.chat = _Chat("MISTRAL_BASE_URL", "/v1/chat/completions")
        self.batch = SimpleNamespace(jobs=_Jobs("MISTRAL_BASE_URL", "/v1/batch/jobs"))

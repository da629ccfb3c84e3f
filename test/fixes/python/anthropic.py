"""The call shape of the `anthropic` package: messages and their batches."""

from local_wire import Route


class _Messages(Route):
    def __init__(self):
        super().__init__("ANTHROPIC_BASE_URL", "/v1/messages")
        self.batches = Route("ANTHROPIC_BASE_URL", "/v1/messages/batches")


class Anthropic:
    def __init__(self, max_retries=2):
        self.max_retries = max_retries
        self.messages = _Messages()

    def with_options(self, max_retries=2):
        return Anthropic(max_retries)

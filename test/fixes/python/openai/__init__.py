"""The call shape of the `openai` package: chat, responses, embeddings, files and batches."""

from types import SimpleNamespace

from local_wire import Route, fetch, text_of, upload


class _Files:
    def create(self, *, file, purpose):
        content = file[1] if isinstance(file, tuple) else file
        content = content if isinstance(content, (bytes, str)) else content.read()
        content = content.encode() if isinstance(content, str) else content
        return upload("OPENAI_BASE_URL", "/files", purpose, content)

    def content(self, file_id):
        return SimpleNamespace(text=text_of("OPENAI_BASE_URL", f"/files/{file_id}/content"))


class _Batches(Route):
    def retrieve(self, batch_id):
        return fetch("OPENAI_BASE_URL", f"/batches/{batch_id}")


class OpenAI:
    def __init__(self, max_retries=2):
        self.max_retries = max_retries
        self.chat = SimpleNamespace(completions=Route("OPENAI_BASE_URL", "/chat/completions"))
        self.responses = Route("OPENAI_BASE_URL", "/responses")
        self.embeddings = Route("OPENAI_BASE_URL", "/embeddings")
        self.batches = _Batches("OPENAI_BASE_URL", "/batches")
        self.files = _Files()

    def with_options(self, max_retries=2):
        return OpenAI(max_retries)

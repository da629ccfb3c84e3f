"""`ChatCompletionResponse.model_validate` of the `mistralai` package: fields as attributes."""

import json
from types import SimpleNamespace


class ChatCompletionResponse:
    @staticmethod
    def model_validate(fields):
        return json.loads(json.dumps(fields), object_hook=lambda each: SimpleNamespace(**each))

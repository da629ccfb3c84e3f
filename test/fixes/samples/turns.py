from anthropic import Anthropic

client = Anthropic()
TOOLS = [{"name": "tide", "description": "The tide now", "input_schema": {"type": "object", "properties": {}}}]


def berth(question: str):
    messages = [{"role": "user", "content": question}]
    while True:
        reply = client.messages.create(model="claude-haiku-4-5", max_tokens=800, tools=TOOLS, messages=messages)
        if reply.stop_reason != "tool_use":
            return reply.content[0].text
        messages += [
            {"role": "assistant", "content": [{"type": "tool_use", "id": reply.content[0].id, "name": "tide", "input": {}}]},
            {"role": "user", "content": [{"type": "tool_result", "tool_use_id": reply.content[0].id, "content": "3.1 m"}]},
        ]

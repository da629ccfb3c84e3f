from datetime import datetime

from anthropic import Anthropic

client = Anthropic()

PARAGRAPHS = """«the rules»"""


def answer(question: str):
    return client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=800,
        system=[
            {"type": "text", "text": f"It is {datetime.now()}."},
            {"type": "text", "text": PARAGRAPHS, "cache_control": {"type": "ephemeral"}},
        ],
        messages=[{"role": "user", "content": question}],
    )

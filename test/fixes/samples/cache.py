from anthropic import Anthropic

client = Anthropic()

PARAGRAPHS = """«the rules»"""


def answer(question: str):
    return client.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=800,
        system=PARAGRAPHS,
        messages=[{"role": "user", "content": question}],
    )

from openai import OpenAI

client = OpenAI()


def is_port(name: str):
    return client.chat.completions.create(
        model="gpt-5-mini",
        max_completion_tokens=2000,
        reasoning_effort="high",
        messages=[{"role": "user", "content": f"Is this a port? Answer yes or no: {name}"}],
    )

from openai import OpenAI

client = OpenAI()


def answer(question: str) -> str:
    reply = client.chat.completions.create(
        model="gpt-5-mini",
        service_tier="priority",
        max_completion_tokens=300,
        messages=[{"role": "user", "content": question}],
    )
    return reply.choices[0].message.content

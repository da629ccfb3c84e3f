from openai import OpenAI

client = OpenAI()


def nearest(question: str, notices: list[list[float]]) -> list[float]:
    found = []
    for notice in notices:
        asked = client.embeddings.create(model="text-embedding-3-small", input=question)
        found.append(sum(a * b for a, b in zip(asked.data[0].embedding, notice)))
    return found

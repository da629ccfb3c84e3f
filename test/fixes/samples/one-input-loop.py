from openai import OpenAI

client = OpenAI()


def vectors(notices: list[str]) -> list[list[float]]:
    found = []
    for notice in notices:
        answer = client.embeddings.create(model="text-embedding-3-small", input=notice)
        found.append(answer.data[0].embedding)
    return found

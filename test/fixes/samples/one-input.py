from openai import OpenAI

client = OpenAI()


def vectors(notices: list[str]) -> list[list[float]]:
    return [
        client.embeddings.create(model="text-embedding-3-small", input=notice).data[0].embedding for notice in notices
    ]

from openai import OpenAI

client = OpenAI()


def kind_of(url: str):
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=10,
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "Classify the ship: tanker, container or ferry."},
                    {"type": "image_url", "image_url": {"url": url, "detail": "high"}},
                ],
            }
        ],
    )

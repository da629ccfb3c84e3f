from openai import OpenAI

client = OpenAI()


def kind_of(ship: str):
    return client.chat.completions.create(
        model="gpt-4o",
        max_tokens=10,
        messages=[{"role": "user", "content": f"Classify the ship as tanker, container or ferry: {ship}"}],
    )

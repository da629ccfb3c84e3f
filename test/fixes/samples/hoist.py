from openai import OpenAI

client = OpenAI()


def reports() -> list[str]:
    result = []
    for port in ["Bergen", "Antofagasta", "Busan"]:
        style = client.chat.completions.create(
            model="gpt-4o-mini",
            max_tokens=100,
            messages=[{"role": "user", "content": "Describe the house style for port reports in one sentence."}],
        )
        result.append(port + style.choices[0].message.content)
    return result

import sys

from mistralai import Mistral

client = Mistral()


def headlines(notices: list[str]) -> list[str]:
    found = []
    for notice in notices:
        answer = client.chat.complete(
            model="mistral-small-latest",
            max_tokens=50,
            messages=[{"role": "user", "content": f"A headline for: {notice}"}],
        )
        found.append(answer.choices[0].message.content)
    return found


if __name__ == "__main__":
    print(headlines(sys.argv[1:]))

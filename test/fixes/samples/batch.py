import sys

from anthropic import Anthropic

client = Anthropic()


def headlines(notices: list[str]) -> list[str]:
    answers = [
        client.messages.create(
            model="claude-haiku-4-5", max_tokens=50, messages=[{"role": "user", "content": f"A headline for: {notice}"}]
        )
        for notice in notices
    ]
    return [answer.content[0].text for answer in answers]


if __name__ == "__main__":
    print(headlines(sys.argv[1:]))

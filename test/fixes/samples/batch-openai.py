import sys

from openai import OpenAI

client = OpenAI()


def headlines(notices: list[str]) -> list[str]:
    answers = [
        client.chat.completions.create(
            model="gpt-4.1-mini",
            max_completion_tokens=50,
            messages=[{"role": "user", "content": f"A headline for: {notice}"}],
        )
        for notice in notices
    ]
    return [answer.choices[0].message.content for answer in answers]


if __name__ == "__main__":
    print(headlines(sys.argv[1:]))

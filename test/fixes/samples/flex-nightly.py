import sys

from openai import OpenAI

client = OpenAI()


def digest(notices: str) -> str:
    answer = client.chat.completions.create(
        model="gpt-5-mini",
        max_completion_tokens=300,
        messages=[{"role": "user", "content": f"Write the digest of the night: {notices}"}],
    )
    return answer.choices[0].message.content


if __name__ == "__main__":
    print(digest(sys.argv[1]))

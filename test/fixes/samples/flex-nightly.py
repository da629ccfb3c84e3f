import sys

from openai import OpenAI

client = OpenAI()


def grade(reply: str) -> str:
    answer = client.chat.completions.create(
        model="gpt-5-mini",
        max_completion_tokens=300,
        messages=[{"role": "user", "content": f"Does this reply answer the question? Say why: {reply}"}],
    )
    return answer.choices[0].message.content


if __name__ == "__main__":
    print(grade(sys.argv[1]))

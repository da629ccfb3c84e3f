import boto3

bedrock = boto3.client("bedrock-runtime", region_name="us-east-1")

PARAGRAPHS = """«the rules»"""


def answer(question: str):
    return bedrock.converse(
        modelId="us.anthropic.claude-sonnet-4-5-20250929-v1:0",
        inferenceConfig={"maxTokens": 800},
        system=[{"text": PARAGRAPHS}],
        messages=[{"role": "user", "content": [{"text": question}]}],
    )

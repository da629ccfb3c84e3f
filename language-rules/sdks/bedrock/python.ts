import type { SdkExample } from '../../../core/sdk.ts'

export const pythonExamples: readonly SdkExample[] = [
  {
    // What is spread into a call cannot replace what stands in it.
    lang: 'python',
    code: `
import boto3

class Notes:
    def __init__(self, config):
        options = config.aws()
        self.client = boto3.client("bedrock-runtime", **options)

    def ask(self, text, **more):
        return self.client.converse(modelId="amazon.nova-lite-v1:0", messages=[{"role": "user", "content": [{"text": text}]}], **more)
`,
    sees: [
      {
        line: 10,
        call: 'bedrock.converse',
        provider: 'bedrock',
        model: 'amazon.nova-lite-v1:0',
        modelVia: 'literal',
      },
    ],
  },
  {
    lang: 'python',
    code: `
import boto3
from botocore.config import Config
MODEL = "us.anthropic.claude-sonnet-4-5-20250929-v1:0"
client = boto3.client("bedrock-runtime", region_name="us-east-1", config=Config(read_timeout=300))

def ask(text: str):
    return client.converse(
        modelId=MODEL,
        system=[{"text": "You answer in one line."}, {"cachePoint": {"type": "default"}}],
        messages=[{"role": "user", "content": [{"text": text}]}],
        inferenceConfig={"maxTokens": 300, "temperature": 0},
        serviceTier={"type": "flex"},
    )

def tell(lines):
    for line in lines:
        stream = client.converse_stream(
            modelId="arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0",
            messages=[{"role": "user", "content": [{"text": line}]}],
        )
        print(stream)
`,
    sees: [
      {
        line: 8,
        call: 'bedrock.converse',
        provider: 'bedrock',
        model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
        modelVia: 'constant',
        maxOutput: 300,
        cached: true,
        batch: false,
        repeats: [],
        input: ['You answer in one line.', 'user: {text}'],
      },
      {
        line: 18,
        call: 'bedrock.converse_stream',
        model: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0',
        modelVia: 'literal',
        maxOutput: null,
        cached: false,
        repeats: ['data loop here'],
      },
    ],
  },
  {
    lang: 'python',
    code: `
import boto3
import json
session = boto3.Session(profile_name="dev")
runtime = session.client(service_name="bedrock-runtime")

def claude(prompt, model="anthropic.claude-3-haiku-20240307-v1:0"):
    body = json.dumps({
        "anthropic_version": "bedrock-2023-05-31",
        "max_tokens": 512,
        "messages": [{"role": "user", "content": prompt}],
    })
    return runtime.invoke_model(body=body, modelId=model, accept="application/json")

def others(prompt):
    runtime.invoke_model(
        modelId="amazon.titan-text-express-v1",
        body=json.dumps({"inputText": prompt, "textGenerationConfig": {"maxTokenCount": 100}}).encode("utf-8"),
    )
    runtime.invoke_model(modelId="eu.meta.llama3-2-3b-instruct-v1:0", body=json.dumps({"prompt": prompt, "max_gen_len": 200}))
    nova = {"inferenceConfig": {"max_new_tokens": 300}, "messages": [{"role": "user", "content": [{"text": prompt}]}]}
    runtime.invoke_model(modelId="apac.amazon.nova-micro-v1:0", body=json.dumps(nova))
    kwargs = {"modelId": "anthropic.claude-v2", "body": json.dumps({"prompt": prompt, "max_tokens_to_sample": 50})}
    return runtime.invoke_model_with_response_stream(**kwargs)
`,
    sees: [
      {
        line: 13,
        call: 'bedrock.invoke_model',
        provider: 'bedrock',
        model: 'anthropic.claude-3-haiku-20240307-v1:0',
        modelVia: 'parameter',
        maxOutput: 512,
        input: ['user: {prompt}'],
      },
      { line: 16, call: 'bedrock.invoke_model', model: 'amazon.titan-text-express-v1', maxOutput: 100 },
      { line: 20, call: 'bedrock.invoke_model', model: 'eu.meta.llama3-2-3b-instruct-v1:0', maxOutput: 200 },
      { line: 22, call: 'bedrock.invoke_model', model: 'apac.amazon.nova-micro-v1:0', maxOutput: 300 },
      {
        line: 24,
        call: 'bedrock.invoke_model_with_response_stream',
        model: 'anthropic.claude-v2',
        maxOutput: 50,
        input: ['{prompt}'],
      },
    ],
  },
  {
    lang: 'python',
    code: `
import boto3, json
class Pictures:
    def __init__(self, region="us-west-2"):
        self.client = boto3.session.Session().client("bedrock-runtime", region_name=region)

    def draw(self, text):
        body = {"taskType": "TEXT_IMAGE", "textToImageParams": {"text": text},
                "imageGenerationConfig": {"numberOfImages": 3, "width": 1024, "height": 768, "quality": "premium"}}
        return self.client.invoke_model(modelId="amazon.nova-canvas-v1:0", body=json.dumps(body))

    def embed(self, texts):
        return [self.client.invoke_model(modelId="amazon.titan-embed-text-v2:0", body=json.dumps({"inputText": t})) for t in texts]

    def film(self, text, bucket):
        return self.client.start_async_invoke(
            modelId="amazon.nova-reel-v1:0",
            modelInput={"taskType": "TEXT_VIDEO", "textToVideoParams": {"text": text}, "videoGenerationConfig": {"durationSeconds": 6, "dimension": "1280x720"}},
            outputDataConfig={"s3OutputDataConfig": {"s3Uri": bucket}},
        )

    def safe(self, text):
        return self.client.apply_guardrail(
            guardrailIdentifier="g1", guardrailVersion="1", source="INPUT", content=[{"text": {"text": text}}])
`,
    sees: [
      {
        line: 10,
        call: 'bedrock.invoke_model',
        api: 'image',
        model: 'amazon.nova-canvas-v1:0',
        asked: { size: '1024x768', quality: 'premium' },
        n: 3,
        input: ['{text}'],
      },
      {
        line: 13,
        call: 'bedrock.invoke_model',
        api: 'embed',
        model: 'amazon.titan-embed-text-v2:0',
        input: ['{t}'],
        repeats: ['data comprehension here'],
      },
      {
        line: 16,
        call: 'bedrock.start_async_invoke',
        api: 'video',
        model: 'amazon.nova-reel-v1:0',
        asked: { size: '1280x720', seconds: 6 },
      },
      { line: 23, call: 'bedrock.apply_guardrail', api: 'moderate', model: null },
    ],
  },
  {
    lang: 'python',
    code: `
import os
import boto3
agents = boto3.client("bedrock-agent-runtime")
control = boto3.client("bedrock")
core = boto3.client("bedrock-agentcore")
ARN = f"arn:aws:bedrock:{os.environ['AWS_REGION']}::foundation-model/anthropic.claude-3-haiku-20240307-v1:0"

def search(question, kb):
    agents.retrieve(knowledgeBaseId=kb, retrievalQuery={"text": question})
    return agents.retrieve_and_generate(
        input={"text": question},
        retrieveAndGenerateConfiguration={
            "type": "KNOWLEDGE_BASE",
            "knowledgeBaseConfiguration": {
                "knowledgeBaseId": kb,
                "modelArn": "anthropic.claude-3-haiku-20240307-v1:0",
                "generationConfiguration": {"inferenceConfig": {"textInferenceConfig": {"maxTokens": 400}}},
            },
        },
    )

def agent(text, session):
    agents.invoke_agent(agentId="A1", agentAliasId="B1", sessionId=session, inputText=text)
    agents.invoke_inline_agent(foundationModel="us.amazon.nova-pro-v1:0", instruction="Be kind.", inputText=text, sessionId=session)
    agents.invoke_flow(flowIdentifier="F", flowAliasIdentifier="T", inputs=[])
    agents.start_flow_execution(flowIdentifier="F", flowAliasIdentifier="T", inputs=[])
    agents.generate_query(queryGenerationInput={"type": "TEXT", "text": text}, transformationConfiguration={})
    agents.optimize_prompt(targetModelId="amazon.nova-pro-v1:0", input={"textPrompt": {"text": "Say hi"}})
    agents.retrieve_and_generate_stream(input={"text": text})
    agents.agentic_retrieve_stream(
        messages=[{"role": "user", "content": {"text": text}}],
        agenticRetrieveConfiguration={"maxAgentIteration": 4},
    )
    agents.rerank(
        queries=[{"type": "TEXT", "textQuery": {"text": text}}],
        sources=[],
        rerankingConfiguration={
            "type": "BEDROCK_RERANKING_MODEL",
            "bedrockRerankingConfiguration": {"modelConfiguration": {"modelArn": ARN}},
        },
    )
    core.invoke_harness(harnessArn="h", runtimeSessionId=session, messages=[], maxIterations=6)

def offline():
    control.create_model_invocation_job(
        jobName="night", modelId="anthropic.claude-3-haiku-20240307-v1:0", roleArn="r",
        inputDataConfig={}, outputDataConfig={})
    control.create_model_customization_job(baseModelIdentifier="amazon.nova-lite-v1:0:300k", jobName="j")
`,
    sees: [
      {
        line: 11,
        call: 'bedrock.retrieve_and_generate',
        model: 'anthropic.claude-3-haiku-20240307-v1:0',
        maxOutput: 400,
        input: ['{question}'],
      },
      { line: 24, call: 'bedrock.invoke_agent', provider: 'bedrock', model: null, input: ['{text}'] },
      {
        line: 25,
        call: 'bedrock.invoke_inline_agent',
        model: 'us.amazon.nova-pro-v1:0',
        input: ['Be kind.', '{text}'],
      },
      { line: 26, call: 'bedrock.invoke_flow', model: null },
      { line: 27, call: 'bedrock.start_flow_execution', model: null },
      { line: 28, call: 'bedrock.generate_query', model: null, input: ['{text}'] },
      { line: 29, call: 'bedrock.optimize_prompt', model: 'amazon.nova-pro-v1:0' },
      { line: 30, call: 'bedrock.retrieve_and_generate_stream', model: null },
      { line: 31, call: 'bedrock.agentic_retrieve_stream', repeats: ['agent option here 4'] },
      { line: 35, call: 'bedrock.rerank', api: 'rerank' },
      { line: 43, call: 'bedrock.invoke_harness', repeats: ['agent option here 6'] },
      {
        line: 46,
        call: 'bedrock.create_model_invocation_job',
        model: 'anthropic.claude-3-haiku-20240307-v1:0',
        batch: true,
      },
      { line: 49, call: 'bedrock.create_model_customization_job', model: 'amazon.nova-lite-v1:0:300k' },
    ],
  },
  {
    lang: 'python',
    code: `
import os
import aioboto3
import botocore.session
from aiobotocore.session import get_session, AioSession

MODEL_ID = os.getenv("BEDROCK_MODEL", "global.anthropic.claude-haiku-4-5-20251001-v1:0")

async def one(messages):
    async with aioboto3.Session().client("bedrock-runtime", region_name="eu-west-1") as client:
        return await client.converse(modelId=MODEL_ID, messages=messages, inferenceConfig=dict(maxTokens=64))

async def two(messages):
    session = get_session()
    async with session.create_client("bedrock-runtime") as client:
        await client.converse(modelId=MODEL_ID, messages=messages)
    async with AioSession().create_client("bedrock-runtime") as client:
        await client.converse(modelId=MODEL_ID, messages=messages)

def three(messages, client=None):
    bedrock = client or botocore.session.get_session().create_client("bedrock-runtime")
    return bedrock.converse(modelId=MODEL_ID, messages=messages)

def speak():
    return boto().invoke_model_with_bidirectional_stream(modelId="amazon.nova-sonic-v1:0")

def boto():
    return botocore.session.Session().create_client("bedrock-runtime")

def checked(messages):
    return boto().invoke_guardrail_checks(messages=messages, checks={})
`,
    sees: [
      {
        line: 11,
        call: 'bedrock.converse',
        provider: 'bedrock',
        model: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
        modelVia: 'environment',
        maxOutput: 64,
      },
      { line: 16, call: 'bedrock.converse' },
      { line: 18, call: 'bedrock.converse' },
      { line: 22, call: 'bedrock.converse' },
      { line: 25, call: 'bedrock.invoke_model_with_bidirectional_stream', model: 'amazon.nova-sonic-v1:0' },
      { line: 31, call: 'bedrock.invoke_guardrail_checks' },
    ],
  },
  {
    lang: 'python',
    code: `
import boto3
s3 = boto3.client("s3")
s3.converse(modelId="m")
runtime = boto3.client("bedrock-runtime")
runtime.count_tokens(modelId="anthropic.claude-3-haiku-20240307-v1:0", input={})
runtime.get_async_invoke(invocationArn="a")
boto3.client("bedrock").list_foundation_models()
boto3.client("bedrock").get_model_invocation_job(jobIdentifier="j")
boto3.client("bedrock-agent").create_agent(agentName="a", foundationModel="amazon.nova-pro-v1:0")
boto3.client("bedrock-agent-runtime").retrieve(knowledgeBaseId="k", retrievalQuery={"text": "q"})
boto3.client("sagemaker-runtime").invoke_endpoint(EndpointName="e", Body="{}")
class Handler:
    def invoke_model(self, **kwargs): ...
Handler().invoke_model(modelId="m")
`,
    sees: [],
  },
  {
    // What a validator of pydantic puts among the values is a field of the object.
    lang: 'python',
    code: `
from typing import Any
import boto3
from pydantic import BaseModel, root_validator
class Writer(BaseModel):
    client: Any
    model_id: str = "anthropic.claude-v2:1"

    @root_validator()
    def connect(cls, values):
        values["client"] = boto3.Session().client("bedrock-runtime")
        return values

    def write(self, body):
        return self.client.invoke_model(body=body, modelId=self.model_id)
`,
    sees: [{ line: 15, call: 'bedrock.invoke_model', provider: 'bedrock', model: 'anthropic.claude-v2:1' }],
  },
]

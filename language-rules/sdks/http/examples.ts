import type { SdkExample } from '../../../core/sdk.ts'

export const inPython: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import requests

BASE = "https://api.cloudflare.com/client/v4/accounts"

def ask(account, text, model="@cf/meta/llama-3.1-8b-instruct"):
    requests.post(f"{BASE}/{account}/ai/run/{model}", json={"prompt": text, "max_tokens": 9})
    requests.post(f"{BASE}/{account}/ai/run/@cf/baai/bge-m3", json={"text": ["Hi"]})
    requests.get(f"{BASE}/{account}/ai/models/search")
    requests.post(f"{BASE}/{account}/storage/kv/namespaces", json={"title": "Hi"})
    gateway = f"https://gateway.ai.cloudflare.com/v1/{account}/own"
    requests.post(f"{gateway}/workers-ai/@cf/openai/whisper", data=b"")
    return requests.post(f"{gateway}/openai/chat/completions", json={"model": "gpt-4o", "messages": []})
`,
    sees: [
      {
        line: 7,
        call: 'http.post',
        api: 'chat',
        provider: 'cloudflare',
        model: '@cf/meta/llama-3.1-8b-instruct',
        maxOutput: 9,
        input: ['{text}'],
        confidence: 'low',
      },
      { line: 8, call: 'http.post', api: 'embed', provider: 'cloudflare', model: '@cf/baai/bge-m3', input: ['Hi'] },
      { line: 12, call: 'http.post', api: 'transcribe', provider: 'cloudflare', model: '@cf/openai/whisper' },
      { line: 13, call: 'http.post', provider: 'openai', model: 'gpt-4o' },
    ],
  },
  {
    lang: 'python',
    code: `
import json
import os
import requests

URL = "https://api.openai.com/v1/chat/completions"
KEY = os.environ["OPENAI_API_KEY"]

def ask(question, model="gpt-4o-mini"):
    payload = {"model": model, "max_tokens": 200, "messages": [{"role": "user", "content": f"Why {question}?"}]}
    return requests.post(URL, headers={"Authorization": f"Bearer {KEY}"}, json=payload, timeout=60)

def judge(text):
    body = json.dumps({"model": "claude-haiku-4-5", "max_tokens": 5, "messages": [{"role": "user", "content": text}]})
    return requests.request("POST", "https://api.anthropic.com/v1/messages", data=body)

requests.post("https://api.openai.com/v1/responses", json={"model": "gpt-4o", "input": "Hi", "max_output_tokens": 9})
`,
    sees: [
      {
        line: 11,
        call: 'http.post',
        provider: 'openai',
        model: 'gpt-4o-mini',
        modelVia: 'parameter',
        maxOutput: 200,
        confidence: 'low',
        repeats: [],
        input: ['user: Why ', 'user: {question}', 'user: ?'],
      },
      {
        line: 15,
        call: 'http.request',
        provider: 'anthropic',
        model: 'claude-haiku-4-5',
        maxOutput: 5,
        input: ['user: {text}'],
      },
      { line: 17, call: 'http.post', provider: 'openai', model: 'gpt-4o', maxOutput: 9, input: ['Hi'] },
    ],
  },
  {
    lang: 'python',
    code: `
import aiohttp
import httpx

BASE = "https://api.groq.com/openai/v1"

async def embed(texts):
    async with httpx.AsyncClient(base_url="https://api.mistral.ai/v1", timeout=30) as client:
        for text in texts:
            await client.post("/embeddings", json={"model": "mistral-embed", "input": [text]})

async def chat(messages):
    async with aiohttp.ClientSession() as session:
        async with session.post(f"{BASE}/chat/completions", json={"model": "llama-3.1-8b-instant", "messages": messages}) as answer:
            return await answer.json()

def stream(messages):
    with httpx.stream("POST", BASE + "/chat/completions", json={"model": "llama-3.3-70b-versatile", "messages": messages}) as answer:
        return list(answer.iter_lines())

httpx.post("https://api.openai.com/v1/images/generations", json={"model": "gpt-image-1", "prompt": "A cat", "n": 2, "size": "1024x1024", "quality": "low"})
httpx.post("https://api.openai.com/v1/audio/speech", json={"model": "tts-1", "input": "Hi"})
httpx.post("https://api.openai.com/v1/audio/transcriptions", data={"model": "whisper-1"}, files={"file": audio})
httpx.post("https://api.cohere.com/v2/rerank", json={"model": "rerank-v3.5", "query": "Hi", "documents": texts})
httpx.post("https://api.cohere.com/v2/chat", json={"model": "command-a-03-2025", "messages": messages, "max_tokens": 9})
httpx.post("https://api.cohere.com/v2/embed", json={"model": "embed-v4.0", "texts": ["a"]})
httpx.post("https://api.openai.com/v1/completions", json={"model": "gpt-3.5-turbo-instruct", "prompt": "Hi"})
def remix(video):
    return httpx.post(f"https://api.openai.com/v1/videos/{video}/remix", json={"prompt": "Slower"})
`,
    sees: [
      {
        line: 10,
        call: 'http.post',
        provider: 'mistral',
        model: 'mistral-embed',
        repeats: ['data loop here'],
        input: ['{text}'],
      },
      { line: 14, call: 'http.post', provider: 'groq', model: 'llama-3.1-8b-instant', input: ['{messages}'] },
      { line: 18, call: 'http.stream', provider: 'groq', model: 'llama-3.3-70b-versatile' },
      {
        line: 21,
        call: 'http.post',
        provider: 'openai',
        model: 'gpt-image-1',
        n: 2,
        asked: { size: '1024x1024', quality: 'low' },
      },
      { line: 22, call: 'http.post', model: 'tts-1' },
      { line: 23, call: 'http.post', model: 'whisper-1' },
      { line: 24, call: 'http.post', provider: 'cohere', model: 'rerank-v3.5', input: ['Hi', '{texts}'] },
      { line: 25, call: 'http.post', provider: 'cohere', model: 'command-a-03-2025', maxOutput: 9 },
      { line: 26, call: 'http.post', provider: 'cohere', model: 'embed-v4.0', input: ['a'] },
      { line: 27, call: 'http.post', model: 'gpt-3.5-turbo-instruct', input: ['Hi'] },
      { line: 29, call: 'http.post', api: 'video', provider: 'openai', model: null },
    ],
  },
  {
    lang: 'python',
    code: `
import json
import os
import urllib.request
from urllib.request import Request, urlopen
import requests

MODEL = "gemini-2.5-flash"
HOST = "https://generativelanguage.googleapis.com/v1beta"

def gemini(prompt):
    data = {"contents": [{"parts": [{"text": prompt}]}], "generationConfig": {"maxOutputTokens": 64}}
    request = Request(f"{HOST}/models/{MODEL}:generateContent?key={os.environ['KEY']}", data=json.dumps(data).encode("utf-8"))
    with urlopen(request) as answer:
        return json.load(answer)

def gemini_stream(session: requests.Session, prompt):
    url = HOST + "/models/" + MODEL + ":streamGenerateContent"
    return session.post(url, params={"key": "k"}, json={"contents": prompt}, stream=True)

azure = os.environ["AZURE_ENDPOINT"]
requests.post(
    f"https://{azure}.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21",
    json={"messages": []},
)
requests.post("http://localhost:11434/api/chat", json={"model": "llama3.2", "messages": []})
requests.post(url="http://localhost:8000/v1/chat/completions", json={"model": "qwen", "messages": []})
requests.post("https://api.anthropic.com/v1/messages/batches", json={"requests": [
    {"custom_id": "a", "params": {"model": "claude-haiku-4-5", "max_tokens": 7, "messages": []}},
]})
requests.post("https://api.deepgram.com/v1/listen?model=nova-3&language=en", data=audio)
requests.post("https://api.elevenlabs.io/v1/text-to-speech/" + voice, json={"text": "Hi", "model_id": "eleven_turbo_v2_5"})
requests.post("https://api.assemblyai.com/v2/transcript", json={"audio_url": link, "speech_model": "slam-1"})
requests.post("https://api.openai.com/v1/batches", json={"input_file_id": "f", "endpoint": "/v1/responses"})
requests.post(f"https://api.elevenlabs.io/v1/text-to-speech/{voice}/stream/with-timestamps", json={"text": "Hi", "model_id": "eleven_v3"})
requests.post("https://api.elevenlabs.io/v1/speech-to-text", data={"model_id": "scribe_v1"}, files={"file": audio})
`,
    sees: [
      {
        line: 14,
        call: 'http.urlopen',
        provider: 'google',
        model: 'gemini-2.5-flash',
        maxOutput: 64,
        input: ['{prompt}'],
      },
      { line: 19, call: 'http.post', provider: 'google', model: 'gemini-2.5-flash' },
      { line: 22, call: 'http.post', provider: 'azure-openai', model: 'gpt-4o' },
      { line: 26, call: 'http.post', provider: 'local', model: 'llama3.2' },
      { line: 27, call: 'http.post', provider: 'local', model: 'qwen' },
      { line: 28, call: 'http.post', provider: 'anthropic', model: 'claude-haiku-4-5', maxOutput: 7, batch: true },
      { line: 31, call: 'http.post', provider: 'deepgram', model: 'nova-3' },
      { line: 32, call: 'http.post', provider: 'elevenlabs', model: 'eleven_turbo_v2_5', input: ['Hi'] },
      { line: 33, call: 'http.post', provider: 'assemblyai', model: 'slam-1' },
      { line: 34, call: 'http.post', provider: 'openai', model: null, batch: true },
      { line: 35, call: 'http.post', provider: 'elevenlabs', model: 'eleven_v3', input: ['Hi'] },
      { line: 36, call: 'http.post', provider: 'elevenlabs', model: 'scribe_v1' },
    ],
  },
  {
    lang: 'python',
    code: `
import requests
from app import http
BASE = "https://api.openai.com/v1"
requests.get(f"{BASE}/models")
requests.get(f"{BASE}/batches")
requests.post(f"{BASE}/files", files={"file": f})
requests.post(f"{BASE}/moderations", json={"input": "…"})
requests.post("https://api.example.com/v1/chat/completions", json={"model": "gpt-4o"})
requests.post(unknown_url, json={"model": "gpt-4o", "messages": []})
requests.post("https://api.anthropic.com/v1/messages/count_tokens", json={"model": "claude-haiku-4-5"})
requests.post("http://localhost:3000/api/chat", json={"messages": []})
http.post(f"{BASE}/chat/completions", json={"model": "gpt-4o"})
print("https://api.openai.com/v1/chat/completions")
`,
    sees: [],
  },
]

export const inTypescript: readonly SdkExample[] = [
  {
    lang: 'typescript',
    code: `
const account = process.env.ACCOUNT
await fetch(\`https://api.cloudflare.com/client/v4/accounts/\${account}/ai/run/@cf/meta/llama-3.1-8b-instruct\`, {
  method: 'POST',
  body: JSON.stringify({ messages: [{ role: 'user', content: 'Hi' }], max_tokens: 7 }),
})
`,
    sees: [
      {
        line: 3,
        call: 'http.()',
        provider: 'cloudflare',
        model: '@cf/meta/llama-3.1-8b-instruct',
        maxOutput: 7,
        input: ['user: Hi'],
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import axios from 'axios'
import got from 'got'
import ky from 'ky'
import nodeFetch from 'node-fetch'

const BASE = process.env.OPENAI_BASE ?? 'https://api.openai.com/v1'
const model = 'gpt-4o-mini'

export async function ask(text: string) {
  const answer = await fetch(\`\${BASE}/chat/completions\`, {
    method: 'POST',
    headers: { Authorization: 'Bearer …' },
    body: JSON.stringify({ model, max_completion_tokens: 50, messages: [{ role: 'user', content: text }] }),
  })
  return answer.json()
}

const router = axios.create({ baseURL: 'https://openrouter.ai/api/v1', headers: { 'X-Title': 'App' } })
router.post('/chat/completions', { model: 'openai/gpt-4o', messages: [] })
axios.post('https://api.anthropic.com/v1/messages', { model: 'claude-haiku-4-5', max_tokens: 9, messages: [] }, { headers: {} })
axios({ method: 'post', url: 'https://api.openai.com/v1/embeddings', data: { model: 'text-embedding-3-small', input: 'a' } })
axios.request({ method: 'post', url: 'https://api.jina.ai/v1/rerank', data: { model: 'jina-reranker-v2-base-multilingual', query: 'a' } })
got.post('https://api.x.ai/v1/chat/completions', { json: { model: 'grok-4', messages: [] } })
ky.create({ prefixUrl: 'https://api.deepseek.com/v1' }).post('chat/completions', { json: { model: 'deepseek-chat', messages: [] } })
nodeFetch('https://api.voyageai.com/v1/embeddings', { method: 'POST', body: JSON.stringify({ model: 'voyage-3.5', input: ['a'] }) })
window.fetch('http://127.0.0.1:1234/v1/chat/completions', { method: 'POST', body: JSON.stringify({ model: 'phi', messages: [] }) })
`,
    sees: [
      {
        line: 11,
        call: 'http.()',
        provider: 'openai',
        model: 'gpt-4o-mini',
        modelVia: 'constant',
        maxOutput: 50,
        confidence: 'low',
        input: ['user: {text}'],
      },
      { line: 20, call: 'http.post', provider: 'openrouter', model: 'openai/gpt-4o' },
      { line: 21, call: 'http.post', provider: 'anthropic', model: 'claude-haiku-4-5', maxOutput: 9 },
      { line: 22, call: 'http.()', provider: 'openai', model: 'text-embedding-3-small', input: ['a'] },
      { line: 23, call: 'http.request', provider: 'jina', model: 'jina-reranker-v2-base-multilingual' },
      { line: 24, call: 'http.post', provider: 'xai', model: 'grok-4' },
      { line: 25, call: 'http.post', provider: 'deepseek', model: 'deepseek-chat' },
      { line: 26, call: 'http.()', provider: 'voyage', model: 'voyage-3.5' },
      { line: 27, call: 'http.()', provider: 'local', model: 'phi' },
    ],
  },
  {
    lang: 'typescript',
    code: `
const region = process.env.AWS_REGION
const id = 'anthropic.claude-3-haiku-20240307-v1%3A0'
const send = (path: string, body: object) => fetch(path, { method: 'POST', body: JSON.stringify(body) })
fetch(\`https://bedrock-runtime.\${region}.amazonaws.com/model/\${id}/converse\`, {
  method: 'POST',
  body: JSON.stringify({ messages: [], inferenceConfig: { maxTokens: 30 } }),
})
for (const page of ['a', 'b']) {
  await fetch(new URL('https://api.openai.com/v1/responses'), { method: 'POST', body: JSON.stringify({ model: 'gpt-4o', input: page }) })
}
`,
    sees: [
      { line: 5, call: 'http.()', provider: 'bedrock', model: 'anthropic.claude-3-haiku-20240307-v1:0', maxOutput: 30 },
      {
        line: 10,
        call: 'http.()',
        provider: 'openai',
        model: 'gpt-4o',
        repeats: ['data loop here 2'],
        input: ['{page}'],
      },
    ],
  },
  {
    lang: 'typescript',
    code: `
import axios from 'axios'
import { client } from './client'
fetch('/api/chat', { method: 'POST', body: JSON.stringify({ model: 'gpt-4o' }) })
fetch('https://api.openai.com/v1/models')
fetch(\`\${location.origin}/v1/chat/completions\`, { method: 'POST', body: '{}' })
axios.post('https://shop.example.com/v1/responses', { model: 'gpt-4o' })
client.post('/chat/completions', { model: 'gpt-4o' })
function fetchAll(fetch: (url: string) => unknown) {
  return fetch('https://api.openai.com/v1/chat/completions')
}
expect(url).toBe('https://api.openai.com/v1/chat/completions')
`,
    sees: [],
  },
]

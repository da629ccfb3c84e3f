import { describe, expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { sdk as http } from '../../language-rules/sdks/http.ts'
import { fileDocument } from '../document.ts'
import { valueOf } from '../known.ts'
import { findModelCalls } from './calls.ts'

const sentIn = (lang: 'python' | 'typescript', code: string) => {
  const module = lang === 'python' ? python(code) : typescript(code)
  const calls = findModelCalls(fileDocument('src/a', lang, code), module, [http])
  return calls.map(({ provider, model, confidence }) => [provider, valueOf(model), confidence])
}

describe('a request that only its URL tells', () => {
  it('is billed by the host, and of low confidence', () => {
    const code =
      'import requests\nrequests.post("https://api.groq.com/openai/v1/chat/completions", json={"model": "m"})\n'
    expect(sentIn('python', code)).toEqual([['groq', 'm', 'low']])
  })

  it('is found where the URL is a base and a path, with holes in neither host nor end', () => {
    const base = 'import httpx, os\nBASE = "https://api.openai.com"\nc = httpx.Client(base_url=f"{BASE}/{version}")\n'
    expect(sentIn('python', `${base}c.post("chat/completions", json={"model": "m"})\n`)).toEqual([
      ['openai', 'm', 'low'],
    ])
    expect(sentIn('python', `${base}httpx.post(f"{BASE}/v1/{path}", json={"model": "m"})\n`)).toEqual([])
    expect(sentIn('python', `${base}httpx.post(f"{host}/v1/chat/completions", json={"model": "m"})\n`)).toEqual([])
  })

  it('has the model of the path or of the query, and none where that is filled at run time', () => {
    const gemini = (model: string) =>
      `fetch(\`https://generativelanguage.googleapis.com/v1beta/models/${model}:generateContent\`)`
    expect(sentIn('typescript', gemini('gemini-2.5-pro'))).toEqual([['google', 'gemini-2.5-pro', 'low']])
    expect(sentIn('typescript', gemini('${pick()}'))).toEqual([['google', undefined, 'low']])
    const hear = 'fetch("https://api.deepgram.com/v1/listen?language=en&model=nova-3", { method: "POST" })'
    expect(sentIn('typescript', hear)).toEqual([['deepgram', 'nova-3', 'low']])
  })

  it('is nobody in particular’s where either host may answer, and no call where one is no provider', () => {
    const either = (other: string) =>
      `const url = fast ? 'https://api.groq.com/openai/v1/chat/completions' : '${other}'\nfetch(url, { body: JSON.stringify({ model: 'm' }) })\n`
    expect(sentIn('typescript', either('https://api.openai.com/v1/chat/completions'))).toEqual([
      ['unknown', 'm', 'low'],
    ])
    expect(sentIn('typescript', either('https://example.com/v1/chat/completions'))).toEqual([])
  })
})

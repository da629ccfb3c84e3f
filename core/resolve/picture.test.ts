import { expect, it } from 'vitest'
import { lower as python } from '../../language-rules/languages/python/lower.ts'
import { lower as typescript } from '../../language-rules/languages/typescript/lower.ts'
import { sdk as anthropic } from '../../language-rules/sdks/anthropic.ts'
import { sdk as google } from '../../language-rules/sdks/google-genai.ts'
import { sdk as openai } from '../../language-rules/sdks/openai.ts'
import { fileDocument } from '../document.ts'
import { findModelCalls } from './calls.ts'

function pictures(lower: typeof python, code: string) {
  const module = lower(code)
  const calls = findModelCalls(fileDocument('src/a', module.language, code), module, [openai, anthropic, google])
  return calls.flatMap(({ input }) => input.flatMap((part) => (part.is === 'hole' && part.image ? [part.image] : [])))
}

// The first 33 bytes of a picture of 64 × 32 pixels.
const png = 'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAgCAYAAACinX6E'

it('of OpenAI and Anthropic, with the size of what stands in the source', () => {
  const code = `
from anthropic import Anthropic
from openai import OpenAI
DATA = "${png}"
OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": [
    {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{DATA}", "detail": "high"}},
    {"type": "image_url", "image_url": {"url": url}},
]}])
OpenAI().responses.create(model="gpt-4o", input=[{"role": "user", "content": [{"type": "input_image", "image_url": url, "detail": "low"}]}])
Anthropic().messages.create(model="claude-haiku-4-5", max_tokens=9, messages=[{"role": "user", "content": [
    {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": DATA}},
    {"type": "document", "source": {"type": "base64", "media_type": "application/pdf", "data": paper}},
]}])`
  const size = { width: 64, height: 32 }
  expect(pictures(python, code)).toEqual([
    { detail: 'high', size },
    { detail: undefined },
    { detail: 'low' },
    { detail: undefined, size },
  ])
})

it('of Google, opened and made so large', () => {
  const code = `
from google import genai
from PIL import Image
client = genai.Client()
photo = Image.open("a.jpg")
client.models.generate_content(model="gemini-2.5-flash", contents=["What?", photo])
client.models.generate_content(model="gemini-2.5-flash", contents=["What?", photo.resize((768, 512))])
client.models.generate_content(model="gemini-2.5-flash", contents=[photo.resize((768, 512)).crop(box)])
client.models.generate_content(model="gemini-2.5-flash", contents=[photo.filename])`
  expect(pictures(python, code)).toEqual([
    { detail: undefined },
    { detail: undefined, size: { width: 768, height: 512 } },
    { detail: undefined },
  ])
})

it('cut to a size by sharp, where that is both sides and nothing else', () => {
  const code = `
import OpenAI from 'openai'
import sharp from 'sharp'
const client = new OpenAI()
const ask = (url: string) =>
  client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url } }] }] })
const small = await sharp(file).resize(512, 256).png().toBuffer()
await client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: [
  { type: 'image_url', image_url: { url: \`data:image/png;base64,\${small.toString('base64')}\` } },
  { type: 'image_url', image_url: { url: \`data:image/png;base64,\${await sharp(file).resize(512).toBuffer()}\` } },
  { type: 'image_url', image_url: { url: \`data:image/png;base64,\${await sharp(file).resize(512, 256, { fit: 'inside' }).toBuffer()}\` } },
] }] })`
  expect(pictures(typescript, code).slice(-3)).toEqual([
    { detail: undefined, size: { width: 512, height: 256 } },
    { detail: undefined },
    { detail: undefined },
  ])
})

import { fileDocument } from '../core/document.ts'
import { valueOf } from '../core/known.ts'
import { findModelCalls } from '../core/resolve/calls.ts'
import { lower } from '../language-rules/languages/python/lower.ts'
import { sdk as openai } from '../language-rules/sdks/openai.ts'

/** What each call of OpenAI in a Python file has for its model: the id and how it came, or the ids it may be. */
export function modelsOf(code: string) {
  const whole = `from openai import OpenAI\n${code}`
  return findModelCalls(fileDocument('a.py', 'python', whole), lower(whole), [openai]).map(({ model }) => {
    if (model.is === 'oneOf') return model.among
    return model.is === 'known' || model.is === 'assumed' ? [valueOf(model), model.via] : model.is
  })
}

import { describe, expect, it } from 'vitest'
import { servedBy } from './served-model.ts'

describe('the model that a start script serves', () => {
  it.each([
    ['vllm serve meta-llama/Llama-3.1-8B-Instruct --port 80', { model: 'meta-llama/Llama-3.1-8B-Instruct', gpus: 1 }],
    ['vllm serve --uvicorn-log-level=info Qwen/Qwen3-4B --host 0.0.0.0', { model: 'Qwen/Qwen3-4B', gpus: 1 }],
    ['docker run vllm/vllm-openai:latest --model Qwen/Qwen2.5-32B -tp 2', { model: 'Qwen/Qwen2.5-32B', gpus: 2 }],
    ['python -m sglang.launch_server --model-path Qwen/Qwen3-4B --tp 4', { model: 'Qwen/Qwen3-4B', gpus: 4 }],
    [
      'docker run ghcr.io/huggingface/text-generation-inference:3 --model-id google/gemma-2-9b --num-shard 2',
      { model: 'google/gemma-2-9b', gpus: 2 },
    ],
  ])('%s', (script, served) => {
    expect(servedBy(script)).toEqual(served)
  })

  it('is none where nothing, or several, are served, or how many GPUs it takes is said otherwise', () => {
    expect(servedBy('apt-get install -y nginx')).toBeUndefined()
    expect(servedBy('vllm serve a/b &\nvllm serve a/c')).toBeUndefined()
    expect(servedBy('vllm serve a/b --data-parallel-size 4')).toBeUndefined()
    expect(servedBy('text-generation-launcher --model-id a/b')).toBeUndefined()
  })
})

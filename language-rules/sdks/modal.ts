// https://modal.com/docs/reference/modal.App
import type { Sdk, SdkExample } from '../../core/sdk.ts'

export const sdk: Sdk = {
  id: 'modal',
  words: ['import modal', 'from modal'],
  clients: [
    { python: ['modal.App', 'modal.Stub', 'modal.app.App', 'modal.App.lookup'], kind: 'app' },
    { python: ['modal.Sandbox', 'modal.sandbox.Sandbox'], module: true, kind: 'sandbox' },
    { python: ['modal.Cls.from_name', 'modal.Cls.lookup'], kind: 'class' },
  ],
  calls: [],
  rents: [
    { path: 'function', on: 'app', type: 'modal.function' },
    { path: 'cls', on: 'app', type: 'modal.cls' },
    { path: 'server', on: 'app', type: 'modal.cls' },
    { path: 'create', on: 'sandbox', type: 'modal.sandbox' },
    // What is changed of a class is a pool of containers of its own.
    ...['cls().().with_options', 'cls().()().with_options'].map((path) => ({
      path,
      on: 'app',
      type: 'modal.with_options',
      needs: ['gpu', 'cpu', 'memory'],
    })),
    { path: 'with_options', on: 'class', type: 'modal.with_options', needs: ['gpu', 'cpu', 'memory'] },
  ],
  stands: {
    // The objects GPUs were named by before they were texts.
    texts: {
      ...Object.fromEntries(
        ['T4', 'L4', 'A10G', 'L40S', 'H100', 'H200'].map((name) => [`modal.gpu.${name}`, `${name}:{count|[0]}`]),
      ),
      'modal.gpu.A100': 'A100-{size|memory}:{count}',
      'modal.gpu.Any': 'any',
    },
  },
  free: ['local_entrypoint', 'run', 'deploy'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import modal
app = modal.App("x")
MINUTES = 60

@app.function(gpu="L40S:2", timeout=30 * MINUTES, max_containers=4)
def embed(texts):
    return texts

@app.cls(gpu=modal.gpu.A100(size="80GB", count=2), scaledown_window=5 * MINUTES, min_containers=1)
class Model:
    @modal.method()
    def ask(self, text):
        return text

@app.function()
def light():
    return Model.with_options(gpu="H100")().ask.remote("hi")

@app.local_entrypoint()
def main():
    embed.remote([])
`,
    sees: [],
    rents: [
      {
        line: 6,
        type: 'modal.function',
        facts: { accelerator: 'L40S', acceleratorCount: 2, lifetimeHours: 0.5, maxContainers: 4 },
      },
      {
        line: 10,
        type: 'modal.cls',
        count: 1,
        facts: { accelerator: 'A100-80GB', acceleratorCount: 2, idleSeconds: 300, minContainers: 1 },
      },
      { line: 16, type: 'modal.function', facts: { cpuCores: 0.125 } },
      { line: 18, type: 'modal.with_options', facts: { accelerator: 'H100' } },
    ],
  },
  {
    lang: 'python',
    code: `
import os
import modal
app = modal.App("x")
GPU = os.environ.get("GPU", "a10g:2")

def serve(gpu):
    return modal.Sandbox.create("python", "serve.py", gpu=gpu, timeout=600, app=app)

@app.function(gpu=GPU)
def run():
    serve("T4")
`,
    sees: [],
    rents: [
      { line: 8, type: 'modal.sandbox', facts: { accelerator: 'T4', lifetimeHours: 600 / 3600 } },
      { line: 10, type: 'modal.function', facts: { accelerator: 'A10G', acceleratorCount: 2 } },
    ],
  },
  {
    lang: 'python',
    code: `
from flask import Flask
app = Flask(__name__)

@app.function(gpu="H100")
def not_modal():
    pass
`,
    sees: [],
  },
]

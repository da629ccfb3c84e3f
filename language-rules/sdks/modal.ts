// https://modal.com/docs/reference/modal.App, https://modal.com/docs/guide/sdk-javascript-go
import type { Sdk, SdkExample } from '../../core/sdk.ts'

export const sdk: Sdk = {
  id: 'modal',
  words: ['import modal', 'from modal', "from 'modal'", 'from "modal"', "require('modal')", 'require("modal")'],
  clients: [
    { python: ['modal.App', 'modal.Stub', 'modal.app.App', 'modal.App.lookup'], kind: 'app' },
    { python: ['modal.Sandbox', 'modal.sandbox.Sandbox'], module: true, kind: 'sandbox' },
    { python: ['modal.Cls.from_name', 'modal.Cls.lookup'], kind: 'class' },
    { typescript: 'modal#ModalClient', kind: 'web' },
  ],
  calls: [],
  rents: [
    // Sandboxes alone are made from JavaScript; functions are looked up, and may be given other machines.
    { path: 'sandboxes.create', on: 'web', type: 'modal.web_sandbox' },
    ...['functions.fromName().withOptions', 'cls.fromName().withOptions'].map((path) => ({
      path,
      on: 'web',
      type: 'modal.web_with_options',
      needs: ['gpu', 'cpu', 'memoryMiB'],
    })),
    { path: 'function', on: 'app', type: 'modal.function', runs: true, decorates: true },
    { path: 'cls', on: 'app', type: 'modal.cls', runs: true, decorates: true },
    { path: 'server', on: 'app', type: 'modal.cls', runs: true, decorates: true },
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
import modal
from flask import Flask
modal.App("x").cls(gpu="T4")
class NotDecorated:
    pass
app = Flask(__name__)

@app.function(gpu="H100")
def not_modal():
    pass
`,
    sees: [],
  },
  {
    lang: 'typescript',
    code: `
import { ModalClient } from 'modal'
const modal = new ModalClient()
const app = await modal.apps.fromName('a', { createIfMissing: true })
const image = modal.images.fromRegistry('python:3.13-slim')
const sandbox = await modal.sandboxes.create(app, image, { gpu: 'L4', cpu: 2, memoryMiB: 4096, timeoutMs: 3_600_000 })
await modal.sandboxes.create(app, image)
const fast = (await modal.functions.fromName('a', 'f')).withOptions({ gpu: 'H100:2' })
await fast.remote([])
`,
    sees: [],
    rents: [
      {
        line: 6,
        type: 'modal.web_sandbox',
        facts: { accelerator: 'L4', acceleratorCount: 1, cpuCores: 2, memoryGiB: 4, lifetimeHours: 1 },
      },
      { line: 7, type: 'modal.web_sandbox', facts: { accelerator: null, cpuCores: 0.125 } },
      { line: 8, type: 'modal.web_with_options', facts: { accelerator: 'H100', acceleratorCount: 2 } },
    ],
  },
  {
    lang: 'typescript',
    code: `
import Modal from 'react-modal'
import { ModalClient } from 'modal'
Modal.setAppElement('#root')
await new ModalClient().sandboxes.fromId('sb-1')
`,
    sees: [],
  },
]

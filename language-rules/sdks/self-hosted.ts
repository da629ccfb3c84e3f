// Models that a program loads on a GPU of its own: https://docs.vllm.ai/en/latest/api/vllm/,
// https://huggingface.co/docs/transformers/main_classes/pipelines, https://huggingface.co/docs/diffusers,
// https://sbert.net/docs/package_reference/sentence_transformer/SentenceTransformer.html, https://llama-cpp-python.readthedocs.io.
// Only where the code itself demands a GPU: what runs on a CPU as well is not told.
import type { ClientShape, RentShape, Sdk, SdkExample } from '../../core/sdk.ts'

const transformers = [
  ...['AutoModel', 'AutoModelForCausalLM', 'AutoModelForSeq2SeqLM', 'AutoModelForSequenceClassification'],
  ...['AutoModelForTokenClassification', 'AutoModelForQuestionAnswering', 'AutoModelForMaskedLM'],
  ...['AutoModelForVision2Seq', 'AutoModelForImageTextToText', 'AutoModelForSpeechSeq2Seq', 'LlamaForCausalLM'],
  ...['T5ForConditionalGeneration', 'LlavaForConditionalGeneration', 'Qwen2VLForConditionalGeneration'],
  ...['Qwen2_5_VLForConditionalGeneration', 'CLIPModel', 'WhisperForConditionalGeneration'],
].map((name) => `transformers.${name}`)
const diffusers = [
  ...['DiffusionPipeline', 'StableDiffusionPipeline', 'StableDiffusionXLPipeline', 'StableDiffusion3Pipeline'],
  ...['FluxPipeline', 'AutoPipelineForText2Image', 'AutoPipelineForImage2Image', 'AutoPipelineForInpainting'],
].map((name) => `diffusers.${name}`)

const type = 'local.model'
const making = (kind: string, python: readonly string[]): ClientShape => ({ python, module: true, kind })

const isGpu = /^cuda/
/** A number is that of a GPU, -1 the CPU. `auto` fills the GPUs first. */
const onGpu = /^(?:cuda|\d|auto$|balanced|sequential$)/

/** What was loaded onto a GPU is told where that was done. */
const unless = { '^device_map': ['auto', 'cuda', 'cuda:0', 'balanced', 'sequential'] }

/** `.to("cuda")` and `.cuda()` of what is loaded, whatever is done to it before. */
const moved: readonly RentShape[] = ['', 'eval().', 'half().'].flatMap((step): readonly RentShape[] => [
  { path: `from_pretrained().${step}to`, on: 'loaded', type, uses: true, only: { '[0]|device': isGpu }, unless },
  { path: `from_pretrained().${step}cuda`, on: 'loaded', type, uses: true, unless },
])

export const sdk: Sdk = {
  id: 'self-hosted',
  words: ['vllm', 'transformers', 'diffusers', 'llama_cpp'],
  clients: [
    making('engine', ['vllm.LLM', 'vllm.entrypoints.llm.LLM']),
    making('engine', ['vllm.EngineArgs', 'vllm.AsyncEngineArgs']),
    making('engine', ['vllm.engine.arg_utils.EngineArgs', 'vllm.engine.arg_utils.AsyncEngineArgs']),
    making('pipeline', ['transformers.pipeline', 'transformers.pipelines.pipeline']),
    making('loaded', [...transformers, ...diffusers]),
    making('embedder', ['sentence_transformers.SentenceTransformer', 'sentence_transformers.CrossEncoder']),
    making('llama', ['llama_cpp.Llama']),
  ],
  calls: [],
  rents: [
    { path: '()', on: 'engine', type, uses: true, unless: { device: ['cpu'] } },
    { path: '()', on: 'pipeline', type, uses: true, only: { 'device|device_map': onGpu } },
    { path: 'from_pretrained', on: 'loaded', type, uses: true, only: { device_map: onGpu } },
    ...moved,
    { path: '()', on: 'embedder', type, uses: true, only: { device: isGpu } },
    { path: '()', on: 'llama', type, uses: true, only: { n_gpu_layers: /^-?[1-9]/ } },
  ],
  stands: { values: { 'torch.device': '[0]|device|type' } },
  free: ['generate', 'encode', 'AutoTokenizer'],
}

export const examples: readonly SdkExample[] = [
  {
    lang: 'python',
    code: `
import torch
from diffusers import FluxPipeline
from llama_cpp import Llama
from sentence_transformers import SentenceTransformer
from transformers import AutoModelForCausalLM, pipeline
from vllm import LLM, AsyncEngineArgs

llm = LLM(model="meta-llama/Llama-3.1-70B-Instruct", tensor_parallel_size=4)
args = AsyncEngineArgs(model="m", tensor_parallel_size=2, pipeline_parallel_size=2)
pipe = pipeline("text-generation", model="m", device=0)
model = AutoModelForCausalLM.from_pretrained("m", device_map="auto")
other = AutoModelForCausalLM.from_pretrained("m").eval()
other.to(torch.device("cuda:1"))
image = FluxPipeline.from_pretrained("black-forest-labs/FLUX.1-dev", torch_dtype=torch.bfloat16).to("cuda")
vectors = SentenceTransformer("all-mpnet-base-v2", device="cuda")
local = Llama(model_path="m.gguf", n_gpu_layers=-1)
`,
    sees: [],
    rents: [
      {
        line: 9,
        type: 'local.model',
        facts: { acceleratorCount: 4, model: 'meta-llama/Llama-3.1-70B-Instruct', accelerator: null },
      },
      { line: 10, type: 'local.model', facts: { acceleratorCount: 4 } },
      { line: 11, type: 'local.model', facts: { acceleratorCount: null, model: 'm' } },
      { line: 12, type: 'local.model', facts: { model: 'm' } },
      { line: 14, type: 'local.model', facts: { model: 'm' } },
      { line: 15, type: 'local.model', facts: { model: 'black-forest-labs/FLUX.1-dev' } },
      { line: 16, type: 'local.model', facts: { model: 'all-mpnet-base-v2' } },
      { line: 17, type: 'local.model', facts: { model: 'm.gguf' } },
    ],
  },
  {
    lang: 'python',
    code: `
from transformers import AutoModel
AutoModel.from_pretrained("m", device_map="auto").to("cuda")
AutoModel.from_pretrained("m", device_map="cpu").cuda()
`,
    sees: [],
    rents: [
      { line: 3, type: 'local.model' },
      { line: 4, type: 'local.model' },
    ],
  },
  {
    // On a CPU, or on whatever is there; a tokenizer; tensors; a class of the program's own.
    lang: 'python',
    code: `
import torch
from llama_cpp import Llama
from sentence_transformers import SentenceTransformer
from transformers import AutoModel, AutoTokenizer, pipeline

device = "cuda" if torch.cuda.is_available() else "cpu"
SentenceTransformer("all-MiniLM-L6-v2")
AutoModel.from_pretrained("m").to(device)
pipeline("sentiment-analysis", device=-1)
pipeline("sentiment-analysis")
inputs = AutoTokenizer.from_pretrained("m")("text", return_tensors="pt").to("cuda")
torch.zeros(3).to("cuda")
Llama(model_path="m.gguf", n_gpu_layers=0)

class LLM:
    def __init__(self, model):
        self.model = model

LLM(model="m")
`,
    sees: [],
  },
  {
    // What it runs on is told, and billed, there.
    lang: 'python',
    code: `
import modal
from vllm import LLM
app = modal.App("serve")

@app.cls(gpu="H100")
class Model:
    @modal.enter()
    def load(self):
        self.llm = LLM(model="m")
`,
    sees: [],
    rents: [{ line: 6, type: 'modal.cls', facts: { accelerator: 'H100' } }],
  },
]

/** Parameters in billions: those that work on each token, and all there are. */
export interface Parameters {
  readonly active: number
  readonly total: number
  readonly source: string
}

type Row = readonly [stem: RegExp, active: number, total: number, source: string]

const card = (name: string) => `model card huggingface.co/${name}`

/**
 * Models whose makers publish their size. An id that only resembles one of these is not found: `mistral-large-latest` is
 * another model next month.
 */
const rows: readonly Row[] = [
  [/^llama-?3(-1)?-8b-(instruct|instant|8192)/, 8.03, 8.03, card('meta-llama/Llama-3.1-8B')],
  [/^llama-?3(-[13])?-70b-(instruct|versatile)/, 70.6, 70.6, card('meta-llama/Llama-3.3-70B-Instruct')],
  [/^llama-?3-1-405b-instruct/, 405.9, 405.9, card('meta-llama/Llama-3.1-405B')],
  [/^llama-?3-2-1b-instruct/, 1.24, 1.24, card('meta-llama/Llama-3.2-1B')],
  [/^llama-?3-2-3b-instruct/, 3.21, 3.21, card('meta-llama/Llama-3.2-3B')],
  [/^llama-?4-scout-17b-(16e-)?instruct/, 17, 109, card('meta-llama/Llama-4-Scout-17B-16E')],
  [/^llama-?4-maverick-17b-(128e-)?instruct/, 17, 400, card('meta-llama/Llama-4-Maverick-17B-128E')],
  [/^(open-)?mixtral-8x7b(-instruct|-32768)?/, 12.9, 46.7, card('mistralai/Mixtral-8x7B-v0.1')],
  [/^(open-)?mixtral-8x22b(-instruct)?/, 39.1, 140.6, card('mistralai/Mixtral-8x22B-v0.1')],
  [/^(open-)?mistral-7b(-instruct)?/, 7.25, 7.25, card('mistralai/Mistral-7B-v0.3')],
  [/^(open-)?mistral-nemo(-2407|-instruct-2407)?/, 12.2, 12.2, card('mistralai/Mistral-Nemo-Instruct-2407')],
  [/^mistral-large-(2407|2411)/, 123, 123, card('mistralai/Mistral-Large-Instruct-2407')],
  [/^mistral-small-(24b-instruct-2501|2501|2503|2506)/, 23.6, 23.6, card('mistralai/Mistral-Small-24B-Base-2501')],
  [/^mistral-small-3-[12]-24b-instruct/, 24, 24, card('mistralai/Mistral-Small-3.2-24B-Instruct-2506')],
  [/^codestral-2405/, 22.2, 22.2, card('mistralai/Codestral-22B-v0.1')],
  [/^gpt-oss-120b(-1)?/, 5.1, 116.8, 'OpenAI, gpt-oss model card (arXiv 2508.10925)'],
  [/^gpt-oss-20b(-1)?/, 3.6, 20.9, 'OpenAI, gpt-oss model card (arXiv 2508.10925)'],
  [/^deepseek-(v3(-0324|-1)?|r1(-0528)?)/, 37, 671, card('deepseek-ai/DeepSeek-V3')],
  [/^gemma-?2-9b-it/, 9.24, 9.24, card('google/gemma-2-9b-it')],
  [/^gemma-?2-27b-it/, 27.2, 27.2, card('google/gemma-2-27b-it')],
  [/^qwen3-32b/, 32.8, 32.8, card('Qwen/Qwen3-32B')],
  [/^qwen3-235b-a22b/, 22, 235, card('Qwen/Qwen3-235B-A22B')],
  [/^qwen3-coder-480b-a35b/, 35, 480, card('Qwen/Qwen3-Coder-480B-A35B-Instruct')],
  [/^qwen3-coder-30b-a3b/, 3.3, 30.5, card('Qwen/Qwen3-Coder-30B-A3B-Instruct')],
  [/^command-a-03-2025/, 111, 111, card('CohereLabs/c4ai-command-a-03-2025')],
  [/^command-r-08-2024/, 32.3, 32.3, card('CohereLabs/c4ai-command-r-08-2024')],
  [/^command-r-plus-08-2024/, 104, 104, card('CohereLabs/c4ai-command-r-plus-08-2024')],
  [/^command-r7b-12-2024/, 8.03, 8.03, card('CohereLabs/c4ai-command-r7b-12-2024')],
]

/** `us.meta.llama3-1-70b-instruct-v1:0`, `meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo` → `llama3-1-70b-instruct-v1`, … */
const plain = (id: string) =>
  id
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/^((us|eu|apac|global)\.)?(meta|mistral|openai|deepseek|qwen|google|cohere)\./, '')
    .replace(/^meta-/, '')
    .replace(/[:@](?!\d{4}$).*$/, '')
    .replace('@', '-')
    .replace(/^llama-v(?=\d)/, 'llama-')
    .replace(/(\d)[.p](\d)/g, '$1-$2')

/** What may follow a name and leaves the size as it is; `-1b` is another model, `-latest` may be. */
const sameSize = /^(-(v\d+(-\d+)?|turbo|lite|fp8|hf|tput|instruct|thinking|2507))*$/

/** Undefined where the maker has not said how large it is. */
export function parametersOf(model: string): Parameters | undefined {
  if (model.endsWith('latest')) return undefined
  const id = plain(model)
  const row = rows.find(([stem]) => {
    const found = stem.exec(id)
    return found !== null && sameSize.test(id.slice(found[0].length))
  })
  return row && { active: row[1], total: row[2], source: row[3] }
}

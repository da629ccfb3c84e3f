/** Parameters in billions: those that work on each token, and all there are. */
export interface Parameters {
  readonly active: number
  readonly total: number
  readonly source: string
}

type Row = readonly [stem: RegExp, active: number, total: number, source: string]

const card = (name: string) => `model card huggingface.co/${name}`

/**
 * Models whose makers publish their size, as EcoLogits records it with the page it read (MPL-2.0, ecologits/data/models.json at
 * 5be90da, 2026-03-13); a model it does not record is not here. An id that only resembles one of these is not found: `mistral-large-latest` is
 * another model next month.
 */
const rows: readonly Row[] = [
  [/^llama-?3(-1)?-8b-(instruct|instant|8192)/, 8.03, 8.03, card('meta-llama/Llama-3.1-8B')],
  [/^llama-?3(-[13])?-70b-(instruct|versatile)/, 70.6, 70.6, card('meta-llama/Meta-Llama-3.1-70B')],
  [/^llama-?3-1-405b-instruct/, 405.9, 405.9, card('meta-llama/Llama-3.1-405B')],
  [/^(open-)?mixtral-8x7b(-instruct|-32768)?/, 12.9, 46.7, card('mistralai/Mixtral-8x7B-v0.1')],
  [/^(open-)?mixtral-8x22b(-instruct)?/, 39.1, 140.6, card('mistralai/Mixtral-8x22B-v0.1')],
  [/^(open-)?mistral-7b(-instruct)?/, 7.25, 7.25, card('mistralai/Mistral-7B-v0.3')],
  [/^(open-)?mistral-nemo(-2407|-instruct-2407)?/, 12.2, 12.2, card('mistralai/Mistral-Nemo-Instruct-2407')],
  [/^mistral-large-(2407|2411)/, 123, 123, card('mistralai/Mistral-Large-Instruct-2407')],
  [/^mistral-small-2506/, 23.6, 23.6, 'docs.mistral.ai, models'],
  [/^codestral-2405/, 22.2, 22.2, card('mistralai/Codestral-22B-v0.1')],
  [/^gpt-oss-120b(-1)?/, 5.1, 117, card('openai/gpt-oss-120b')],
  [/^gpt-oss-20b(-1)?/, 3.6, 21, card('openai/gpt-oss-20b')],
  [/^gemma-?2-9b-it/, 9.24, 9.24, card('google/gemma-2-9b-it')],
  [/^gemma-?2-27b-it/, 27.2, 27.2, card('google/gemma-2-27b-it')],
  [/^command-a-03-2025/, 111, 111, 'docs.cohere.com, models'],
  [/^command-r-08-2024/, 32.3, 32.3, 'docs.cohere.com, models'],
  [/^command-r-plus-08-2024/, 104, 104, 'docs.cohere.com, models'],
  [/^command-r7b-12-2024/, 8.03, 8.03, 'docs.cohere.com, models'],
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

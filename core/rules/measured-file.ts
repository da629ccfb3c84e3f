/** Files and folders named after the measuring of models, or of what is built with them: `evals/`, `bigcode_eval/`, `bench.py`. */
const measuring =
  /(^|[/_.-])((\w*_)?eval|\w*lmeval|humaneval\w*|evals|evaluations?|evaluate|evaluators?|benchmarks?|benchmarking|bench|(\w*_)?judges?)([/_.-]|$)/i

/** Work of this kind is waited for by nobody, and what it measures is to stay the same. */
export const isMeasuring = (file: string): boolean => measuring.test(file)

/** `intro_gemini_3_5_flash.ipynb` is about the model it asks. */
export function isAbout(file: string, model: string): boolean {
  const bare = (model.split(/[./](?=[a-z])/).at(-1) ?? model).replace(/[-@:]?(\d{8}|\d{4}-\d\d-\d\d|latest).*$/, '')
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return letters(bare).length >= 6 && letters(file).includes(letters(bare))
}

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

/** It works out how right the answers are, or how far they agree: by name of scikit-learn's. https://scikit-learn.org/stable/api/sklearn.metrics.html */
export const scoresAnswers = (text: string): boolean =>
  /\b(accuracy_score|f1_score|precision_recall_fscore_support|classification_report|confusion_matrix|cohen_kappa_score|matthews_corrcoef)\b/.test(
    text,
  )

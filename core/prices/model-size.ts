// How large an open model is, as its name says.

/** `Llama-3.1-8B-Instruct`, `bge-335m`; not the second number of `30B-A3B`, the part of it that works at a time. */
const size = /(?:^|[-_/:.\s])(\d+(?:\.\d+)?)([bm])(?=$|[-_.:/\s])/i
/** `8x7B`: experts that share parts, so that the product is not the size. */
const mixture = /\d+x\d+(?:\.\d+)?b/i

/** Billions of parameters; undefined where the name does not say. */
export function parametersOf(model: string): number | undefined {
  if (mixture.test(model)) return undefined
  const [, number, unit] = size.exec(model.split('/').at(-1) ?? '') ?? []
  return number === undefined ? undefined : Number(number) / (/m/i.test(unit ?? '') ? 1000 : 1)
}

/** Its weights are written in fewer bits than 16 already. */
export const isQuantised = (model: string): boolean =>
  /awq|gptq|gguf|bnb|\bint[48]|[48]-?bit|fp[48]|\bq[2-8]_|w[48]a/i.test(model)

/** GB of the weights, two bytes each. */
export const weightsOf = (parameters: number): number => parameters * 2

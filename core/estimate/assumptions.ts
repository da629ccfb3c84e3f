// What an estimate takes where the source cannot tell. Each is shown with the figure it shaped, and can be set in
// outlay.json under `assume`.

/**
 * Length of a typical chat answer. LMSYS-Chat-1M, one million conversations with 25 models: 214.5 tokens per response on
 * average (Zheng et al. 2023, table 1). https://arxiv.org/abs/2309.11998
 */
export const typicalAnswer = { tokens: 215, from: 'mean answer in LMSYS-Chat-1M (arXiv 2309.11998)' } as const

export interface DocumentedDefault {
  readonly size?: string
  readonly quality?: string
  readonly seconds?: number
  readonly source: string
}

/** What an API makes where the call does not say. The GPT image models choose for themselves (`auto`), so that any price is possible. */
const defaults: readonly (DocumentedDefault & { readonly models: RegExp })[] = [
  {
    models: /^dall-e-[23]$/,
    size: '1024x1024',
    quality: 'standard',
    source: 'https://platform.openai.com/docs/api-reference/images/create',
  },
  {
    models: /^sora-2/,
    size: '720x1280',
    seconds: 4,
    source: 'https://platform.openai.com/docs/api-reference/videos/create',
  },
]

export const documentedDefaults = ({ id }: { readonly id: string }): DocumentedDefault | undefined =>
  defaults.find(({ models }) => models.test(id))

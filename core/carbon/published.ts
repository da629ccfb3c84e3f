import type { Provider, PublishedFigure } from '../types.ts'

interface Row {
  readonly providers: readonly Provider[]
  readonly models: RegExp
  readonly figure: PublishedFigure
}

const rows: readonly Row[] = [
  {
    providers: ['google', 'vertex'],
    models: /^gemini-2[.-]/, // the study is of May 2025
    figure: {
      what: 'median text prompt to the Gemini apps',
      wh: 0.24,
      gCO2e: 0.03,
      waterMl: 0.26,
      scope: 'full stack of the service; emissions market-based',
      source: 'Google, Measuring the environmental impact of delivering AI at Google scale',
      date: '2025-08-21',
    },
  },
  {
    providers: ['openai', 'azure-openai'],
    models: /^(chatgpt-|gpt-)4o/, // what ChatGPT ran on then
    figure: {
      what: 'average query to ChatGPT',
      wh: 0.34,
      gCO2e: undefined,
      waterMl: 0.32,
      scope: 'a statement without a method',
      source: 'Sam Altman, The Gentle Singularity',
      date: '2025-06',
    },
  },
  {
    providers: ['mistral', 'azure-openai', 'vertex', 'bedrock'],
    models: /mistral-large[-@]2407/,
    figure: {
      what: 'answer of 400 tokens by Mistral Large 2',
      wh: undefined,
      gCO2e: 1.14,
      waterMl: 45,
      scope: 'life cycle, the hardware upstream and a share of the training counted',
      source: 'Mistral AI with Carbone 4 and ADEME, life-cycle analysis',
      date: '2025-07-22',
    },
  },
]

/** What the vendor of a model says of the service nearest to it; of another scope than an estimate. */
export const publishedFor = (provider: Provider, model: string): PublishedFigure | undefined =>
  rows.find((row) => row.providers.includes(provider) && row.models.test(model))?.figure

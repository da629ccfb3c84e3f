// https://azure.microsoft.com/pricing/details/cognitive-services/: what an account of each kind is billed for, beside nothing for itself.

/** Billed up to so many units at each item, the last without an end. */
export type Tiers = readonly (readonly [upTo: number, item: string])[]

export interface Part {
  readonly label: string
  readonly unit: string
  /** The name by which `usage` tells how much. */
  readonly quantity: string
  readonly of: string | Tiers
  /** Shown only where it is told: most accounts have none of it. */
  readonly rare?: true
}

const million = 1_000_000

/** Item names of tiers as the book has them: `text record to 500000`, the last `text record above 10000000`. */
const tiersOf = (item: string, ends: readonly number[]): Tiers => [
  ...ends.map((end) => [end, `${item} to ${end}`] as const),
  [Number.POSITIVE_INFINITY, `${item} above ${ends.at(-1)}`],
]

const speech: readonly Part[] = [
  { label: 'Speech to text', unit: 'hour', quantity: 'speechHours', of: 'speech to text' },
  { label: 'Neural speech', unit: 'character', quantity: 'neuralCharacters', of: 'neural speech' },
  { label: 'Batch transcription', unit: 'hour', quantity: 'batchHours', of: 'batch transcription', rare: true },
  { label: 'Translated speech', unit: 'hour', quantity: 'translatedHours', of: 'speech translation', rare: true },
  { label: 'Custom speech to text', unit: 'hour', quantity: 'customHours', of: 'custom speech to text', rare: true },
  { label: 'Custom endpoints', unit: 'hour', quantity: 'endpointHours', of: 'custom speech endpoint', rare: true },
]

const language: readonly Part[] = [
  {
    label: 'Text records',
    unit: 'record',
    quantity: 'textRecords',
    of: tiersOf('text record', [million / 2, 2.5 * million, 10 * million]),
  },
  { label: 'Custom text records', unit: 'record', quantity: 'customTextRecords', of: 'custom text record', rare: true },
]

const translation: readonly Part[] = [
  { label: 'Characters', unit: 'character', quantity: 'characters', of: 'translation S1' },
  { label: 'Documents', unit: 'character', quantity: 'documentCharacters', of: 'document translation S1', rare: true },
]

/** Those of so many characters a month, at a price by the day. */
const translationInclusive = (sku: string): readonly Part[] => [
  { label: 'Further characters', unit: 'character', quantity: 'characters', of: `translation overage ${sku}` },
]

const vision: readonly Part[] = [
  {
    label: 'Images, group 1',
    unit: 'request',
    quantity: 'requests',
    of: tiersOf('image analysis 1', [million, 10 * million, 100 * million]),
  },
  {
    label: 'Images, group 2',
    unit: 'request',
    quantity: 'describedImages',
    of: tiersOf('image analysis 2', [million]),
    rare: true,
  },
]

const face: readonly Part[] = [
  {
    label: 'Transactions',
    unit: 'request',
    quantity: 'requests',
    of: tiersOf('face', [million, 5 * million, 100 * million]),
  },
]

const documents: readonly Part[] = [
  { label: 'Pages read', unit: 'page', quantity: 'readPages', of: tiersOf('page read', [million]) },
  { label: 'Pages, prebuilt models', unit: 'page', quantity: 'prebuiltPages', of: 'page of a prebuilt model' },
  { label: 'Pages, custom models', unit: 'page', quantity: 'customPages', of: 'page of a custom model', rare: true },
]

const safety: readonly Part[] = [
  { label: 'Text records', unit: 'record', quantity: 'textRecords', of: 'safety text record' },
  { label: 'Images', unit: 'request', quantity: 'requests', of: 'safety image' },
]

/** By kind and size of an account, as the provider writes them; the kinds that are not here have no single price of a call. */
export const partsOf: Readonly<Record<string, readonly Part[]>> = {
  'SpeechServices S0': speech,
  'TextAnalytics S': language,
  'TextTranslation S1': translation,
  ...Object.fromEntries(['S2', 'S3', 'S4'].map((sku) => [`TextTranslation ${sku}`, translationInclusive(sku)])),
  'ComputerVision S1': vision,
  'Face S0': face,
  'FormRecognizer S0': documents,
  'ContentSafety S0': safety,
  'CustomVision.Prediction S0': [
    { label: 'Predictions', unit: 'request', quantity: 'requests', of: 'custom vision prediction' },
  ],
  'CustomVision.Training S0': [
    { label: 'Training', unit: 'hour', quantity: 'trainingHours', of: 'custom vision training' },
  ],
}

/** Kinds and sizes that are billed by the day, used or not. */
export const daily: readonly string[] = ['TextTranslation S2', 'TextTranslation S3', 'TextTranslation S4']

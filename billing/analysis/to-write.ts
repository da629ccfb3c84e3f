/** What an analysis rests on that nobody has written yet, and what to write. */
export interface ToWrite {
  readonly because: string
  /** A member of the object `spend` of outlay.json, as an example. */
  readonly write: string
}

export const toWrite = {
  budgets: {
    because: 'There is no budget',
    write: '"budgets": [{ "name": "all", "amount": 1000, "period": "month" }]',
  },
  allocation: {
    because: 'There is no rule',
    write:
      '"allocation": [{ "name": "support", "where": { "service": "AWS Support" }, "to": "tag:team", "by": "even" }]',
  },
  tags: {
    because: 'No tag is named that spend should carry',
    write: '"tags": ["team"]',
  },
  metrics: {
    because: 'No business metric is told to divide the spend by',
    write: '"metrics": [{ "name": "requests", "unit": "request", "value": 120000, "per": "month" }]',
  },
} as const satisfies Readonly<Record<string, ToWrite>>

export const writtenWords = ({ because, write }: ToWrite): string =>
  `${because}: write one in outlay.json, "spend": { ${write} }.`

import type { SpendSettings } from '../core/config/spend.ts'

/** What the demo company's outlay.json (samples/outlay.json) says of its spend: the project's own is not about the demo's money. */
export const demoSettings: SpendSettings = {
  budgets: [
    { name: 'all', amount: 9000, period: 'month', thresholds: { actual: [50, 80, 100], forecast: [100] } },
    {
      name: 'models',
      amount: 3000,
      period: 'month',
      where: { service: ['Claude API', 'OpenAI API'] },
      thresholds: { actual: [50, 80, 100], forecast: [100] },
    },
  ],
  allocation: [
    {
      name: 'training and storage',
      where: { 'tag:project': 'harbor-answers' },
      to: 'tag:project',
      by: 'proportional',
      among: ['answers-api', 'summariser', 'evaluation'],
    },
  ],
  metrics: [
    { name: 'answers', unit: 'answer', value: 120000, per: 'month', where: { 'tag:project': 'answers-api' } },
    { name: 'customers', unit: 'customer', value: 340 },
    { name: 'revenue', is: 'revenue', value: 21000, per: 'month' },
  ],
  tags: ['project', 'team'],
}

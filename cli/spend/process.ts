// Entry point of the billing process: dist/billing.mjs, forked by the extension and the command line.
import { answerParent } from '../../billing/process.ts'

answerParent(async () => (await import('../price-book.ts')).loadPriceBook())

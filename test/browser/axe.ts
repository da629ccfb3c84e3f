import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What of the page some people cannot use, of whatever weight; tests expect none. */
export async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

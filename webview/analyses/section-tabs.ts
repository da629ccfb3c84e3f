import { html, type TemplateResult } from 'lit'
import { type Section, sections } from './section.ts'

/** https://www.w3.org/WAI/ARIA/apg/patterns/tabs/: arrows move, Enter or Space opens, as what opens is asked for then. */
export function sectionTabs(open: Section, choose: (section: Section) => void): TemplateResult {
  return html`<div class="sections" role="tablist" aria-label="Views of the spend" @keydown=${move}>
    ${sections.map((section) => {
      const isOpen = section === open
      return html`<button type="button" role="tab" id="section-${section.id}" aria-controls="section" aria-selected=${isOpen} tabindex=${isOpen ? 0 : -1} @click=${() => choose(section)}>${section.name}</button>`
    })}
  </div>`
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

function move(event: KeyboardEvent): void {
  const step = steps[event.key]
  if (!step || !(event.currentTarget instanceof HTMLElement)) return
  const tabs = [...event.currentTarget.querySelectorAll('button')]
  const at = tabs.indexOf(event.target as HTMLButtonElement)
  tabs[step(Math.max(0, at), tabs.length)]?.focus()
  event.preventDefault()
}

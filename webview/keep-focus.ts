/** What has the focus inside of a root, before it is drawn anew. */
export const focused = (root: DocumentOrShadowRoot, within: Node): HTMLElement | undefined =>
  root.activeElement instanceof HTMLElement && within.contains(root.activeElement) ? root.activeElement : undefined

/**
 * A button that is gone, or that can be pressed no more, leaves whoever works by keyboard at the top of the page: the focus
 * goes on to the first thing there is of `instead`.
 */
export function keepFocus(before: HTMLElement | undefined, root: ParentNode, ...instead: readonly string[]): void {
  if (!before || (before.isConnected && !before.matches(':disabled, [disabled]'))) return
  const next = instead.map((selector) => root.querySelector<HTMLElement>(selector)).find((found) => found !== null)
  if (!next) return
  // A button of the toolkit takes the focus once it is drawn itself.
  const drawn = 'updateComplete' in next ? (next.updateComplete as Promise<unknown>) : Promise.resolve()
  void drawn.then(() => next.focus())
}

/** Colours of the running theme, read from the variables VS Code sets. ECharts computes with colours, so it needs values, not variables. */
export interface Theme {
  readonly foreground: string
  readonly muted: string
  readonly lines: string
  readonly background: string
  readonly border: string
  readonly font: string
  readonly series: readonly string[]
  readonly highContrast: boolean
}

// Orange last: VS Code's own dark theme makes it a brown that hardly shows.
const names = ['blue', 'yellow', 'green', 'purple', 'red', 'orange']

export function readTheme(): Theme {
  const style = getComputedStyle(document.body)
  const variable = (name: string, fallback: string) => style.getPropertyValue(`--vscode-${name}`).trim() || fallback
  const foreground = variable('foreground', style.color)
  const highContrast =
    document.body.classList.contains('vscode-high-contrast') ||
    document.body.classList.contains('vscode-high-contrast-light')
  return {
    foreground,
    muted: highContrast ? foreground : variable('descriptionForeground', foreground),
    lines: variable('editorWidget-border', variable('panel-border', foreground)),
    background: variable('editorHoverWidget-background', variable('editor-background', 'transparent')),
    border: variable(highContrast ? 'contrastBorder' : 'editorHoverWidget-border', foreground),
    font: variable('font-family', 'sans-serif'),
    series: names.map((name) => variable(`charts-${name}`, foreground)),
    highContrast,
  }
}

/** VS Code swaps classes and variables in place when the user changes the theme. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.body, { attributeFilter: ['class'] })
  observer.observe(document.documentElement, { attributeFilter: ['style'] })
  return () => observer.disconnect()
}

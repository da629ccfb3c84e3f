import { css } from 'lit'

/** Colours only through the variables of the theme. */
export const styles = css`
  :host { display: block; max-inline-size: 1500px; padding-block: 16px 32px; }
  h1, h2 { color: var(--vscode-foreground); font-weight: 600; margin: 0; }
  h1 { font-size: 1.5em; }
  h2 { font-size: 1.15em; margin-block-end: 8px; }
  p { margin: 0; }
  .muted { color: var(--vscode-descriptionForeground); }
  .row { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; }
  .grow { flex: 1; }
  .columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 28px 40px; margin-block-start: 20px; }
  @media (min-width: 1000px) {
    .columns { grid-template-columns: minmax(0, 2fr) minmax(280px, 1fr); }
  }
  header { padding-block-end: 12px; border-block-end: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }

  .totals { display: flex; flex-wrap: wrap; gap: 12px 40px; margin-block-end: 12px; }
  .amount { font-size: 2em; line-height: 1.2; font-variant-numeric: tabular-nums; }
  .section { margin-block-end: 24px; }
  .note { margin-block-start: 8px; padding-inline-start: 10px; border-inline-start: 3px solid var(--vscode-editorInfo-foreground, currentColor); }
  .note.warning { border-color: var(--vscode-editorWarning-foreground, currentColor); }
  .error {
    margin-block-start: 12px; padding: 8px 12px; display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center;
    border: 1px solid var(--vscode-inputValidation-errorBorder, var(--vscode-errorForeground));
    background: var(--vscode-inputValidation-errorBackground, transparent);
    color: var(--vscode-inputValidation-errorForeground, var(--vscode-foreground));
  }
  .busy { margin-block-start: 12px; }
  
  .empty { padding-block-end: 24px; max-inline-size: 640px; }
  .empty p { margin-block-end: 12px; }

  /* A shadow at the end tells that there is more; what scrolls along covers it where there is none. */
  .scroll {
    overflow: auto; max-block-size: 420px;
    background:
      linear-gradient(to left, var(--vscode-editor-background) 30%, transparent) right / 40px 100% no-repeat local,
      linear-gradient(to left, color-mix(in srgb, var(--vscode-foreground) 30%, transparent), transparent) right / 12px 100% no-repeat;
  }
  .scroll:focus-visible, button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
  table { border-collapse: collapse; inline-size: 100%; font-variant-numeric: tabular-nums; }
  th, td { padding: 3px 12px 3px 4px; text-align: end; white-space: nowrap; }
  th:first-child, td:first-child, tbody th { text-align: start; font-weight: normal; }
  thead th { position: sticky; inset-block-start: 0; padding-block: 0; white-space: normal; vertical-align: bottom; background: var(--vscode-editor-background); box-shadow: inset 0 -1px var(--vscode-panel-border, var(--vscode-contrastBorder, currentColor)); }
  tfoot td, tfoot th:first-child { position: sticky; inset-block-end: 0; font-weight: 600; background: var(--vscode-editor-background); box-shadow: inset 0 1px var(--vscode-panel-border, var(--vscode-contrastBorder, currentColor)); }
  tbody tr:hover { background: var(--vscode-list-hoverBackground); outline: 1px dashed var(--vscode-contrastActiveBorder, transparent); outline-offset: -1px; }
  td.provisional, th.provisional { font-style: italic; }
  button { font: inherit; color: inherit; background: none; border: 0; padding: 4px 0; cursor: pointer; }
  thead button { font-weight: 600; text-align: inherit; max-inline-size: 9em; }
  button.link { color: var(--vscode-textLink-foreground); padding: 0; text-align: start; overflow-wrap: anywhere; }
  button.link:hover { color: var(--vscode-textLink-activeForeground); text-decoration: underline; }
  .arrow { display: inline-block; inline-size: 12px; margin-inline-end: -12px; text-align: center; }

  .sites { list-style: none; margin: 12px 0 0; padding: 0; }
  .sites li { padding-block: 8px; border-block-start: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }
  .sites .figures { display: flex; flex-wrap: wrap; gap: 0 16px; font-variant-numeric: tabular-nums; }
  .accounts { list-style: none; margin: 0; padding: 0; }
  .accounts li { padding-block: 8px; border-block-start: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }
  .accounts .row { flex-wrap: nowrap; align-items: start; }
  .accounts .mark.failed { color: var(--vscode-errorForeground); }
  .accounts .mark.read { color: var(--vscode-charts-green, currentColor); }
  .note.failed { border-color: var(--vscode-errorForeground); overflow-wrap: anywhere; }
  .tabs { margin-block-start: 12px; }

  .sections { display: flex; flex-wrap: wrap; gap: 0 16px; border-block-end: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }
  .sections button { padding-block: 8px 6px; border-block-end: 2px solid transparent; color: var(--vscode-panelTitle-inactiveForeground, inherit); }
  .sections button[aria-selected=true] { color: var(--vscode-panelTitle-activeForeground, inherit); border-color: var(--vscode-panelTitle-activeBorder, currentColor); }
  .sections button:hover { color: var(--vscode-panelTitle-activeForeground, inherit); }
  .analyses { margin-block-start: 20px; max-inline-size: 1200px; }
  .analyses > section { margin-block-end: 32px; }
  .caption { margin-block: 16px 4px; font-weight: 600; }
  .plain { list-style: none; margin: 0 0 12px; padding: 0; }
  .plain li { padding-block: 8px; max-inline-size: 640px; }
  th.words, td.words { text-align: start; }
  td.words { white-space: normal; min-inline-size: 8em; }
  td.long { min-inline-size: 16em; }
  vscode-single-select { inline-size: 13em; max-inline-size: 100%; }
  h3 { font-size: 1em; font-weight: 600; margin: 12px 0 4px; }
  pre { overflow: auto; margin: 8px 0; padding: 8px 12px; font-family: var(--vscode-editor-font-family, monospace); border: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, currentColor)); }
  pre:focus-visible, summary:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: -1px; }
  summary { cursor: pointer; padding-block: 4px; }
  .missing { max-inline-size: 720px; }
  .low { block-size: 180px; }
  .meter { display: block; inline-size: 100%; block-size: 12px; margin-block: 6px 4px; }
  .meter .whole { fill: none; stroke: var(--vscode-contrastBorder, var(--vscode-editorWidget-border, currentColor)); }
  .meter .known { fill: var(--vscode-charts-blue, currentColor); }
  .meter .over { fill: var(--vscode-charts-red, currentColor); }
  .meter .expected { fill: var(--vscode-charts-blue, currentColor); opacity: 0.4; }
  .meter line { stroke: var(--vscode-foreground, currentColor); stroke-width: 2; }
`

// https://code.visualstudio.com/api/extension-guides/webview#content-security-policy
export interface PanelPage {
  /** Fresh for each page. */
  readonly nonce: string
  /** `webview.cspSource` in VS Code, `'self'` elsewhere. */
  readonly cspSource: string
  readonly scriptUri: string
  readonly styleUri: string
  /** Name of the one element of the page; left out, the panel. */
  readonly element?: string
  readonly title?: string
}

/** The whole page of the panel or of another view: set once, everything after it goes by messages. */
export function panelHtml({ nonce, cspSource, scriptUri, styleUri, ...page }: PanelPage): string {
  const { element = 'outlay-panel', title = 'Outlay: spend and estimate' } = page
  const policy = [
    `default-src 'none'`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    `font-src ${cspSource}`,
    `img-src ${cspSource}`,
  ].join('; ')
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escape(title)}</title>
    <link rel="stylesheet" href="${escape(styleUri)}">
  </head>
  <body>
    <main><${element}></${element}></main>
    <script nonce="${escape(nonce)}" src="${escape(scriptUri)}"></script>
  </body>
</html>
`
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** The editor's `http.*` settings. */
export interface ProxySettings {
  readonly proxy: string
  readonly support: string
  readonly noProxy: readonly string[]
}

/** Variables that say to the refreshing process what the editor's settings say; none where they leave it to the environment. */
export function proxyVariables({ proxy, support, noProxy }: ProxySettings): Readonly<Record<string, string>> {
  if (support === 'off') return { https_proxy: '', all_proxy: '' }
  return {
    ...(noProxy.length > 0 && { no_proxy: noProxy.join(',') }),
    ...(proxy.trim() !== '' && { https_proxy: proxy.trim() }),
  }
}

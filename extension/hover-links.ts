import * as vscode from 'vscode'
import type { CostedSite, Finding, Result } from '../core/types.ts'
import { titleOf } from './code-actions.ts'

const commands = ['simulate', 'explain', 'setVolume', 'openPanel', 'applyFix'].map((name) => `outlay.${name}`)

/** What one can do about a cost, below what is told of it: mend it, try it otherwise, read more, say how often it is called. */
export function hoverLinks(
  file: string,
  { site }: CostedSite,
  { findings }: Pick<Result, 'findings'>,
  docs: (rule: string) => vscode.Uri,
): vscode.MarkdownString {
  const target = { file, key: site.key }
  const own = findings.filter((finding) => finding.site === site.key && !finding.suppressed)
  const rules = own.map((finding) => {
    const fixes = finding.fixes.map((fix) =>
      link(titleOf(fix, finding), 'applyFix', { ...target, rule: finding.rule, title: fix.title }),
    )
    return `$(lightbulb) ${[`[${finding.rule}](${docs(finding.rule).toString()})`, ...fixes].join(' · ')}`
  })
  const doing = [
    link(vscode.l10n.t('Simulate…'), 'simulate', target),
    link(vscode.l10n.t('Explain'), 'explain', target),
    ...(site.kind === 'model-call' ? [link(vscode.l10n.t('Set volume'), 'setVolume', target)] : []),
    link(vscode.l10n.t('Open panel'), 'openPanel'),
  ]
  const text = new vscode.MarkdownString([...rules, doing.join(' · ')].join('\n\n'), true)
  text.isTrusted = { enabledCommands: commands }
  return text
}

function link(text: string, command: string, argument?: object): string {
  const given = argument ? `?${encodeURIComponent(JSON.stringify([argument]))}` : ''
  return `[${text.replace(/[\\[\]*_`<>|~]/g, '\\$&')}](command:outlay.${command}${given})`
}

/** The finding and the fix a link was made of, as they are now; undefined where the file has gone on. */
export function linkedFix(
  link: { readonly key?: unknown; readonly rule?: unknown; readonly title?: unknown },
  findings: readonly Finding[],
) {
  const finding = findings.find(({ site, rule }) => site === link.key && rule === link.rule)
  return finding?.fixes.find(({ title }) => title === link.title)
}

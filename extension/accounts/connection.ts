import * as vscode from 'vscode'
import type { SourceInfo } from '../../billing/describe.ts'
import type { Connection } from '../../billing/runner.ts'
import type { Credentials, Scope } from '../../billing/source.ts'
import { spendAddresses } from '../settings.ts'
import type { Account } from './account.ts'
import type { Keys } from './keys.ts'

/** A sentence: why there is nothing to ask with. */
export interface Unconnected {
  readonly message: string
}

/** @param asked somebody waits for it, and may be asked to sign in */
export async function connectionOf(
  account: Account,
  info: SourceInfo,
  keys: Keys,
  scope: Scope,
  asked: boolean,
): Promise<Connection | Unconnected> {
  const signed = await signedIn(account, info, asked)
  if ('message' in signed) return signed
  const { signIn, values, id, source } = account
  return {
    credentials: { ...values, ...(await keys.read(id)), ...signed.credentials },
    ...(signIn && signIn.with !== 'microsoft' ? { signIn } : {}),
    base: spendAddresses()[id] ?? spendAddresses()[source] ?? account.base,
    scope,
  }
}

/** What the editor itself makes: an access token of the Microsoft account, each time anew. It is kept by the editor alone. */
async function signedIn(
  { signIn }: Account,
  info: SourceInfo,
  asked: boolean,
): Promise<{ readonly credentials: Credentials } | Unconnected> {
  if (signIn?.with !== 'microsoft') return { credentials: {} }
  const way = info.needs.signIns?.find((each) => each.with === 'microsoft')
  if (way?.with !== 'microsoft') return { credentials: {} }
  const scopes = [...way.scopes, ...(signIn.tenant ? [`VSCODE_TENANT:${signIn.tenant}`] : [])]
  const session = await vscode.authentication
    .getSession('microsoft', scopes, asked ? { createIfNone: true } : { silent: true })
    .then(
      (found) => found,
      () => undefined,
    )
  if (session) return { credentials: { [way.field]: session.accessToken } }
  return { message: vscode.l10n.t('{0} needs your Microsoft account: sign in, then retry.', info.name) }
}

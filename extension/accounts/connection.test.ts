import { beforeEach, expect, test, vi } from 'vitest'
import type { SourceInfo } from '../../billing/describe.ts'
import type { Account } from './account.ts'
import { connectionOf } from './connection.ts'

const getSession = vi.hoisted(() => vi.fn())
const addresses = vi.hoisted(() => ({ now: {} }))
vi.mock('vscode', () => ({
  authentication: { getSession },
  l10n: { t: (text: string, ...values: string[]) => text.replaceAll(/\{(\d)\}/g, (_, i) => values[Number(i)] ?? '') },
  workspace: { getConfiguration: () => ({ get: () => addresses.now }) },
}))

const info: SourceInfo = {
  id: 'azure-cost-management',
  name: 'Azure Cost Management',
  reads: 'Azure Cost Management',
  needs: {
    fields: [{ id: 'token', label: 'an access token', secret: true, env: 'AZURE_ACCESS_TOKEN' }],
    scope: 'Cost Management Reader',
    link: 'https://learn.microsoft.com',
    signIns: [{ with: 'microsoft', field: 'token', scopes: ['https://management.azure.com/.default'] }],
  },
  isOwn: false,
  byAccount: true,
  tells: [],
}
const account: Account = { id: info.id, source: info.id, values: {}, signIn: { with: 'microsoft' } }
const keys = { read: async () => ({}), write: async () => undefined, remove: async () => undefined }
const scope = { accounts: ['/subscriptions/1'] }
const connected = (own: Account, asked: boolean) => connectionOf(own, info, keys, scope, asked)

beforeEach(() => {
  getSession.mockReset()
  addresses.now = {}
})

test('the Microsoft account makes an access token, of another tenant where one was named; it is asked for anew each time', async () => {
  getSession.mockResolvedValue({ accessToken: 'eyJ.a' })
  expect(await connected(account, true)).toEqual({ credentials: { token: 'eyJ.a' }, base: undefined, scope })
  await connected({ ...account, signIn: { with: 'microsoft', tenant: 'contoso.example' } }, true)
  expect(getSession.mock.calls).toEqual([
    ['microsoft', ['https://management.azure.com/.default'], { createIfNone: true }],
    ['microsoft', ['https://management.azure.com/.default', 'VSCODE_TENANT:contoso.example'], { createIfNone: true }],
  ])
})

test('what is read by itself asks nobody to sign in, and says that somebody should', async () => {
  getSession.mockResolvedValue(undefined)
  const message = 'Azure Cost Management needs your Microsoft account: sign in, then retry.'
  expect(await connected(account, false)).toEqual({ message })
  expect(getSession.mock.calls[0]![2]).toEqual({ silent: true })
  getSession.mockRejectedValue(new Error('User did not consent to login.'))
  expect(await connected(account, true)).toEqual({ message })
})

test('a profile goes to the billing process, keys come from the secret storage, an address from the settings', async () => {
  addresses.now = { 'azure-cost-management': 'https://proxy.example' }
  const own: Account = {
    ...account,
    signIn: { with: 'aws', profile: 'work' },
    values: { region: 'eu' },
    base: 'https://x',
  }
  const withKeys = { ...keys, read: async () => ({ secret: 's' }) }
  expect(await connectionOf(own, info, withKeys, {}, false)).toEqual({
    credentials: { region: 'eu', secret: 's' },
    signIn: { with: 'aws', profile: 'work' },
    base: 'https://proxy.example',
    scope: {},
  })
  expect(getSession).not.toHaveBeenCalled()
})

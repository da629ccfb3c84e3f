import { expect, test } from 'vitest'
import { source as aws } from '../../billing/sources/aws-cost-explorer.ts'
import { source as azure } from '../../billing/sources/azure-cost-management.ts'
import { source as google } from '../../billing/sources/google-bigquery.ts'
import { fromEnvironment, isComplete } from './environment.ts'

const keys = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 's' }

test('keys in the environment go before a profile', () => {
  expect(fromEnvironment(aws, { ...keys, AWS_PROFILE: 'work' }, true)).toEqual({
    source: aws,
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 's' },
  })
})

test('a source that is named is signed in to with the profile, or the one named default', () => {
  const work = fromEnvironment(aws, { AWS_PROFILE: 'work' }, true)
  expect(work.signIn).toEqual({ with: 'aws', profile: 'work' })
  expect(isComplete(work)).toBe(true)
  expect(fromEnvironment(aws, {}, true).signIn).toEqual({ with: 'aws', profile: 'default' })
  expect(fromEnvironment(azure, {}, true).signIn).toEqual({ with: 'azure' })
})

test('without being named, a source is signed in to only where the environment tells of it', () => {
  expect(isComplete(fromEnvironment(aws, {}, false))).toBe(false)
  expect(isComplete(fromEnvironment(azure, {}, false))).toBe(false)
  expect(isComplete(fromEnvironment(aws, { AWS_PROFILE: 'work' }, false))).toBe(true)
})

test('what a sign-in does not make is still needed', () => {
  const signedIn = fromEnvironment(google, { GOOGLE_APPLICATION_CREDENTIALS: '/adc.json' }, false)
  expect(signedIn.signIn).toEqual({ with: 'google' })
  expect(isComplete(signedIn)).toBe(false)
  const table = google.needs.fields.find(({ secret, optional }) => !secret && !optional)!
  const named = fromEnvironment(google, { GOOGLE_APPLICATION_CREDENTIALS: '/adc.json', [table.env]: 'p.d.t' }, false)
  expect(isComplete(named)).toBe(true)
})

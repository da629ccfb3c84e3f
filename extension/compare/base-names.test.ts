import { expect, it } from 'vitest'
import { commitsOf, namesOf } from './base-names.ts'

const api = { root: '/w/api', name: 'main', commit: '0123456789' }
const web = { root: '/w/web', name: 'main', commit: 'abcdef0123' }

it('says a name once where all repositories have it, and of each its own where they have not', () => {
  expect(namesOf([api])).toBe('main')
  expect(namesOf([api, web])).toBe('main')
  expect(namesOf([api, { ...web, name: 'master' }])).toBe('api: main, web: master')
  expect(namesOf([])).toBe('')
})

it('tells the commits of two repositories apart, though they have one name', () => {
  expect(commitsOf([api])).toBe('0123456')
  expect(commitsOf([api, web])).toBe('api: 0123456, web: abcdef0')
})

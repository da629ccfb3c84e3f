import { expect, it } from 'vitest'
import { assigned } from './assigned-spreads.mjs'

it.each([
  ['return{...whole,part}', 'return Object.assign({},whole,{part})'],
  ['f=whole=>({...whole,part:1})', 'f=whole=>(Object.assign({},whole,{part:1}))'],
  ['made={first,...whole,part,...more}', 'made=Object.assign({first},whole,{part},more)'],
  ['made={...whole,...more,}', 'made=Object.assign({},whole,more)'],
  ['made={...(is?{a}:{}),["b"+c]:1}', 'made=Object.assign({},(is?{a}:{}),{["b"+c]:1})'],
  [
    'made={ ...whole , inner : { ...part , a } }',
    'made=Object.assign({},whole,{ inner : Object.assign({},part,{ a})})',
  ],
  ['made={...f({...one,a}),b}', 'made=Object.assign({},f(Object.assign({},one,{a})),{b})'],
])('an object with more after one that is spread into it is assigned: %s', (text, built) => {
  const script = text.startsWith('return') ? `function f(){${text}}` : text
  expect(assigned(script)).toBe(text.startsWith('return') ? `function f(){${built}}` : built)
})

it.each([
  'made={...whole}',
  'made={part,...whole}',
  '({part,...rest}=whole)',
  'f=({part,...rest})=>rest',
  'f(...all,1)',
])('what is made fast stays, and so does what takes an object apart: %s', (text) => {
  expect(assigned(text)).toBe(text)
})

it('a part that is bound to its object stays in it', () => {
  for (const text of [
    'made={...whole,get a(){return 1}}',
    'made={...whole,a(){return super.a}}',
    'made={...whole,__proto__:null}',
  ])
    expect(assigned(text)).toBe(text)
})

it('what comes of it is the same, in the same order', () => {
  const text =
    'return JSON.stringify({ a: 1, ...{ b: 2, a: 3 }, c: 4, ...undefined, ...(x ? { d: 5 } : {}), b: [{ ...{ e: 6 }, f: 7 }] })'
  for (const x of [true, false]) expect(new Function('x', assigned(text))(x)).toBe(new Function('x', text)(x))
})

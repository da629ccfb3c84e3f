// V8 11.3, which Node 20 has, makes each `{ ...whole, part: 1 }` a hidden class of its own: that takes 2 microseconds where
// `Object.assign({}, whole, { part: 1 })` takes 0.1, leaves garbage that only a full collection takes, and whatever reads such objects looks
// each field up. What is written as the one is shipped as the other. V8 13.6, of Node 24, does both alike: then this file can go.
import { readFileSync, writeFileSync } from 'node:fs'
import typescript from 'typescript'

/** Of what is built into files of Node. */
export const assignedSpreads = {
  name: 'assigned-spreads',
  setup(builder) {
    builder.initialOptions.metafile = true
    builder.onEnd(({ metafile }) => {
      for (const file of Object.keys(metafile?.outputs ?? {}).filter((name) => /\.m?js$/.test(name)))
        writeFileSync(file, assigned(readFileSync(file, 'utf8')))
    })
  },
}

/** A script in which each object that is spread into another, with more after it, is assigned to it. */
export function assigned(text) {
  const edits = []
  const look = (node) => {
    if (typescript.isObjectLiteralExpression(node)) edits.push(...editsOf(node, text))
    typescript.forEachChild(node, look)
  }
  look(typescript.createSourceFile('built.js', text, typescript.ScriptTarget.Latest))
  let [made, done] = ['', 0]
  for (const { from, to, put } of edits.sort((a, b) => a.from - b.from)) {
    made += text.slice(done, from) + put
    done = to
  }
  return made + text.slice(done)
}

/** Only its own braces, commas and dots: what stands between them may hold others. */
function editsOf({ properties, end }, text) {
  const first = properties.findIndex(typescript.isSpreadAssignment)
  // One that ends with all it spreads is made fast, and is the only kind that may stand on the left of an assignment.
  if (first < 0 || first === properties.length - 1 || properties.some(isBound)) return []
  const open = properties.pos - 1
  // `return{...whole,part}`
  const space = /[\w$]/.test(text[open - 1] ?? '') ? ' ' : ''
  const edits = [{ from: open, to: open + 1, put: `${space}Object.assign({` }]
  properties.forEach((property, at) => {
    if (at < first) return
    const before = at > 0 ? properties[at - 1] : undefined
    const isSpread = typescript.isSpreadAssignment(property)
    const closes = before === undefined || !typescript.isSpreadAssignment(before) ? '}' : ''
    const from = before ? before.end : properties.pos
    if (isSpread) edits.push({ from, to: property.expression.pos, put: at === first && at === 0 ? '},' : `${closes},` })
    else if (closes === '') edits.push({ from, to: property.pos, put: ',{' })
  })
  const last = properties.at(-1)
  edits.push({ from: last.end, to: end, put: typescript.isSpreadAssignment(last) ? ')' : '})' })
  return edits
}

/** An accessor would be asked, a method that asks its parent have another, and a prototype not be set. */
const isBound = (property) =>
  typescript.isAccessor(property) || typescript.isMethodDeclaration(property) || property.name?.text === '__proto__'

// https://ipython.readthedocs.io/en/stable/interactive/magics.html

// Cell magics that run the cell as Python; every other one hands it to something else: a shell, a file, a browser, SQL.
const pythonCells =
  /^(?:time|timeit|capture|prun|memit|mprun|lprun|debug|python3?|pypy|wandb|px|notify|scalene|snakeviz|heat|cudf\.pandas)$/

/** A cell with every line that is IPython's and not Python's blanked, at the same length. */
export function blankMagics(cell: string): string {
  if (!/[%!?]|^\s*(?:pip|conda|mamba)\s/m.test(cell)) return cell
  const magic = /^\s*%%(!|[\w.]+)/.exec(cell)
  if (!magic) return blankLines(cell)
  if (!pythonCells.test(magic[1]!)) return spaces(cell)
  const line = /^\s*[^\r\n]*/.exec(cell)![0]
  return spaces(line) + blankLines(cell.slice(line.length))
}

/** What a cell writes into a file, at the places it has in the cell. What is added to a file, `-a`, is no whole one. */
export function writtenBy(cell: string): { readonly name: string; readonly text: string } | undefined {
  const [line, name] = /^\s*%%(?:writefile|file)[ \t]+(?!-)(['"]?[^\r\n]+?['"]?)[ \t]*(?=[\r\n])/.exec(cell) ?? []
  if (line === undefined) return undefined
  return { name: name!.replace(/^['"]|['"]$/g, ''), text: spaces(line) + cell.slice(line.length) }
}

const spaces = (text: string): string => text.replace(/[^\r\n]/g, ' ')

const token =
  /#[^\r\n]*|(?:"""|''')|"(?:\\[^\r\n]|[^"\\\r\n])*"?|'(?:\\[^\r\n]|[^'\\\r\n])*'?|[([{]|[)\]}]|\\\r?\n|\r\n|[\r\n]|[^"'#()[\]{}\\\r\n]+|\\/g

/** A magic stands where a statement could: not within brackets, a string or a continued line. */
function blankLines(cell: string): string {
  let out = ''
  let depth = 0
  let atStart = true
  token.lastIndex = 0
  while (token.lastIndex < cell.length) {
    const at = token.lastIndex
    const magic = atStart && depth === 0 ? magicAt(cell, at) : undefined
    if (magic) {
      out += magic.instead
      token.lastIndex = magic.end
      atStart = false
      continue
    }
    const what = token.exec(cell)?.[0] ?? cell.slice(at)
    const whole = what === '"""' || what === "'''" ? what + restOfLong(cell, at + 3, what) : what
    out += whole
    token.lastIndex = at + whole.length
    atStart = what === '\n' || what === '\r' || what === '\r\n'
    if ('([{'.includes(what)) depth++
    else if (')]}'.includes(what)) depth = Math.max(0, depth - 1)
  }
  return out
}

function restOfLong(cell: string, from: number, quote: string): string {
  for (let at = cell.indexOf(quote, from); at >= 0; at = cell.indexOf(quote, at + 1)) {
    if (cell[at - 1] !== '\\') return cell.slice(from, at + 3)
  }
  return cell.slice(from)
}

const line = /(?:\\\r?\n|[^\r\n])*/y
const shell =
  /^[ \t]*(?:[!?]|%[ \t]*[A-Za-z]|(?:pip|conda|mamba)[ \t]+(?:install|uninstall)\b|[\w.]+\?{1,2}[ \t]*$|[\w., \t]+=[ \t]*[!%][\w%])/
const timed = /^([ \t]*)%(?:time|timeit|prun|memit)((?:[ \t]+-[a-z]+[ \t]*\d*)*)[ \t]+(?=[\w(])/

/** What to put in place of the magic that begins here. Something stays in an indented line: it may be all its block has. */
function magicAt(cell: string, at: number): { readonly instead: string; readonly end: number } | undefined {
  line.lastIndex = at
  const text = line.exec(cell)![0]
  // `%time x = f()` runs Python: only the magic's name goes.
  const prefix = timed.exec(text)
  if (prefix)
    return {
      instead: `${prefix[1]}0${' '.repeat(prefix[0].length - prefix[1]!.length - 2)};`,
      end: at + prefix[0].length,
    }
  if (!shell.test(text)) return undefined
  const indent = /^[ \t]*/.exec(text)![0]
  const blank = spaces(text)
  return { instead: indent ? `${indent}0${blank.slice(indent.length + 1)}` : blank, end: at + text.length }
}

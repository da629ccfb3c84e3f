// The size of a picture that stands in the source as base64, from the first bytes of its file.

export interface PixelSize {
  readonly width: number
  readonly height: number
}

/** Headers are in the first bytes; a JPEG's size may stand behind a preview. */
const most = 64 * 1024

/** @param text `data:image/png;base64,…`, or the base64 alone. Undefined for anything else, and where it is cut short. */
export function pictureSize(text: string): PixelSize | undefined {
  const bytes = decoded(text.replace(/^data:image\/[a-z+.-]+;base64,/, '').slice(0, most))
  const size = bytes && (png(bytes) ?? gif(bytes) ?? webp(bytes) ?? jpeg(bytes))
  return size && size.width > 0 && size.height > 0 ? size : undefined
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function decoded(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]{16,}={0,2}$/.test(text)) return undefined
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let [bits, held, at] = [0, 0, 0]
  for (const letter of text) {
    if (letter === '=') break
    bits = (bits << 6) | alphabet.indexOf(letter)
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[at++] = (bits >> held) & 0xff
  }
  return bytes.slice(0, at)
}

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.slice(from, to))
const big = (bytes: Uint8Array, at: number) => (bytes[at]! << 8) | bytes[at + 1]!
const little = (bytes: Uint8Array, at: number) => bytes[at]! | (bytes[at + 1]! << 8)

/** https://www.w3.org/TR/png/#11IHDR */
function png(bytes: Uint8Array): PixelSize | undefined {
  if (bytes.length < 24 || ascii(bytes, 1, 4) !== 'PNG') return undefined
  return { width: big(bytes, 16) * 65_536 + big(bytes, 18), height: big(bytes, 20) * 65_536 + big(bytes, 22) }
}

/** https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
function gif(bytes: Uint8Array): PixelSize | undefined {
  if (bytes.length < 10 || ascii(bytes, 0, 3) !== 'GIF') return undefined
  return { width: little(bytes, 6), height: little(bytes, 8) }
}

/** https://developers.google.com/speed/webp/docs/riff_container: the lossy form; the others are left unknown. */
function webp(bytes: Uint8Array): PixelSize | undefined {
  if (bytes.length < 30 || ascii(bytes, 8, 16) !== 'WEBPVP8 ') return undefined
  return { width: little(bytes, 26) & 0x3fff, height: little(bytes, 28) & 0x3fff }
}

/** https://www.w3.org/Graphics/JPEG/itu-t81.pdf: the segment that begins a frame. */
function jpeg(bytes: Uint8Array): PixelSize | undefined {
  if (big(bytes, 0) !== 0xffd8) return undefined
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + big(bytes, at + 2)) {
    const marker = bytes[at + 1]!
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { width: big(bytes, at + 7), height: big(bytes, at + 5) }
  }
  return undefined
}

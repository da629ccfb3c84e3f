import { expect, it } from 'vitest'
import { pictureSize } from './picture-size.ts'

const base64 = (bytes: readonly number[]) => btoa(String.fromCharCode(...bytes))
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0))
const zeros = (count: number) => Array.from({ length: count }, () => 0)

const png = [0x89, ...letters('PNG'), 13, 10, 26, 10, 0, 0, 0, 13, ...letters('IHDR'), 0, 0, 4, 0, 0, 0, 3, 0]
const gif = [...letters('GIF89a'), 64, 1, 240, 0, ...zeros(8)]
const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 17, 8, 0x02, 0x58, 0x03, 0x20, 3, ...zeros(6)]
const webp = [...letters('RIFF'), 0, 0, 0, 0, ...letters('WEBPVP8 '), ...zeros(10), 0x80, 0x02, 0xe0, 0x01]

it.each([
  ['PNG', `data:image/png;base64,${base64(png)}`, { width: 1024, height: 768 }],
  ['PNG without its URL', base64(png), { width: 1024, height: 768 }],
  ['GIF', base64(gif), { width: 320, height: 240 }],
  ['JPEG', base64(jpeg), { width: 800, height: 600 }],
  ['WebP', base64(webp), { width: 640, height: 480 }],
  ['a URL elsewhere', 'https://example.com/1024x768.png', undefined],
  ['a text', 'iVBORw0KGgo', undefined],
  ['a cut header', base64(png.slice(0, 20)), undefined],
  ['zeros', base64(zeros(64)), undefined],
])('the size of %s', (_, text, size) => {
  expect(pictureSize(text)).toEqual(size)
})

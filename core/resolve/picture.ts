// A picture among what is sent: how closely it is to be looked at, and how large it is where the program says so.
import type { Expr } from '../module.ts'
import type { Picture } from '../sent.ts'
import { type PixelSize, pictureSize } from '../tokens/picture-size.ts'
import { argumentsOf } from './arguments.ts'
import type { Context } from './context.ts'
import { elementsOf } from './data.ts'
import { type Fields, fieldsOf } from './fields.ts'
import { last, type Segment } from './value.ts'

type Named = Fields['named']

/**
 * `{ type: "image_url", image_url: { url, detail: "low" } }`, `{ type: "input_image", image_url, detail }`, `{ type: "image", source:
 * { media_type, data } }`, `{ inline_data: { mime_type: "image/png", data } }`. Undefined where it is no picture.
 */
export function pictureIn(context: Context, name: string, named: Named): Picture | undefined {
  const inside = named.get(name)?.among ?? []
  const inner = inside[0] && fieldsOf(context, inside[0]).named
  const type = textIn(context, named, 'type') ?? ''
  const mime = (inner && (textIn(context, inner, 'mime_type') ?? textIn(context, inner, 'mimeType'))) ?? ''
  const isPicture = /^image/.test(name) || (name === 'source' && type === 'image') || mime.startsWith('image/')
  if (!isPicture) return undefined
  const detail =
    textIn(context, named, 'detail') ?? (inner && textIn(context, inner, 'detail')) ?? optionIn(context, named)
  const sent = ['url', 'data', 'bytes', 'source'].flatMap((field) => inner?.get(field)?.among ?? [])
  const size = sizeOf(context, sent.length > 0 ? sent : inside)
  return { detail, ...(size && { size }) }
}

/** `providerOptions: { openai: { imageDetail: "low" } }`: https://ai-sdk.dev/providers/ai-sdk-providers/openai */
function optionIn(context: Context, named: Named): string | undefined {
  const inside = (of: Named | undefined, name: string) => {
    const expr = of?.get(name)?.among[0]
    return expr && fieldsOf(context, expr).named
  }
  const options = inside(named, 'providerOptions') ?? inside(named, 'experimental_providerMetadata')
  const own = inside(options, 'openai') ?? inside(options, 'azure')
  return own && textIn(context, own, 'imageDetail')
}

/** `{ type: "input_audio", input_audio: { data, format } }`, `{ inline_data: { mime_type: "audio/mp3", data } }` */
export function isSound(context: Context, name: string, named: Named): boolean {
  const inside = named.get(name)?.among[0]
  const inner = inside && fieldsOf(context, inside).named
  const mime = inner && (textIn(context, inner, 'mime_type') ?? textIn(context, inner, 'mimeType'))
  return name === 'input_audio' || (mime?.startsWith('audio/') ?? false)
}

/** `Image.open(path)`, which Google's SDK takes as it is. */
export function pictureOf(context: Context, expr: Expr): Picture | undefined {
  const isOpened = context
    .evaluate(expr)
    .every((value) => value.is === 'symbol' && last(value.path)?.called && isFrom(value.path, 'PIL.Image'))
  if (!isOpened) return undefined
  const size = sizeOf(context, [expr])
  return { detail: undefined, ...(size && { size }) }
}

function textIn(context: Context, named: Named, field: string): string | undefined {
  const values = named.get(field)?.among.flatMap(context.evaluate) ?? []
  const [only] = values
  return values.length === 1 && only?.is === 'scalar' ? String(only.value) : undefined
}

function sizeOf(context: Context, among: readonly Expr[], depth = 0): PixelSize | undefined {
  const [expr, ...others] = among
  if (!expr || others.length > 0 || depth > 4) return undefined
  const values = context.evaluate(expr)
  const [only] = values.length === 1 ? values : []
  if (only?.is === 'scalar') return typeof only.value === 'string' ? pictureSize(only.value) : undefined
  if (only?.is === 'symbol') return resized(context, only.path)
  if (only?.is === 'data')
    return sizeOf(
      context,
      ['bytes', 'url'].flatMap((field) => fieldsOf(context, only.expr).named.get(field)?.among ?? []),
      depth + 1,
    )
  // `data:image/png;base64,${picture}`
  return expr.is === 'text'
    ? sizeOf(
        context,
        expr.parts.filter((part) => typeof part !== 'string'),
        depth + 1,
      )
    : undefined
}

const isFrom = (path: readonly Segment[], root: string) =>
  path
    .map(({ name }) => name)
    .join('.')
    .startsWith(root)

/** `Image.open(path).resize((768, 512))`, `sharp(file).resize(768, 512).toBuffer()`: both make it just so large. */
function resized(context: Context, path: readonly Segment[]): PixelSize | undefined {
  const [pil, sharp] = [isFrom(path, 'PIL.'), isFrom(path, 'sharp')]
  const made = path.findLast(({ name, call }) => call && (name === 'resize' || (pil && /(^|\.)new$/.test(name))))
  const turned = path
    .slice(made ? path.indexOf(made) + 1 : 0)
    .some(({ name }) => /^(crop|rotate|thumbnail|extract|trim|extend)$/.test(name))
  if (!made?.call || turned || !(pil || sharp)) return undefined
  const args = argumentsOf(context, made.call, 0, [])
  const pair = args.first(made.name === 'resize' ? ['size', '[0]'] : ['size', '[1]']).given.among[0]
  const sides = pil
    ? ((pair && elementsOf(context, pair)) ?? [])
    : (['[0].width&[0].height', '[0]&[1]'].map((names) => args.get(names).among).find((among) => among.length === 2) ??
      [])
  // Without one of the sides, or with another `fit`, it is not cut to what was asked for.
  const fits = sharp && ['[0].fit', '[2].fit'].some((name) => args.get(name).state !== 'absent')
  const [width, height, ...others] = sides
    .flatMap(context.evaluate)
    .map((value) => (value.is === 'scalar' ? value.value : undefined))
  if (fits || others.length > 0 || typeof width !== 'number' || typeof height !== 'number') return undefined
  return { width, height }
}

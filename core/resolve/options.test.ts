import { describe, expect, it } from 'vitest'
import { modelsOf } from '../../test/models-of.ts'

const modelOf = (code: string) => modelsOf(`client = OpenAI()\n${code}`)[0]
const ask = (model: string) => `client.responses.create(model=${model}, input="Hi")\n`

describe('what the user of a program chooses', () => {
  const parser = 'import argparse\nparser = argparse.ArgumentParser()\n'

  it('is the default of the option on the command line, assumed', () => {
    const code = `${parser}parser.add_argument("-m", "--model-name", default="gpt-4o")\nargs = parser.parse_args()\n${ask('args.model_name')}`
    expect(modelOf(code)).toEqual(['gpt-4o', 'parameter'])
  })

  it('is found under the name an option says it is kept by, also where unknown options are allowed', () => {
    const code = `${parser}parser.add_argument("--m", dest="model", default="gpt-4o")\nargs, rest = parser.parse_known_args()\n${ask('args.model')}`
    expect(modelOf(code)).toEqual(['gpt-4o', 'parameter'])
  })

  it('is one of the choices where there is no default, and unknown where there are none', () => {
    const option = (more: string) =>
      `${parser}parser.add_argument("--model"${more})\nargs = parser.parse_args()\n${ask('args.model')}`
    expect(modelOf(option(', choices=["gpt-4o", "gpt-4o-mini"]'))).toEqual(['gpt-4o', 'gpt-4o-mini'])
    expect(modelOf(option(''))).toBe('unknown')
  })

  it('is the default of the decorator that fills the parameter', () => {
    const code = `import click\n@click.command()\n@click.option("--model", default="gpt-4o")\ndef main(model):\n    ${ask('model')}`
    expect(modelOf(code)).toEqual(['gpt-4o', 'parameter'])
  })

  it('is one of what a form offers, or the text that stands in a field at first', () => {
    const form = 'import streamlit as st\n'
    expect(modelOf(`${form}m = st.sidebar.selectbox("Model", ["gpt-4o", "gpt-4o-mini"])\n${ask('m')}`)).toEqual([
      'gpt-4o',
      'gpt-4o-mini',
    ])
    expect(modelOf(`${form}m = st.radio("Model", options={"gpt-4o": 1, "gpt-4o-mini": 2})\n${ask('m')}`)).toEqual([
      'gpt-4o',
      'gpt-4o-mini',
    ])
    expect(modelOf(`${form}m = st.text_input("Model", value="gpt-4o")\n${ask('m')}`)).toEqual(['gpt-4o', 'parameter'])
  })
})

describe('what a declaration holds where nothing else is given', () => {
  it('is its default, of a field or of a parameter', () => {
    const field = (value: string) =>
      `from pydantic import BaseModel, Field\nclass S(BaseModel):\n    model: str = ${value}\ns = S()\n${ask('s.model')}`
    expect(modelOf(field('Field("gpt-4o", description="x")'))).toEqual(['gpt-4o', 'attribute'])
    expect(modelOf(field('Field(default="gpt-4o")'))).toEqual(['gpt-4o', 'attribute'])
    expect(modelOf(field('Field(default_factory=lambda: "gpt-4o")'))).toEqual(['gpt-4o', 'attribute'])
    expect(modelOf(field('Field(...)'))).toBe('unknown')
    expect(modelOf(`import typer\ndef main(model: str = typer.Option("gpt-4o")):\n    ${ask('model')}`)).toEqual([
      'gpt-4o',
      'parameter',
    ])
  })
})

describe('a text made of another', () => {
  it.each([
    ['"openai/gpt-4o".split("/")[1]', 'gpt-4o'],
    ['"openai/gpt-4o".split("/")[-1]', 'gpt-4o'],
    ['"openai/gpt-4o".partition("/")[2]', 'gpt-4o'],
    ['"gpt-4o".partition("/")[0]', 'gpt-4o'],
    ['"openrouter/openai/gpt-4o".rpartition("/")[0]', 'openrouter/openai'],
    ['"gpt-4o".rpartition("/")[2]', 'gpt-4o'],
    ['"openrouter/openai/gpt-4o".split("/", 1)[1]', 'openai/gpt-4o'],
    ['"openai/gpt-4o".removeprefix("openai/")', 'gpt-4o'],
    ['"gpt-4o:free".removesuffix(":free")', 'gpt-4o'],
    ['"openai/gpt-4o".replace("openai/", "")', 'gpt-4o'],
  ])('%s is %s', (code, text) => expect(modelOf(`m = ${code}\n${ask('m')}`)).toEqual([text, 'constant']))

  it('is not known where what it is made with is not', () => {
    expect(modelOf(`m = "openai/gpt-4o".split(mark)[1]\n${ask('m')}`)).toBe('unknown')
  })
})

describe('an attribute asked for by its name', () => {
  const settings = 'class S:\n    model = "gpt-4o"\n'

  it('is what it holds, or the default where nothing is known of what it is asked of', () => {
    expect(modelOf(`${settings}${ask('getattr(S(), "model", "gpt-4")')}`)).toEqual(['gpt-4o', 'attribute'])
    expect(modelOf(`def f(s):\n    ${ask('getattr(s, "model", "gpt-4")')}`)).toEqual(['gpt-4', 'parameter'])
    expect(modelOf(`def f(s):\n    ${ask('getattr(s, "model")')}`)).toBe('unknown')
  })
})

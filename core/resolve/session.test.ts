import { describe, expect, it } from 'vitest'
import { lower } from '../../language-rules/languages/python/lower.ts'
import { sdk as openai } from '../../language-rules/sdks/openai.ts'
import { modelsOf } from '../../test/models-of.ts'
import { fileDocument } from '../document.ts'
import { findModelCalls } from './calls.ts'

const ask = (model: string, client = 'OpenAI()') => `${client}.responses.create(model=${model}, input="Hi")\n`

describe('what a session of Streamlit holds', () => {
  const st = 'import streamlit as st\n'
  const state = 'st.session_state'

  it('is what the script puts there where there is none yet, by either way of naming it', () => {
    expect(
      modelsOf(
        `${st}if "m" not in ${state}:\n    ${state}["m"] = "gpt-4o"\n${ask(`${state}["m"]`)}${ask(`${state}.m`)}`,
      ),
    ).toEqual([
      ['gpt-4o', 'constant'],
      ['gpt-4o', 'constant'],
    ])
  })

  it('is what any function of the file puts there: a client, a model, a record of settings', () => {
    const set = `def begin():\n    ${state}.client = OpenAI()\n    ${state}.settings = {"model": "gpt-4o"}\n`
    expect(modelsOf(`${st}${set}def use():\n    ${ask(`${state}.settings["model"]`, `${state}.client`)}`)).toEqual([
      ['gpt-4o', 'constant'],
    ])
  })

  it('is one of several that are put there, and nothing of another name', () => {
    const set = ['a', 'b']
      .map((m) => `def set_${m}():\n    ${state}.m = "gpt-${m}"\n    ${state}.other = "x"\n`)
      .join('')
    expect(modelsOf(`${st}${set}def use():\n    ${ask(`${state}.m`)}    ${ask(`${state}.n`)}`)).toEqual([
      ['gpt-a', 'gpt-b'],
      'unknown',
    ])
  })

  it('is not the nothing that stands there until something is chosen', () => {
    const code = `${st}def begin():\n    ${state}.m = None\ndef choose():\n    ${state}.m = "gpt-4o"\ndef use():\n    ${ask(`${state}.m`)}`
    expect(modelsOf(code)).toEqual([['gpt-4o', 'constant']])
  })

  it('is what a widget of that key offers', () => {
    const code = `${st}st.selectbox("Model", ["gpt-4o", "gpt-4o-mini"], key="m")\ndef use():\n    ${ask(`${state}["m"]`)}`
    expect(modelsOf(code)).toEqual([['gpt-4o', 'gpt-4o-mini']])
  })

  it('is the same where it is imported by itself', () => {
    const code = `from streamlit import session_state\ndef a():\n    session_state.m = "gpt-4o"\ndef b():\n    ${ask('session_state.m')}`
    expect(modelsOf(code)).toEqual([['gpt-4o', 'constant']])
  })

  it('is what it is updated with, or set to by default', () => {
    const set = `def begin():\n    ${state}.update({"a": "gpt-4o"})\n    ${state}.setdefault("b", "o3")\n`
    expect(modelsOf(`${st}${set}def use():\n    ${ask(`${state}.a`)}    ${ask(`${state}.b`)}`)).toEqual([
      ['gpt-4o', 'constant'],
      ['o3', 'constant'],
    ])
  })

  it('is assumed to be the default of who asks, where nobody is seen to put it there', () => {
    expect(modelsOf(`${st}${ask(`${state}.get("m", "gpt-4o")`)}`)).toEqual([['gpt-4o', 'parameter']])
  })

  it('is unknown where it is put there by a name that a run makes', () => {
    expect(
      modelsOf(`${st}def begin(name):\n    ${state}[name] = "gpt-4o"\ndef use():\n    ${ask(`${state}.m`)}`),
    ).toEqual(['unknown'])
  })
})

it('may be another where a run makes names as well', () => {
  const code = `import streamlit as st\ndef begin(all):\n    st.session_state.m = "gpt-4o"\n    for k, v in all.items():\n        st.session_state[k] = v\ndef use():\n    ${ask('st.session_state.m')}`
  expect(modelsOf(code)).not.toEqual([['gpt-4o', 'constant']])
})

it('is unknown where it grows with each run', () => {
  const n = 'st.session_state["n"]'
  const asked = `import streamlit as st\nfrom openai import OpenAI\nif "n" not in st.session_state:\n    ${n} = 0\n`
  const call = `OpenAI().responses.create(model="gpt-4o", input="Hi", max_output_tokens=${n})\n`
  for (const more of [`${n} += 1`, `${n} = ${n} * 2`, `${n} = st.session_state.get("n", 0) + 1`]) {
    const code = `${asked}${more}\n${call}`
    const [found] = findModelCalls(fileDocument('a.py', 'python', code), lower(code), [openai])
    expect(found?.maxOutput, more).toMatchObject({ is: 'unknown' })
  }
})

describe('what a session of Chainlit holds', () => {
  const cl = 'import chainlit as cl\n'

  it('is what another handler puts there', () => {
    const set = 'def start():\n    cl.user_session.set("c", OpenAI())\n    cl.user_session.set("m", "gpt-4o")\n'
    const use = `def on(message):\n    c = cl.user_session.get("c")\n    ${ask('cl.user_session.get("m")', 'c')}`
    expect(modelsOf(`${cl}${set}${use}`)).toEqual([['gpt-4o', 'constant']])
  })

  it('holds what its settings offer, or what stands there at first', () => {
    const settings = (more: string) =>
      `${cl}from chainlit.input_widget import Select\nasync def start():\n    s = await cl.ChatSettings([Select(id="M", ${more})]).send()\n    ${ask('s["M"]')}`
    const offered = 'values=["gpt-4o", "o3"]'
    expect(modelsOf(settings(offered))).toEqual([['gpt-4o', 'o3']])
    expect(modelsOf(settings(`${offered}, initial_value="o3"`))).toEqual([['o3', 'parameter']])
  })
})

it('is told of no other thing that has such a name', () => {
  expect(
    modelsOf(
      `from mine import st\ndef a():\n    st.session_state.m = "gpt-4o"\ndef b():\n    ${ask('st.session_state.m')}`,
    ),
  ).toEqual(['unknown'])
})

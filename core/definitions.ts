// The parameters that carry definitions of tools, and schemas of answers: what a provider reads before the prompt, as JSON.

const tools = /(^|\.)(tools|functions|function_declarations|functionDeclarations)$/
const answers =
  /(^|\.)(response_format|text_format|output_format|format|schema|response_model|response_schema|responseSchema|response_json_schema|responseJsonSchema|output_type|outputType|output_schema|outputSchema)$/

/** @param from the parameter as SDKs name it: `config.tools` */
export const isOfTools = (from: string | undefined): boolean => tools.test(from ?? '')

export const isOfDefinitions = (from: string | undefined): boolean => isOfTools(from) || answers.test(from ?? '')

import OpenAI from 'openai'

const client = new OpenAI()

export const isMoored = (url: string) =>
  client.responses.create({
    model: 'gpt-4o',
    max_output_tokens: 16,
    input: [
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'Is the ship moored? Answer yes or no.' },
          { type: 'input_image', image_url: url, detail: 'high' },
        ],
      },
    ],
  })

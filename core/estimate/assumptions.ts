// What an estimate takes where the source cannot tell. Each is shown with the figure it shaped, and can be set in
// outlay.json under `assume`.

/**
 * Length of a typical chat answer. LMSYS-Chat-1M, one million conversations with 25 models: 214.5 tokens per response on
 * average (Zheng et al. 2023, table 1). https://arxiv.org/abs/2309.11998
 */
export const typicalAnswer = { tokens: 215, from: 'mean answer in LMSYS-Chat-1M (arXiv 2309.11998)' } as const

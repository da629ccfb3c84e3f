export const configName = 'outlay.json'

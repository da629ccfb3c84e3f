/** `what` of the assumption that names what is billed for a resource that costs nothing by itself. */
export const billedWithWord = 'billed with'

/** The two names that cross from page to main process and back; the contract's channels travel inside the first. */
export const callChannel = 'bodymark:call'
export const eventChannel = 'bodymark:event'

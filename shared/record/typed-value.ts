/**
 * The longest value that is taken from a person, in halves of characters: far beyond every field of a message, so that
 * a text that is too long is kept as it was typed, and short enough for a wire.
 */
export const longestTyped = 20_000

const kept = 2048

/**
 * Whether a part's text ends as its root does. A part that was cut off between two elements is no error to a stream
 * parser: the rows behind the cut would be missing without a word.
 */
export interface PartEnd {
  push(piece: Uint8Array): void
  closes(): boolean
}

/** `root`: the element's local name. Behind its end only comments and instructions may stand. */
export function startPartEnd(root: string): PartEnd {
  const closing = new RegExp(
    `(?:</(?:[\\w.-]+:)?${root}\\s*|<(?:[\\w.-]+:)?${root}(?:\\s[^<>]*)?/)>[^<]*(?:<[!?].*)?$`,
    's',
  )
  let tail: Buffer = Buffer.alloc(0)
  return {
    push: (piece) => {
      const last = piece.subarray(Math.max(0, piece.byteLength - kept))
      tail = Buffer.concat([tail.subarray(Math.max(0, tail.length + last.byteLength - kept)), last])
    },
    closes: () => closing.test(tail.toString('latin1')),
  }
}

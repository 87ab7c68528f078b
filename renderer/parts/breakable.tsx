import { Fragment, type ReactNode } from 'react'

/** A text that may go on in the next line behind `*`, `/` and `_`: approval numbers, words with strokes between. */
export function Breakable({ text }: { readonly text: string }): ReactNode {
  return [...text.matchAll(/[^*/_]*[*/_]*/g)].map(({ index, 0: piece }) => (
    <Fragment key={index}>
      {piece}
      {index + piece.length < text.length && <wbr />}
    </Fragment>
  ))
}

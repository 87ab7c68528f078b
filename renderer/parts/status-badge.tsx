import type { ReactNode } from 'react'
import type { Status } from '../../shared/record/status.ts'
import { useWords } from '../language/words.ts'
import { cut, fill, StateShape, StateWord, type Tone } from './state-shape.tsx'

/** One shape a state. */
const shapes: Readonly<Record<Status, ReactNode>> = {
  draft: <circle cx="8" cy="8" r="5.6" strokeDasharray="2.2 2.2" />,
  checked: (
    <>
      <circle cx="8" cy="8" r="5.6" />
      <path d="m5.6 8.2 1.7 1.7 3.2-3.6" />
    </>
  ),
  signed: (
    <path d="M3 11.6c1.8-4 3.6-7 4.6-6.2 1 .8-1.9 4.8-.6 5.4 1.1.5 1.7-2 2.7-1.7.8.2.1 1.8 3.3 1.3M3 14h10" />
  ),
  queued: (
    <>
      <circle cx="8" cy="8" r="5.6" />
      <path d="M8 5v3.2l2 1.3" />
    </>
  ),
  sent: <path d="m2.6 8 10.8-4.9-2.6 10-3-3.6zM7.8 9.5l5.6-6.4" />,
  unknown: (
    <>
      <circle cx="8" cy="8" r="5.6" />
      <path d="M6.4 6.6a1.7 1.7 0 1 1 2.3 1.6c-.5.2-.7.5-.7 1M8 11.2v.1" />
    </>
  ),
  accepted: (
    <>
      <circle cx="8" cy="8" r="6.2" className={fill} />
      <path d="m5.4 8.2 1.8 1.8 3.4-3.8" className={cut} />
    </>
  ),
  rejected: (
    <>
      <path d="M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4z" className={fill} />
      <path d="m5.9 5.9 4.2 4.2m0-4.2-4.2 4.2" className={cut} />
    </>
  ),
  withdrawn: (
    <>
      <circle cx="8" cy="8" r="5.6" />
      <path d="m4.2 11.8 7.6-7.6" />
    </>
  ),
  registered: (
    <>
      <path
        d="m8 1.4 1.9 1.5 2.4-.1.6 2.3 2 1.4-.9 2.2.9 2.2-2 1.4-.6 2.3-2.4-.1L8 15.9l-1.9-1.4-2.4.1-.6-2.3-2-1.4.9-2.2-.9-2.2 2-1.4.6-2.3 2.4.1z"
        transform="translate(.4 0) scale(.95)"
        className={fill}
      />
      <path d="m5.4 8.2 1.8 1.8 3.4-3.8" className={cut} />
    </>
  ),
}

const tones: Readonly<Record<Status, Tone>> = {
  draft: 'quiet',
  checked: 'accent',
  signed: 'accent',
  queued: 'accent',
  sent: 'accent',
  unknown: 'warn',
  accepted: 'good',
  rejected: 'bad',
  withdrawn: 'quiet',
  registered: 'good',
}

interface ShapeProps {
  readonly status: Status
}

/** The shape alone, where the word stands beside it anyway. */
export function StatusShape({ status }: ShapeProps): ReactNode {
  return <StateShape tone={tones[status]}>{shapes[status]}</StateShape>
}

export function StatusBadge({ status }: ShapeProps): ReactNode {
  const { t } = useWords()
  return <StateWord shape={<StatusShape status={status} />} word={t(`status.${status}`)} />
}

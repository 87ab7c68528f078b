import { type AsnType, Constructed, fromBER, Sequence } from 'asn1js'

/** The whole element (tag, length, value) as it stood in its file, so that nothing is encoded anew. */
export function rawBytes(element: AsnType): Uint8Array {
  return element.valueBeforeDecodeView
}

/** Reads one element that fills `bytes` to the end; undefined for anything else. */
export function readElement(bytes: Uint8Array): AsnType | undefined {
  const read = fromBER(bytes)
  return read.offset === bytes.length ? read.result : undefined
}

/** The parts of a SEQUENCE, SET or constructed tag; empty for a primitive. */
export function parts(element: AsnType | undefined): readonly AsnType[] {
  return element instanceof Constructed ? element.valueBlock.value : []
}

export function isSequence(element: AsnType | undefined): element is Sequence {
  return element instanceof Sequence
}

/** Writes an element of a one-byte tag around parts that are encoded already. */
export function writeElement(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const value = Buffer.concat(content)
  return Buffer.concat([Uint8Array.of(tag), encodeLength(value.length), value])
}

function encodeLength(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length)
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return Uint8Array.of(0x80 | octets.length, ...octets)
}

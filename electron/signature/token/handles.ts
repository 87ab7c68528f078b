/**
 * pkcs11js gives handles, object classes and the like as CK_ULONG in the machine's own byte order: eight bytes, but
 * four on Windows.
 */
export function handleToText(handle: Uint8Array): string {
  const view = new DataView(handle.buffer, handle.byteOffset, handle.byteLength)
  return String(handle.length === 8 ? view.getBigUint64(0, littleEndian) : view.getUint32(0, littleEndian))
}

const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

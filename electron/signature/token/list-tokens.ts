import pkcs11js from 'pkcs11js'
import type { KeyView } from '../../../shared/record/views.ts'
import { handleToText } from './handles.ts'
import type { TokenCertificate, TokenFacts } from './protocol.ts'
import { returnValueOf } from './return-values.ts'

/** A card has a handful; a library that never stops finding must not fill the memory. */
const mostObjects = 200

/** Looks at every token without logging in. A token that went away meanwhile is left out. */
export function listTokens(library: pkcs11js.PKCS11): TokenFacts[] {
  const found: TokenFacts[] = []
  for (const slot of library.C_GetSlotList(true)) {
    try {
      const token = library.C_GetTokenInfo(slot)
      if (!(token.flags & pkcs11js.CKF_TOKEN_INITIALIZED)) continue
      found.push({
        slot: handleToText(slot),
        reader: tidy(library.C_GetSlotInfo(slot).slotDescription),
        label: tidy(token.label),
        pinPad: hasPinPad(token.flags),
        pinState: pinStateOf(token.flags),
        certificates: withSession(library, slot, (session) => listCertificates(library, session)),
      })
    } catch (error) {
      if (returnValueOf(error) === undefined) throw error
    }
  }
  return found
}

export function hasPinPad(flags: number): boolean {
  return (flags & pkcs11js.CKF_PROTECTED_AUTHENTICATION_PATH) !== 0
}

/** PKCS#11 does not count the tries that are left; these flags are all that it tells. */
export function pinStateOf(flags: number): KeyView['pinState'] {
  if (flags & pkcs11js.CKF_USER_PIN_LOCKED) return 'locked'
  if (flags & pkcs11js.CKF_USER_PIN_FINAL_TRY) return 'final-try'
  return flags & pkcs11js.CKF_USER_PIN_COUNT_LOW ? 'count-low' : 'ok'
}

/** Handles of the objects that fit a template, at most {@link mostObjects}. */
export function findObjects(
  library: pkcs11js.PKCS11,
  session: pkcs11js.Handle,
  template: pkcs11js.Template,
): pkcs11js.Handle[] {
  library.C_FindObjectsInit(session, template)
  try {
    return library.C_FindObjects(session, mostObjects)
  } finally {
    library.C_FindObjectsFinal(session)
  }
}

/** An attribute's value, or undefined where the object does not have it or does not show it. */
export function readAttribute(
  library: pkcs11js.PKCS11,
  session: pkcs11js.Handle,
  object: pkcs11js.Handle,
  type: number,
): Buffer | undefined {
  try {
    const [attribute] = library.C_GetAttributeValue(session, object, [{ type }])
    return Buffer.isBuffer(attribute?.value) ? attribute.value : undefined
  } catch (error) {
    if (returnValueOf(error) === undefined) throw error
    return undefined
  }
}

function listCertificates(library: pkcs11js.PKCS11, session: pkcs11js.Handle): TokenCertificate[] {
  const objects = findObjects(library, session, [
    { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_CERTIFICATE },
    { type: pkcs11js.CKA_CERTIFICATE_TYPE, value: pkcs11js.CKC_X_509 },
  ])
  return objects.flatMap((object) => {
    const der = readAttribute(library, session, object, pkcs11js.CKA_VALUE)
    const id = readAttribute(library, session, object, pkcs11js.CKA_ID)?.toString('hex') ?? ''
    const label = readAttribute(library, session, object, pkcs11js.CKA_LABEL)?.toString('utf8') ?? ''
    return der && der.length > 0 ? [{ id, label, der: new Uint8Array(der) }] : []
  })
}

function withSession<T>(
  library: pkcs11js.PKCS11,
  slot: pkcs11js.Handle,
  use: (session: pkcs11js.Handle) => T,
): T {
  const session = library.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION)
  try {
    return use(session)
  } finally {
    library.C_CloseSession(session)
  }
}

/** Labels are padded with blanks, some with zeros. */
function tidy(text: string): string {
  return text.replaceAll('\0', ' ').trim()
}

import { createHash } from 'node:crypto'
import pkcs11js from 'pkcs11js'
import { median } from './measure.ts'

/** `token-child.ts MODULE LABEL PIN ROUNDS`: the token's bare operation, with nothing around it. */
const [, , module = '', label = '', pin = '', rounds = ''] = process.argv
const library = new pkcs11js.PKCS11()
library.load(module)
library.C_Initialize()
const slot = library.C_GetSlotList(true).find((each) => library.C_GetTokenInfo(each).label.trim() === label)
if (!slot) throw new Error(`no token ${label}`)
const session = library.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION)
library.C_Login(session, pkcs11js.CKU_USER, pin)
library.C_FindObjectsInit(session, [{ type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_PRIVATE_KEY }])
const [key] = library.C_FindObjects(session, 1)
library.C_FindObjectsFinal(session)
if (!key) throw new Error(`no key on ${label}`)

/** What CKM_RSA_PKCS gets for SHA-256: DigestInfo and digest, 51 bytes. */
const digestInfo = Buffer.concat([
  Buffer.from('3031300d060960864801650304020105000420', 'hex'),
  createHash('sha256').update('Bodymark').digest(),
])
const times: number[] = []
for (let round = 0; round < Number(rounds); round += 1) {
  const started = performance.now()
  library.C_SignInit(session, { mechanism: pkcs11js.CKM_RSA_PKCS }, key)
  library.C_Sign(session, digestInfo, Buffer.alloc(512))
  times.push(performance.now() - started)
}
library.C_Finalize()
process.stdout.write(`${JSON.stringify({ milliseconds: median(times) })}\n`)

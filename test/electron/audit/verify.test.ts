import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { appendAnchored, appendAudit } from '../../../electron/audit/append.ts'
import { exportAudit } from '../../../electron/audit/export-audit.ts'
import { entryHash } from '../../../electron/audit/hash-chain.ts'
import {
  signedAction,
  signingActAction,
  type VerifyDetached,
  verifyAudit,
} from '../../../electron/audit/verify.ts'
import { entriesAfter } from '../../../electron/register/audit-entries.ts'
import { addSignedDocument, keepDocument } from '../../../electron/register/documents.ts'
import type { Register } from '../../../electron/register/open.ts'
import { ok } from '../../../shared/result.ts'
import { aRegister, aVehicle, noon } from '../register/a-register.ts'

/** A key whose "certificate" is its public key: the chain only hands it to the verifier and hashes it. */
function aKey() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
  const key = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' })
  return {
    certificateDer: new Uint8Array(publicKey),
    sign: async (octets: Uint8Array) => ok(new Uint8Array(sign('sha256', octets, key))),
  }
}
const verifyDetached: VerifyDetached = (octets, signature, der) =>
  verify('sha256', octets, createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' }), signature)

const event = (action: string, args: Record<string, string | number> = {}) => ({
  at: noon,
  person: 'Ada',
  action,
  vin: 'WZZZ0000000000001',
  args,
})

/** A register in which one certificate was signed in an anchored act, with entries before and after. */
async function aSignedRegister(): Promise<Register> {
  const register = await aRegister()
  const { certificateId } = aVehicle(register)
  const key = aKey()
  const { db } = register
  for (let at = 0; at < 5; at += 1) appendAudit(db, event('value-typed', { at }))
  const sha256 = keepDocument(db, new Uint8Array([1, 2, 3]), 'signed', noon)
  addSignedDocument(db, {
    certificateId,
    sha256,
    signedAt: noon,
    signer: 'Ada',
    signerSha256: createHash('sha256').update(key.certificateDer).digest('hex'),
    form: 'xades',
    sources: new Uint8Array([0]),
  })
  appendAudit(db, event(signedAction, { sha256 }))
  await appendAnchored(db, event(signingActAction, { count: 1 }), key)
  appendAudit(db, event('queued'))
  return register
}

function tamper({ db }: Register, sql: string): void {
  for (const verb of ['update', 'delete'])
    for (const table of ['audit_entry', 'audit_anchor', 'document', 'signed_document'])
      db.runSql(`DROP TRIGGER IF EXISTS ${table}_no_${verb}`)
  db.runSql('PRAGMA foreign_keys = OFF')
  db.runSql(sql)
}

const codes = ({ db }: Register) => verifyAudit(db, verifyDetached).problems.map(({ code }) => code)

test('an untouched chain verifies and says how much no key stands for yet', async () => {
  const register = await aSignedRegister()
  expect(verifyAudit(register.db, verifyDetached)).toEqual({
    entries: 8,
    anchors: 1,
    unanchored: 1,
    problems: [],
  })
})

test('the register itself refuses to change or delete an entry', async () => {
  const { db } = await aSignedRegister()
  expect(() => db.runSql("UPDATE audit_entry SET person = 'Eve'")).toThrow(/append-only/)
  expect(() => db.runSql('DELETE FROM audit_entry')).toThrow(/append-only/)
  expect(() => db.runSql('DELETE FROM audit_anchor')).toThrow(/append-only/)
})

test('a changed entry is found', async () => {
  const register = await aSignedRegister()
  tamper(register, "UPDATE audit_entry SET person = 'Eve' WHERE seq = 3")
  expect(codes(register)).toEqual(['audit-entry-changed'])
})

test('a removed entry is found', async () => {
  const register = await aSignedRegister()
  tamper(register, 'DELETE FROM audit_entry WHERE seq = 3')
  expect(codes(register)).toEqual(expect.arrayContaining(['audit-entry-missing', 'audit-link-broken']))
})

test('an inserted entry is found', async () => {
  const register = await aSignedRegister()
  tamper(register, 'UPDATE audit_entry SET seq = seq + 100 WHERE seq > 3')
  tamper(register, 'UPDATE audit_entry SET seq = seq - 99 WHERE seq > 100')
  tamper(register, `INSERT INTO audit_entry VALUES (4, '${noon}', 'Eve', 'x', '', '{}', 'p', 'h')`)
  expect(codes(register)).toEqual(expect.arrayContaining(['audit-entry-changed', 'audit-link-broken']))
})

test('a chain rebuilt after a change no longer fits the signed head', async () => {
  const register = await aSignedRegister()
  tamper(register, "UPDATE audit_entry SET person = 'Eve' WHERE seq = 3")
  let previous = ''
  for (const entry of entriesAfter(register.db, 0, 100)) {
    const before = previous || entry.previous
    const hash = entryHash(before, entry)
    register.db.runSql('UPDATE audit_entry SET previous = ?, hash = ? WHERE seq = ?', before, hash, entry.seq)
    previous = hash
  }
  expect(codes(register)).toEqual(['audit-anchor-broken'])
})

test('a rebuilt chain with an anchor by a key that never signed here is found', async () => {
  const register = await aSignedRegister()
  tamper(register, 'DELETE FROM audit_anchor')
  tamper(register, 'DELETE FROM audit_entry WHERE seq >= 7')
  await appendAnchored(register.db, event(signingActAction, { count: 1 }), aKey())
  expect(codes(register)).toEqual(['audit-anchor-stranger'])
})

test('a chain cut off at its end, its anchor gone or its signing hidden is found', async () => {
  const cut = await aSignedRegister()
  tamper(cut, 'DELETE FROM audit_entry WHERE seq >= 7')
  expect(codes(cut)).toEqual(['audit-tail-missing'])
  const bare = await aSignedRegister()
  tamper(bare, 'DELETE FROM audit_anchor')
  expect(codes(bare)).toEqual(['audit-anchor-missing'])
  const hidden = await aSignedRegister()
  tamper(hidden, 'DELETE FROM audit_entry WHERE seq >= 6')
  tamper(hidden, 'DELETE FROM audit_anchor')
  expect(codes(hidden)).toEqual(['audit-document-unlisted'])
})

test('the export holds everything needed to verify without Bodymark', async () => {
  const register = await aSignedRegister()
  const lines = [...exportAudit(register.db, '')].map((line) => JSON.parse(line))
  expect(lines.map(({ kind }) => kind)).toEqual(['about', ...Array(8).fill('entry'), 'anchor'])
  let previous = '0'.repeat(64)
  for (const entry of lines.filter(({ kind }) => kind === 'entry')) {
    const content = [previous, entry.seq, entry.at, entry.person, entry.action, entry.vin, entry.args]
    expect(createHash('sha256').update(JSON.stringify(content)).digest('hex')).toBe(entry.hash)
    previous = entry.hash
  }
})

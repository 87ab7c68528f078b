import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildIviXml } from '../../electron/ivi-xml/build-ivi-xml.ts'
import { loadCatalogue } from '../../electron/ivi-xml/load-catalogue.ts'
import type { SigningSession } from '../../electron/signature/key.ts'
import { makeThrowAwayKey } from '../../electron/signature/make-throw-away-key.ts'
import { openFileKey } from '../../electron/signature/pkcs12/open-file-key.ts'
import { signIvi } from '../../electron/signature/sign-ivi.ts'
import type { MessageTree } from '../../shared/ivi/message.ts'
import { craneChassis, craneCorrected, craneFitted, tipperChassis, van } from './bases.ts'
import { coc, type Leaves, treeOf } from './message.ts'
import { vins } from './vins.ts'

interface BaseFile {
  readonly name: string
  readonly vin: string
  readonly leaves: Leaves
  readonly version: number
  readonly signedOn: string
}

const files = [
  { name: 'tipper', vin: vins.tipper, leaves: tipperChassis, version: 1, signedOn: '2026-06-16' },
  { name: 'crane-1', vin: vins.crane, leaves: craneChassis, version: 1, signedOn: '2026-07-30' },
  { name: 'crane-2', vin: vins.crane, leaves: craneFitted, version: 1, signedOn: '2026-08-24' },
  { name: 'crane-2-corrected', vin: vins.crane, leaves: craneCorrected, version: 2, signedOn: '2026-10-05' },
  { name: 'van', vin: vins.caravan, leaves: van, version: 1, signedOn: '2026-07-07' },
] as const satisfies readonly BaseFile[]

export type BaseName = (typeof files)[number]['name']

const references = new Map<string, string>()

/** The message of an earlier stage, ready to be written. */
export function baseTree({ vin, leaves, version, signedOn, name }: BaseFile): MessageTree {
  const catalogue = loadCatalogue()
  const approval = leaves.get(coc('TypeApprovalNumber')) ?? ''
  references.set(name, references.get(name) ?? randomUUID())
  return treeOf(
    new Map([
      ...leaves,
      ['Header/IviReferenceId', references.get(name) ?? ''],
      ['Header/IviVersionNumberXsd', catalogue.release],
      ['Header/IviVersionNumber', String(version)],
      ['Header/IviVersionDateTime', `${signedOn}T08:00:00.000+00:00`],
      ['Header/DesignatedTypeApprovalCountry', approval.slice(0, approval.indexOf('*'))],
      [coc('VehicleIdentificationNumber'), vin],
      [coc('SigningAuthorityTable/SigningAuthorityGroup[1]/SignatureDate'), signedOn],
    ]),
  )
}

export const baseTrees: ReadonlyMap<BaseName, MessageTree> = new Map(
  files.map((file) => [file.name, baseTree(file)]),
)

/** Writes the eCoCs of the earlier stages, signed with a key that nobody keeps; answers their paths. */
export async function writeBases(folder: string): Promise<Readonly<Record<BaseName, string>>> {
  await mkdir(folder, { recursive: true })
  const session = await openThrowAwayKey(join(folder, 'maker.p12'))
  try {
    const written: [string, string][] = []
    for (const file of files) {
      const path = join(folder, `${file.name}.xml`)
      await writeFile(path, await signed(file, session))
      written.push([file.name, path])
    }
    return Object.fromEntries(written) as Readonly<Record<BaseName, string>>
  } finally {
    await session.close()
  }
}

async function signed(file: BaseFile, session: SigningSession): Promise<Uint8Array> {
  const at = new Date(`${file.signedOn}T08:00:00Z`)
  const answer = await signIvi(buildIviXml(baseTree(file), loadCatalogue()), session, { form: 'xades', at })
  if (!answer.ok) throw new Error(`${file.name}: ${JSON.stringify(answer.problem)}`)
  return answer.value.bytes
}

async function openThrowAwayKey(file: string): Promise<SigningSession> {
  const passphrase = randomUUID()
  const key = await makeThrowAwayKey({
    commonName: 'eCoC seal (test)',
    organisation: 'Fortuna Fahrgestelle AG',
    passphrase,
    notBefore: new Date('2026-01-01T00:00:00Z'),
    days: 3650,
  })
  await writeFile(file, key, { mode: 0o600 })
  const opened = await openFileKey({ kind: 'p12', file }, passphrase, new Date('2026-06-01T00:00:00Z'))
  if (!opened.ok) throw new Error(opened.problem.code)
  return opened.value
}

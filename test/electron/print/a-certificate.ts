import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { readIviXml } from '../../../electron/ivi-xml/read-ivi-xml.ts'
import type { CertificateToPrint } from '../../../electron/print/to-print.ts'
import type { MessageTree } from '../../../shared/ivi/message.ts'
import { buildTree } from '../../../shared/ivi/set-value.ts'
import { sharedFolder } from '../../needs.ts'

export const catalogue = loadCatalogue()

/** A message of these values, each by its path below `CocDataGroup` or `Header`. */
export function message(values: Readonly<Record<string, string>>): MessageTree {
  const leaves = Object.entries(values).map(
    ([path, value]) => [path.startsWith('Header/') ? path : `CocDataGroup/${path}`, value] as const,
  )
  const tree = buildTree(leaves, catalogue)
  if (!tree.ok) throw new Error(tree.problem.code)
  return tree.value
}

/** A small completed vehicle. */
export const completed = {
  'Header/IviReferenceId': '4f5217da-9166-42a9-adcc-90273a21b9e1',
  'Header/IviVersionNumber': '2',
  'Header/IviVersionDateTime': '2026-11-20T09:30:00.000+01:00',
  VehicleIdentificationNumber: 'ZZZFT35CHTX000101',
  StageOfCompletion: 'V',
  TypeApprovalType: 'EU',
  VehicleCategory: 'N1',
  TypeApprovalNumber: 'e24*2018/858*00990*04',
  TypeApprovalIssueDate: '2026-03-02',
  CompletedAltered: 'C',
  DescriptionCompletedAltered: 'TIPPER BODY',
  RightLeftHandTraffic: 'RIGHT',
  MetricImperialSpeedometer: 'M',
  'MakeTable/MakeGroup[1]/Make': 'FELDTRANS',
  'ManufacturerTable/ManufacturerGroup[1]/ManufacturerStageNumber': '2',
  'ManufacturerTable/ManufacturerGroup[1]/ManufacturerName': 'FELDTRANS AUFBAUTEN GMBH',
  'ManufacturerTable/ManufacturerGroup[1]/PreviousStageTypeApprovalNumber': 'e3*2018/858*00991*08',
  'MassGroup/ActualMass': '2645',
  'AxleTable/AxleGroup[1]/AxleNumber': '1',
  'AxleTable/AxleGroup[1]/TechnicallyPermissibleMassAxle': '1900',
  'AxleTable/AxleGroup[2]/AxleNumber': '2',
  'AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle': '2500',
} as const

export function certificate(
  tree: MessageTree,
  changes: Partial<Omit<CertificateToPrint, 'tree'>> = {},
): CertificateToPrint {
  return {
    tree,
    catalogue,
    language: 'en',
    standing: 'certificate',
    duplicate: false,
    signer: 'M. Feld',
    earlier: [],
    ...changes,
  }
}

/** One of the official examples beside the checkout. */
export function example(name: 'sample-M1-hybrid' | 'sample-N2-complete-electric'): CertificateToPrint {
  const bytes = readFileSync(`${sharedFolder}/ivi/${name}.xml`)
  const read = readIviXml(bytes, catalogue)
  if (!read.ok) throw new Error(read.problem.code)
  return certificate(read.value.tree, { standing: 'invalid', sha256: hash('sha256', bytes) })
}

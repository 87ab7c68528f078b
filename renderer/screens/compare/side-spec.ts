import type { SideInput } from '../../../shared/compare/side-input.ts'

/**
 * A message of the register as an address names it: `12` the certificate of vehicle 12 as it stands, `12@45` its
 * certificate 45, `12/stage` its latest earlier stage, `12/stage1` that of stage 1.
 */
export function sideSpec(input: Exclude<SideInput, { file: unknown } | { register: true }>): string {
  if ('stage' in input) return `${input.vehicle}/stage${input.stage === 'latest' ? '' : input.stage}`
  return input.certificate === undefined ? String(input.vehicle) : `${input.vehicle}@${input.certificate}`
}

const spec = /^([1-9]\d{0,9})(?:@([1-9]\d{0,9})|(\/stage)([1-9]\d?)?)?$/

/** Undefined where the text names nothing. */
export function parseSideSpec(text: string): SideInput | undefined {
  const [, vehicle, certificate, isStage, stage] = spec.exec(text) ?? []
  if (!vehicle) return undefined
  const of = { vehicle: Number(vehicle) }
  if (isStage) return { ...of, stage: stage ? Number(stage) : 'latest' }
  return certificate ? { ...of, certificate: Number(certificate) } : of
}

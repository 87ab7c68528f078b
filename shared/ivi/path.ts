import { remember } from '../remember.ts'

/**
 * Paths name places in a message below its root. A schema path has no row numbers
 * (`CocDataGroup/AxleTable/AxleGroup/AxleSpacing`), an instance path numbers repeating rows from 1
 * (`CocDataGroup/AxleTable/AxleGroup[2]/AxleSpacing`); a row without a number is the first.
 */
export interface Step {
  readonly name: string
  /** 1-based; absent where the path gives none. */
  readonly row?: number
}

const stepPattern = /^([A-Za-z][A-Za-z0-9]*)(?:\[([1-9]\d{0,3})\])?$/

/** The steps of an instance path, or undefined where the text is no path. */
export const parsePath = remember((path): readonly Step[] | undefined => {
  const steps: Step[] = []
  for (const part of path.split('/')) {
    const match = stepPattern.exec(part)
    if (!match?.[1]) return undefined
    steps.push(match[2] ? { name: match[1], row: Number(match[2]) } : { name: match[1] })
  }
  return steps
})

const withoutRows = remember((path) => path.replace(/\[\d+\]/g, ''))

export function schemaPath(instancePath: string): string {
  return instancePath.includes('[') ? withoutRows(instancePath) : instancePath
}

/** Where something went wrong, as exactly as is known. */
export interface Place {
  readonly file?: string
  readonly sheet?: string
  /** 1-based row of the sheet or line of the file. */
  readonly row?: number
  /** Column letter or header, as the user sees it. */
  readonly column?: string
  readonly line?: number
  readonly vin?: string
  /** Instance path of a field, such as `CocDataGroup/AxleTable/AxleGroup[2]/AxleSpacing`. */
  readonly path?: string
}

/**
 * An expected failure. `code` names three texts in `schemas/messages/<lang>.json` (heading, explanation, next
 * step); `args` fill their `{{placeholders}}`. It never carries a language's words and is never matched by text.
 */
export interface Problem {
  readonly code: string
  readonly args?: Readonly<Record<string, string | number>>
  readonly where?: Place
  /** True where the rest of a batch may go on past this one. */
  readonly batchGoesOn?: boolean
}

export function problem(
  code: string,
  args: Readonly<Record<string, string | number>> = {},
  where: Place = {},
  batchGoesOn = true,
): Problem {
  return { code, args, where, batchGoesOn }
}

import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { PlacedMass } from '../../shared/weights/loads.ts'
import type { ConfigurationProfile, Figure, MassesPart, Tabled } from './configuration-profile.ts'
import { type DocumentPart, partsAt, textAt } from './document-tree.ts'

/** What one vehicle was configured with; its VIN or its order number says which. */
export interface Configuration {
  readonly vin: string
  readonly order: string
  readonly variantId: string
  readonly options: readonly string[]
  readonly masses: readonly PlacedMass[]
}

/**
 * The configurations of a document. Problems: `configuration-empty` {path, profile}, `configuration-value-missing`
 * {what, path}, `configuration-code-unknown` {what, value, table}, `configuration-number` {what, value, path}.
 */
export function readConfigurations(
  document: DocumentPart,
  profile: ConfigurationProfile,
): Result<readonly Configuration[]> {
  const { configurations } = profile
  if (!configurations) return fail(problem('profile-not-for-configuration', { profile: profile.id }))
  const reader = new Reader(profile)
  const made = partsOf(document, configurations.each).map((part): Configuration => {
    const vin = configurations.vin ? (textAt(part, configurations.vin) ?? '') : ''
    const order = configurations.order ? (textAt(part, configurations.order) ?? '') : ''
    reader.of = vin || order
    if (!vin && !order) reader.missing('VIN', configurations.vin ?? configurations.order ?? '')
    const options = configurations.options
    return {
      vin,
      order,
      variantId: reader.code(part, configurations.variant, 'variant'),
      options: options
        ? partsAt(part, options.each)
            .filter((one) => !options.when || options.when.is.includes(textAt(one, options.when.at) ?? ''))
            .map((one) => reader.code(one, options.id, 'option'))
        : [],
      masses: reader.masses(part, configurations.masses),
    }
  })
  if (made.length === 0)
    return fail(problem('configuration-empty', { path: configurations.each, profile: profile.id }))
  return reader.problem ? fail(reader.problem) : ok(made)
}

/** The bodies of a document, to be checked as every body from outside; problems of {@link readConfigurations}. */
export function readBodies(
  document: DocumentPart,
  profile: ConfigurationProfile,
): Result<readonly unknown[]> {
  const { bodies } = profile
  if (!bodies) return fail(problem('profile-not-for-configuration', { profile: profile.id }))
  const reader = new Reader(profile)
  const made = partsOf(document, bodies.each).map((part) => {
    const set = { ...bodies.constants, ...reader.values(part, bodies.values) }
    const masses = reader.masses(part, bodies.masses)
    const { options } = bodies
    return {
      id: reader.code(part, bodies.id, 'variant'),
      version: bodies.version ? Number(reader.text(part, bodies.version, 'version')) : 1,
      name: reader.text(part, bodies.name, 'name'),
      ...(bodies.inherits && textAt(part, bodies.inherits.at)
        ? { inherits: reader.code(part, bodies.inherits, 'inherits') }
        : {}),
      ...(bodies.categories ? { categories: reader.codes(part, bodies.categories, 'category') } : {}),
      ...(bodies.stage ? { stage: bodies.stage } : {}),
      set,
      ...(masses.length > 0 ? { loads: { masses } } : {}),
      options: options
        ? partsAt(part, options.each).map((one) => ({
            id: reader.code(one, options.id, 'option'),
            name: reader.text(one, options.name, 'name'),
            set: reader.values(one, options.values),
            masses: reader.masses(one, options.masses),
            excludes: options.excludes ? reader.codes(one, options.excludes, 'option') : [],
            requires: options.requires ? reader.codes(one, options.requires, 'option') : [],
          }))
        : [],
    }
  })
  if (made.length === 0)
    return fail(problem('configuration-empty', { path: bodies.each, profile: profile.id }))
  return reader.problem ? fail(reader.problem) : ok(made)
}

function partsOf(document: DocumentPart, each: string): readonly DocumentPart[] {
  return partsAt(document, each)
}

/** Kilograms and millimetres in one of each unit. */
const factors: Readonly<Record<string, number>> = {
  ...{ kg: 1, t: 1000, g: 0.001, lb: 0.45359237 },
  ...{ mm: 1, cm: 10, m: 1000, in: 25.4 },
}

/** Reads values by a profile and keeps the first thing that went wrong. */
class Reader {
  problem: Problem | undefined
  /** VIN or order that is being read: a file holds many, and what is wrong is one's. */
  of = ''
  readonly #profile: ConfigurationProfile

  constructor(profile: ConfigurationProfile) {
    this.#profile = profile
  }

  #wrong(found: Problem): void {
    this.problem ??= this.of === '' ? found : { ...found, where: { vin: this.of } }
  }

  missing(what: string, path: string): string {
    this.#wrong(problem('configuration-value-missing', { what, path }))
    return ''
  }

  text(part: DocumentPart, path: string, what: string): string {
    return textAt(part, path) ?? this.missing(what, path)
  }

  code(part: DocumentPart, { at, table }: Tabled, what: string): string {
    const value = this.text(part, at, what)
    return value === '' ? value : this.#coded(value, table, what)
  }

  codes(part: DocumentPart, { at, table }: Tabled, what: string): readonly string[] {
    return partsAt(part, at)
      .flatMap(({ text }) => text.split(/[;,|\s]+/))
      .filter(Boolean)
      .map((value) => this.#coded(value, table, what))
  }

  values(
    part: DocumentPart,
    wanted: readonly { readonly at: string; readonly to: string; readonly table?: string | undefined }[],
  ): Readonly<Record<string, string>> {
    return Object.fromEntries(
      wanted.flatMap(({ at, to, table }) => {
        const value = textAt(part, at)
        return value === undefined ? [] : [[to, this.#coded(value, table, to)]]
      }),
    )
  }

  masses(part: DocumentPart, wanted: MassesPart | undefined): readonly PlacedMass[] {
    if (!wanted) return []
    const { counts } = wanted
    return partsAt(part, wanted.each).map((one) => {
      const name = this.text(one, wanted.name, 'mass')
      const kg = this.#figure(one, wanted.kg, name)
      if (kg <= 0) this.#wrong(problem('configuration-number', { what: name, value: kg, path: wanted.kg.at }))
      const said = typeof counts === 'string' ? counts : this.code(one, counts, name)
      if (said !== 'standard' && said !== 'option')
        this.#wrong(problem('configuration-code-unknown', { what: name, value: said, table: 'counts' }))
      return {
        name,
        kg,
        x: this.#figure(one, wanted.x, name),
        counts: said === 'standard' ? 'standard' : 'option',
      }
    })
  }

  #figure(part: DocumentPart, { at, unit, plus }: Figure, what: string): number {
    const text = this.text(part, at, what)
    const written = this.#profile.decimal === ',' ? text.replace(',', '.') : text
    if (!/^-?\d{1,9}(\.\d{1,6})?$/.test(written)) {
      if (text !== '') this.#wrong(problem('configuration-number', { what, value: text, path: at }))
      return 1
    }
    // To the gram and the hundredth of a millimetre: what floating point adds behind is nobody's.
    return Math.round((Number(written) * (factors[unit ?? ''] ?? 1) + (plus ?? 0)) * 1000) / 1000
  }

  #coded(value: string, table: string | undefined, what: string): string {
    if (table === undefined) return value
    const code = this.#profile.tables[table]?.[value]
    if (code === undefined) this.#wrong(problem('configuration-code-unknown', { what, value, table }))
    return code ?? ''
  }
}

import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import type { FieldPlace } from '../../shared/ivi/place-fields.ts'
import { type Releases, sideBySide } from '../../shared/ivi/releases.ts'
import type { Db } from './db.ts'
import { allDefinitions, saveDefinition, saveSetting, setting } from './settings.ts'

/** A release whose schema this workspace was given. */
export interface KeptRelease {
  readonly catalogue: Catalogue
  readonly places: readonly FieldPlace[]
  /** Of the schema as it was published, kept among the documents. */
  readonly sha256: string
  readonly file: string
  readonly addedAt: string
  readonly person: string
  /** Why it took the place of the one before; empty for the first of its number. */
  readonly reason: string
}

export interface NumberedRelease extends KeptRelease {
  /** Counts the schemas that were given under one number. */
  readonly edition: number
}

/** Everything that was given, the editions of a release in their order. */
export function keptReleases(db: Db): readonly NumberedRelease[] {
  return allDefinitions(db, 'release').map(({ version, body }) => ({
    ...(body as KeptRelease),
    edition: version,
  }))
}

export function keepRelease(db: Db, edition: number, release: KeptRelease): void {
  const { catalogue, addedAt } = release
  const definition = { id: catalogue.release, version: edition, body: release }
  saveDefinition(db, 'release', definition, addedAt)
  known.delete(db)
}

/** Other places of the fields in the form, for an edition that is kept already. */
export function keepPlaces(
  db: Db,
  { edition, ...release }: NumberedRelease,
  places: readonly FieldPlace[],
): void {
  db.runSql(
    "UPDATE definition SET body = ? WHERE kind = 'release' AND id = ? AND version = ?",
    JSON.stringify({ ...release, places }),
    release.catalogue.release,
    edition,
  )
  known.delete(db)
}

const known = new WeakMap<Db, Releases>()

/** The product's own releases with those that this workspace was given; a given one stands before the product's. */
export function releasesOf(db: Db, shipped: Releases): Releases {
  const before = known.get(db)
  if (before) return before
  const kept = keptReleases(db)
  const catalogues = new Map(
    [...shipped.known, ...kept.map(({ catalogue }) => catalogue)].map((each) => [each.release, each]),
  )
  const places = new Map(kept.map((each) => [each.catalogue.release, each.places]))
  const made = sideBySide([...catalogues.values()], setting(db, inUse) ?? shipped.inUse.release, places)
  known.set(db, made)
  return made
}

/** Every edition of a release, the newest first: what was signed by an older one stays readable. */
export function editionsOf(db: Db, shipped: Releases, release: string): readonly Catalogue[] {
  const given = keptReleases(db).map(({ catalogue }) => catalogue)
  return [...shipped.known, ...given].filter((each) => each.release === release).reverse()
}

const inUse = 'release-in-use'

export function saveReleaseInUse(db: Db, release: string): void {
  saveSetting(db, inUse, release)
  known.delete(db)
}

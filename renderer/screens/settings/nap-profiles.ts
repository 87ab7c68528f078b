interface NapProfileFile {
  readonly id: string
  readonly name: string
}

const files = import.meta.glob<NapProfileFile>('../../../schemas/naps/*.json', {
  eager: true,
  import: 'default',
})

/** The access points that the product knows how to speak to. */
export const napProfiles: readonly NapProfileFile[] = Object.values(files)

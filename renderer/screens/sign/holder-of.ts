/** The common name of `CN=Seal, O=Works, C=AT`, with the organisation where that says more; else the whole name. */
export function holderOf(name: string): string {
  const part = (key: string): string | undefined =>
    new RegExp(`(?:^|, ?)${key}=((?:\\\\.|[^,\\\\])+)`).exec(name)?.[1]?.replace(/\\(.)/g, '$1')
  const [common, organisation] = [part('CN'), part('O')]
  const more = organisation && !common?.includes(organisation) ? organisation : undefined
  return [common, more].filter(Boolean).join(' · ') || name
}

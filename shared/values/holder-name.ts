/** The common name of `CN=Seal, O=Works, C=AT`; else the whole name. */
export function commonNameOf(name: string): string {
  return part(name, 'CN') ?? name
}

/** The same with the organisation where that says more. */
export function holderOf(name: string): string {
  const [common, organisation] = [part(name, 'CN'), part(name, 'O')]
  const more = organisation && !common?.includes(organisation) ? organisation : undefined
  return [common, more].filter(Boolean).join(' · ') || name
}

function part(name: string, key: string): string | undefined {
  return new RegExp(`(?:^|, ?)${key}=((?:\\\\.|[^,\\\\])+)`).exec(name)?.[1]?.replace(/\\(.)/g, '$1')
}

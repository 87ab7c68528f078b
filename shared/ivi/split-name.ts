/** Words that an element's name writes otherwise than English does. */
const spelling: Readonly<Record<string, string>> = {
  wltp: 'WLTP',
  whsc: 'WHSC',
  whtc: 'WHTC',
  rde: 'RDE',
  co: 'CO',
  co2: 'CO2',
  nox: 'NOx',
  thc: 'THC',
  nmhc: 'NMHC',
  nh3: 'NH3',
  ch4: 'CH4',
  hc: 'HC',
  eu: 'EU',
  vin: 'VIN',
  f0: 'f0',
  f1: 'f1',
  f2: 'f2',
  d: 'D',
  dc: 'Dc',
  v: 'V',
  s: 'S',
  u: 'U',
}

/**
 * An element's name as English words: `LengthAdjustableMin` → `Length, smallest`. Readable, no more: what the field
 * means is said by the item where one is known.
 */
export function splitName(name: string): string {
  const limited = /^(.+?)(?:Adjustable|Variable)?(Min|Max)$/.exec(name)
  if (limited?.[1]) return `${splitName(limited[1])}, ${limited[2] === 'Min' ? 'smallest' : 'largest'}`
  const words = name
    .replace(/Indicator$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/([a-z]{3})(\d+)$/, '$1 $2')
    .split(' ')
    .map((word) => spelling[word.toLowerCase()] ?? word.toLowerCase())
    .join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

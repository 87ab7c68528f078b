/**
 * True where a number format shows a day. A number has no type of its own in a workbook: only its format tells a
 * date from a mass, so quoted text (`0 "mm"`), escapes and colours must not be taken for the letters of a date.
 */
export function showsDay(format: string): boolean {
  const letters = format
    .replace(/"[^"]*"?|\\.|_.|\*./gs, '')
    .replace(/\[([hms]+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/AM\/PM|A\/P/gi, '')
    .split(';', 1)[0]
    ?.toLowerCase()
  if (!letters || /general|standard/.test(letters)) return false
  if (/[yd]/.test(letters)) return true
  return letters.includes('m') && !/[hs]/.test(letters)
}

/** Formats that leave exceljs no doubt; by itself it takes `0\m` and a time for days, and `DD.MM.YYYY` for none. */
export const clearDay = 'yyyy-mm-dd'
export const clearNumber = 'General'
export const clearPercent = '0%'

/** The one of these that stands for a format. */
export function clearFormat(format: string): string {
  if (showsDay(format)) return clearDay
  return showsPercent(format) ? clearPercent : clearNumber
}

/** True where a number is shown a hundred times as large, with the sign behind it. */
function showsPercent(format: string): boolean {
  return format.replace(/"[^"]*"?|\\./gs, '').includes('%')
}

/** The format codes of `styles.xml` in words that exceljs takes right. */
export function clearFormatCodes(xml: string): string {
  return xml.replace(
    /(<numFmt\s[^>]*?formatCode\s*=\s*)(?:"([^"]*)"|'([^']*)')/g,
    (_, head, double, single) => {
      const code = decodeReferences(String(double ?? single ?? ''))
      return `${head}"${clearFormat(code)}"`
    },
  )
}

function decodeReferences(text: string): string {
  return text
    .replace(/&#(\d{1,7});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
}

import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request was meant for this host by a page of this host. A foreign page can make a browser send requests
 * here: with a name of its own that resolves to 127.0.0.1 (DNS rebinding: `Host` shows that name), or across sites
 * (`Origin` and `Sec-Fetch-Site` show it). Programs other than browsers send neither of the latter two.
 */
export function isFromHere(headers: IncomingHttpHeaders, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!headers.host || !hosts.includes(headers.host)) return false
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) return false
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none' || isNavigation(headers)
}

/** A link to this host that somebody follows from elsewhere; the page itself holds no data. */
function isNavigation(headers: IncomingHttpHeaders): boolean {
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
}

/** Alerts by which a server refuses the certificate that we showed (RFC 8446 6.2), in OpenSSL's spelling. */
const aboutOurCertificate: ReadonlySet<string> = new Set([
  'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE',
  'ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE',
  'ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED',
  'ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED',
  'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN',
  'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
  'ERR_SSL_TLSV1_ALERT_ACCESS_DENIED',
  'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
])

/**
 * In TLS 1.3 such an alert arrives after our side has finished and the request has left; the server has read
 * none of it, since its own handshake never ended.
 */
export function refusesOurCertificate(code: string): boolean {
  return aboutOurCertificate.has(code)
}

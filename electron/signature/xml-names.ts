/** Names that XMLDSig and XAdES give; which algorithms are allowed stands in `schemas/signature`. */
export const dsNamespace = 'http://www.w3.org/2000/09/xmldsig#'
export const xadesNamespace = 'http://uri.etsi.org/01903/v1.3.2#'
export const signedPropertiesType = 'http://uri.etsi.org/01903#SignedProperties'
export const envelopedTransform = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
export const exclusiveC14n = 'http://www.w3.org/2001/10/xml-exc-c14n#'
export const inclusiveC14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
export const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
export const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256'

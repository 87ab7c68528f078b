export function AuditScreen(_props: Record<string, unknown>) {
  return <p>audit</p>
}

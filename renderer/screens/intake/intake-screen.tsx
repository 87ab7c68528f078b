export function IntakeScreen(_props: Record<string, unknown>) {
  return <p>intake</p>
}

export function OutboxScreen(_props: Record<string, unknown>) {
  return <p>outbox</p>
}

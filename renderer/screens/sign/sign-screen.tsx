export function SignScreen(_props: Record<string, unknown>) {
  return <p>sign</p>
}

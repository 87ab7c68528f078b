export function VehicleScreen(_props: Record<string, unknown>) {
  return <p>vehicle</p>
}

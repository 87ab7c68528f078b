export function FirstStart() {
  return <p>first</p>
}

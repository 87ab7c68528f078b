/**
 * A pure function of a text that remembers its answers. Paths, above all, come again with every vehicle and every
 * keystroke. After `most` different texts it begins anew, so that no file from outside makes it grow for ever.
 */
export function remember<Value>(make: (text: string) => Value, most = 20_000): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const earlier = known.get(text)
    if (earlier !== undefined || known.has(text)) return earlier as Value
    const value = make(text)
    if (known.size >= most) known.clear()
    known.set(text, value)
    return value
  }
}

/**
 * Fills a form's blanks, `blank-<name>`. A batch signs with one key: what all its signatures share is written once,
 * by the libraries that know how, and each signature fills in its own. The values are names of our own, times and
 * base64: nothing in them that XML would write otherwise.
 */
export function fillBlanks(form: string, values: Readonly<Record<string, string>>): string {
  return form.replace(/blank-([a-zA-Z]+)/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`nothing fills the blank ${name}`)
    return value
  })
}

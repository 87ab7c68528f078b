/** Closes a union: the compiler refuses a call as long as a member of the union is not handled. */
export function assertNever(value: never): never {
  throw new Error(`unhandled member: ${JSON.stringify(value)}`)
}

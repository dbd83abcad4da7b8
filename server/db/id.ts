/** A new id: a UUID of version 7, so that rows made one after another lie one after another. `now` in milliseconds. */
export function newId(now: number): string {
  const random = crypto.randomUUID()
  const time = now.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`
}

import postgres from 'postgres'

const TRIES_MAX = 5
/** The database asks for the same again: two could not be put in an order, or waited for each other. */
const AGAIN = ['40001', '40P01']

/** Does a whole transaction again where the database undid it for the sake of another, and for nothing else. */
export async function untilSettled<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction()
    } catch (error) {
      const again = error instanceof postgres.PostgresError && AGAIN.includes(error.code)
      if (!again || tries === TRIES_MAX) throw error
    }
  }
}

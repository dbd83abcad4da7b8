import postgres from 'postgres'

/** Whether a write failed because this key is taken. */
export function isTaken(error: unknown, constraint: string): boolean {
  return error instanceof postgres.PostgresError && error.code === '23505' && error.constraint_name === constraint
}

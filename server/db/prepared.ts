import type { Compilable, CompiledQuery, QueryResult } from 'kysely'

interface Asked {
  executeQuery<Row>(query: CompiledQuery<Row>): Promise<QueryResult<Row>>
}

/**
 * A query that comes with every request: it is written once, around a mark for each value, and asking it puts the values where the
 * marks are.
 */
export function prepared<Rows extends Asked, Given extends string, Row>(
  given: readonly Given[],
  write: (rows: Rows, given: Record<Given, string>) => Compilable<Row>,
): (rows: Rows, values: Record<Given, string>) => Promise<Row[]> {
  const marks = Object.fromEntries(given.map((name) => [name, `\0${name}`])) as Record<Given, string> // fromEntries forgets the names
  let written: CompiledQuery<Row> | undefined
  return async (rows, values) => {
    written ??= write(rows, marks).compile()
    const parameters = written.parameters.map((parameter) => {
      const name = given.find((each) => marks[each] === parameter)
      return name === undefined ? parameter : values[name]
    })
    return (await rows.executeQuery<Row>({ ...written, parameters })).rows
  }
}

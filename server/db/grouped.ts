/** Rows by what each belongs to, in the order in which they come. */
export function groupedBy<Row>(rows: readonly Row[], ownerOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(ownerOf(row))
    if (group) group.push(row)
    else groups.set(ownerOf(row), [row])
  }
  return groups
}

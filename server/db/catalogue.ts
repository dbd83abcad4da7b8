import type postgres from 'postgres'

const COLUMN_TYPES: Record<string, string> = {
  bigint: 'number',
  boolean: 'boolean',
  date: 'string',
  integer: 'number',
  json: 'unknown',
  jsonb: 'unknown',
  text: 'string',
  'text[]': 'string[]',
  'timestamp with time zone': 'Date',
  uuid: 'string',
}

/** What the database's own catalogue says of our tables, as the text of schema.ts. */
export async function describeSchema(owner: postgres.Sql): Promise<string> {
  const columns = await owner<{ table_name: string; column_name: string; type: string; nullable: boolean; generated: boolean }[]>`
    select relname as table_name, attname as column_name, format_type(atttypid, atttypmod) as type, not attnotnull as nullable, atthasdef as generated
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped and relname not like 'kysely%'
    order by relname, attnum`

  const tables = [...new Set(columns.map((column) => column.table_name))]
  const columnsOf = (table: string) => columns.filter((column) => column.table_name === table)
  return [
    '// Written by `scripts/describe.ts` from the catalogue of the migrated database. Not by hand.',
    "import type { Generated } from 'kysely'",
    '',
    'export interface Schema {',
    ...tables.flatMap((table) => [`  ${table}: {`, ...columnsOf(table).map((column) => `    ${column.column_name}: ${typeOf(column)}`), '  }']),
    '}',
    '',
  ].join('\n')
}

function typeOf(column: { column_name: string; type: string; nullable: boolean; generated: boolean }): string {
  const known = COLUMN_TYPES[column.type]
  if (known === undefined) throw new Error(`${column.column_name}: what is ${column.type} in the program? Say so in COLUMN_TYPES.`)
  const type = column.nullable ? `${known} | null` : known
  return column.generated ? `Generated<${type}>` : type
}

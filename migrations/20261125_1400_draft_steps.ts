import { sql, type Kysely } from 'kysely'

// Each event of a draft keeps what the draft was after it: so a change can be taken back and made again, on another device too, and
// whoever comes second is told what has changed meanwhile. `position` is the version that the draft had then. Events from before this
// keep nothing. A change of the whole names no term; whoever takes a change back has written in the draft, and so has who begins it
// again on another regulation.
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table draft_events
      add column base_hash   text check (base_hash ~ '^sha256:[0-9a-f]{64}$'),
      add column origin_hash text check (origin_hash ~ '^sha256:[0-9a-f]{64}$'),
      add column origin      json check (json_typeof(origin) = 'object'),
      add column from_on     date,
      add column hash        text check (hash ~ '^sha256:[0-9a-f]{64}$'),
      add column definition  json check (json_typeof(definition) = 'object'),
      drop constraint draft_events_check,
      drop constraint draft_events_act_check,
      add constraint draft_events_act_check check (act in ('begun', 'changed', 'moved', 'undone', 'redone', 'rebased', 'put-to-meeting', 'taken-back', 'published', 'withdrawn', 'recalled')),
      add constraint draft_events_term_check check (term is null or act = 'changed'),
      add constraint draft_events_kept_check check (num_nulls(origin_hash, origin, from_on, hash, definition) in (0, 5))`.execute(db)
  await sql`grant insert (base_hash, origin_hash, origin, from_on, hash, definition) on draft_events to sajja_fund`.execute(db)
  await sql`grant update (base_hash) on drafts to sajja_fund`.execute(db)
}

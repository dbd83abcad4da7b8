import './library.css'
import { createMemo, For, Show } from 'solid-js'
import { DEFAULT_FUND_TERMS, regulationFor } from '../../../plugins/kit/cases.ts'
import type { Day } from '../../../plugins/kit/day.ts'
import type { FundTerms } from '../../../plugins/kit/fund-terms.ts'
import { expectationInWords } from '../../../plugins/kit/neighbour-words.ts'
import { noticeOf } from '../../../plugins/kit/notice.ts'
import type { LibraryPack } from '../../api-library.ts'
import { inLanguage, language } from '../../device.ts'
import { files as enFiles } from '../../text/en/files.ts'
import { library as en } from '../../text/en/library.ts'
import { files as thFiles } from '../../text/th/files.ts'
import { library as th } from '../../text/th/library.ts'
import { BeforeAfterList } from '../../ui/before-after.tsx'
import { Fold } from '../../ui/fold.tsx'
import { dayOf, wholeDay } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { SenderCode } from '../../ui/sender-code.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Tag } from '../../ui/tag.tsx'
import { vocabulary } from '../../vocabulary.ts'
import { Standing } from './library-list.tsx'

const words = inLanguage({ th, en })
const fileWords = inLanguage({ th: thFiles, en: enFiles })
const day = (at: string) => wholeDay(dayOf(at), language())

/** What a pack's note says, in the language of the reader where it is there. */
const told = (note: NonNullable<LibraryPack['note']>) => note[language()] ?? note.th ?? note.en ?? ''

/** Whose it is, what is told of it, and how it stands with others. */
export function PackOrigin(props: { of: LibraryPack }) {
  return (
    <Sheet labelledBy="origin">
      <div class="library-stack">
        <h2 id="origin">{words().by[props.of.by.kind](props.of.by.name[language()])}</h2>
        <p class="small">{[words().version(props.of.version), props.of.sharedAt && words().shared(day(props.of.sharedAt)), words().reach[props.of.reach], props.of.signer && words().signed].filter(Boolean).join(' · ')}</p>
        <Standing of={props.of} />
        <Show when={props.of.withdrawn}><p>{words().withdrawnNote}</p></Show>
        <For each={props.of.endorsed}>{({ by, note, version }) => <p class="library-words"><b>{words().endorsedBy(by[language()], version)}</b> {note}</p>}</For>
        <Show when={props.of.note}>{(note) => <p class="library-words">{told(note())}</p>}</Show>
        <Show when={props.of.signer}>{(code) => <SenderCode label={fileWords().theirCode} of={code()} note={words().theirCodeNote} />}</Show>
        <Show when={props.of.definition.basedOn}>{(model) => <p class="small">{words().basedOn(model().pack, model().version)}</p>}</Show>
      </div>
    </Sheet>
  )
}

/** The pack as it would hang in the temple hall, by the words of the fund that reads it. */
export function PackNotice(props: { of: LibraryPack; today: Day; fundTerms?: FundTerms | undefined }) {
  const notice = createMemo(() => noticeOf({ ...regulationFor(props.of.definition), fundTerms: props.fundTerms ?? DEFAULT_FUND_TERMS }, props.today, vocabulary))
  return <Notice kicker={words().kicker} paperKicker={words().kicker} title={props.of.title[language()]} below={[props.of.by.name[language()], words().version(props.of.version)].join(' · ')} general={notice().general} benefits={notice().benefits} />
}

/** What stands behind a pack: its example people, its versions, the earlier ones as files too, who uses it and what they have changed, and its notes. */
export function PackBehind(props: { of: LibraryPack; fileOf: (version: string) => string }) {
  const cases = () => props.of.cases?.cases ?? []
  const isHandedOn = ({ version, withdrawn }: LibraryPack['versions'][number]) => props.of.signedHere !== undefined && !withdrawn && version !== props.of.version
  return (
    <Sheet>
      <div class="library-stack">
        <Show when={cases().length > 0}>
          <Fold reading label={words().cases(cases().length)}>
            <ul class="library-lines"><For each={cases()}>{({ name, expect }) => <li>{name[language()]}: <b>{expectationInWords(expect)[language()]}</b></li>}</For></ul>
          </Fold>
        </Show>
        <h2>{words().usedBy}</h2>
        <Show when={props.of.usedBy.length > 0} fallback={<p>{words().users(0)}</p>}>
          <ul class="library-lines"><For each={props.of.usedBy}>{(use) => <li><Use of={use} /></li>}</For></ul>
        </Show>
        <h2>{words().versions}</h2>
        <ul class="library-lines"><For each={props.of.versions.toReversed()}>{(version) => <li><Version of={version} file={isHandedOn(version) ? props.fileOf(version.version) : undefined} /></li>}</For></ul>
        <Show when={props.of.definition.notes}>
          {(notes) => <Fold reading label={words().notes}><ul class="library-lines"><For each={notes()}>{(note) => <li>{note[language()]}</li>}</For></ul></Fold>}
        </Show>
      </div>
    </Sheet>
  )
}

function Use(props: { of: LibraryPack['usedBy'][number] }) {
  const said = () => [words().usesVersion(props.of.version), props.of.changed.length === 0 ? words().changedNothing : words().changedSome(props.of.changed.length)].join(' · ')
  return (
    <>
      <b>{props.of.fund.name[language()]}</b>
      <Show when={props.of.changed.length > 0} fallback={<p class="small">{said()}</p>}>
        <Fold reading label={said()}><BeforeAfterList of={props.of.changed} elsewhere={words().elsewhere} level={3} /></Fold>
      </Show>
    </>
  )
}

function Version(props: { of: LibraryPack['versions'][number]; file: string | undefined }) {
  return (
    <>
      <b>{words().version(props.of.version)}</b> <Show when={props.of.sharedAt}>{(at) => <span class="small">{words().shared(day(at()))}</span>}</Show> <Show when={props.of.withdrawn}><Tag tone="no">{words().withdrawn}</Tag></Show>
      <Show when={props.of.note}>{(note) => <p class="library-words">{told(note())}</p>}</Show>
      <Show when={props.of.withdrawn}>{(withdrawn) => <p class="small">{words().withdrawnBecause(day(withdrawn().at), withdrawn().reason)}</p>}</Show>
      <Show when={props.file}>{(href) => <a class="library-keep" href={href()} download="">{words().keepVersion(props.of.version)}</a>}</Show>
    </>
  )
}

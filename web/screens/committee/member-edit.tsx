import { createAsync, revalidate, useNavigate, type RouteSectionProps } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { editMember, getCentres, getMember, getMemberEvents, lookUpMember, type Centre, type Member } from '../../api-members.ts'
import { ApiTrouble, getFund } from '../../api.ts'
import { allOf } from '../../all-of.ts'
import { onArrival } from '../../arrival.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { useSending } from '../../sending.ts'
import { memberForm as en } from '../../text/en/member-form.ts'
import { members as enMembers } from '../../text/en/members.ts'
import { memberForm as th } from '../../text/th/member-form.ts'
import { members as thMembers } from '../../text/th/members.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Faults } from '../../ui/field.tsx'
import { Foot, Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { draftOf, particularsIn } from './member-draft.ts'
import { fieldNames, MemberFields, readyToSend } from './member-form.tsx'
import { changedMeanwhile, Meanwhile } from './member-meanwhile.tsx'

const words = inLanguage({ th, en })
const register = inLanguage({ th: thMembers, en: enMembers })

/** What the register says of a member is corrected. */
export default function EditMemberScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const id = () => props.params['member'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const member = createAsync(() => getMember(slug(), id()))
  const centres = createAsync(() => getCentres(slug()))
  const all = allOf({ fund, member, centres })
  onArrival(() => `${words().editTitle} · ${member()?.name ?? ''}`)
  return (
    <Show when={all()}>
      {(all) => (
        <Page title={all().fund.name[language()]} href={paths.fund(slug())} below={<a href={paths.member(slug(), id())}>{all().member.name}</a>}>
          <Correction fund={slug()} member={all().member} centres={all().centres.centres} />
        </Page>
      )}
    </Show>
  )
}

function Correction(props: { fund: string; member: Member; centres: Centre[] }) {
  const navigate = useNavigate()
  const id = props.member.id
  // What is being corrected: as it stood when the form was opened or, where another was faster, as they left it.
  const [base, setBase] = createSignal(props.member)
  const [meanwhile, tell] = createSignal<{ before: Member; after: Member; changed: ReturnType<typeof changedMeanwhile>['changed'] }>()
  const [draft, write] = createStore(draftOf(props.member))
  const { send, busy, faults, setFaults, errorAt } = useSending(() => fieldNames(draft), 'number')

  const lookAgain = async (error: unknown) => {
    if (!(error instanceof ApiTrouble) || error.code !== 'changed-meanwhile') throw error
    const [before, after] = [base(), await lookUpMember(props.fund, id)]
    const { changed, untouched } = changedMeanwhile(unwrap(draft), before, after)
    write(untouched)
    setBase(after)
    tell({ before, after, changed })
    return undefined
  }
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    const wrong = readyToSend(draft, write)
    if (wrong.length > 0) return setFaults(wrong)
    tell(undefined)
    void send(() => editMember(props.fund, id, { ...particularsIn(draft, id), version: base().version }).catch(lookAgain), (saved) => {
      if (!saved) return
      void revalidate([getMember.key, getMemberEvents.key])
      navigate(paths.member(props.fund, id))
    })
  }
  return (
    <form onSubmit={save} noValidate class="member-form">
      <header><h1 tabindex="-1">{words().editTitle}</h1><p class="small">{props.member.name} · {register().number(props.member.number)}</p></header>
      <Sheet roomy>
        <div class="member-form">
          <Show when={faults().length > 0}><Faults title={register().cannot} faults={faults()} /></Show>
          <Show when={meanwhile()}>{(told) => <Meanwhile {...told()} draft={draft} centres={props.centres} />}</Show>
          <Show when={base()} keyed>
            {(member) => <MemberFields fund={props.fund} draft={draft} write={write} centres={props.centres} errorAt={errorAt} kin={member.household.map(({ name }) => name)} hasCitizenId={member.citizenIdMasked !== undefined} />}
          </Show>
        </div>
      </Sheet>
      <Foot>
        <ButtonLink quiet href={paths.member(props.fund, id)}>{register().back}</ButtonLink>
        <Button submit>{busy() ? register().saving : words().saveEdit}</Button>
      </Foot>
    </form>
  )
}

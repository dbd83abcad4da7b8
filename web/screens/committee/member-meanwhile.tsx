import { For, Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import type { Centre, Member } from '../../api-members.ts'
import { inLanguage, language } from '../../device.ts'
import { memberForm as en } from '../../text/en/member-form.ts'
import { members as enMembers } from '../../text/en/members.ts'
import { memberForm as th } from '../../text/th/member-form.ts'
import { members as thMembers } from '../../text/th/members.ts'
import { draftOf, type MemberDraft } from './member-draft.ts'

const words = inLanguage({ th, en })
const register = inLanguage({ th: thMembers, en: enMembers })

/** What can be changed by two at once, in the order of the form. */
const PARTICULARS = ['number', 'title', 'firstName', 'lastName', 'sex', 'bornOn', 'address', 'phone', 'centreId', 'beneficiaries'] as const
type Particular = (typeof PARTICULARS)[number]

const differ = (a: MemberDraft, b: MemberDraft, name: Particular) => JSON.stringify(a[name]) !== JSON.stringify(b[name])

/** What another changed while this form was open; of that, what its writer has not touched. */
export function changedMeanwhile(draft: MemberDraft, before: Member, after: Member): { changed: Particular[]; untouched: Partial<MemberDraft> } {
  const [was, is] = [draftOf(before), draftOf(after)]
  const changed = PARTICULARS.filter((name) => differ(was, is, name))
  const untouched = changed.filter((name) => !differ(draft, was, name))
  return { changed, untouched: Object.fromEntries(untouched.map((name) => [name, is[name]])) }
}

/** Somebody was faster: what they changed, struck out and written anew; and what one typed oneself, which is still there. */
export function Meanwhile(props: { before: Member; after: Member; changed: Particular[]; draft: MemberDraft; centres: Centre[] }) {
  const take = (element: HTMLElement) => queueMicrotask(() => element.focus())
  const said = (draft: MemberDraft, name: Particular) => told(draft, name, props.centres) || words().nothing
  const [was, is] = [() => draftOf(props.before), () => draftOf(props.after)]
  return (
    <div class="meanwhile" role="alert" tabindex="-1" ref={take}>
      <h2>{words().meanwhile}</h2>
      <p>{words().meanwhileIntro}</p>
      <Show when={props.changed.length > 0} fallback={<p>{words().meanwhileNothing}</p>}>
        <dl class="member-record">
          <For each={props.changed}>
            {(name) => (
              <div>
                <dt class="small">{labels()[name]}</dt>
                <dd><del>{said(was(), name)}</del> <ins>{said(is(), name)}</ins><Show when={differ(props.draft, is(), name)}><p class="small">{words().yours(said(props.draft, name))}</p></Show></dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
    </div>
  )
}

const labels = (): Record<Particular, string> => ({
  number: register().numberLabel, title: register().titleLabel, firstName: register().firstName, lastName: register().lastName, sex: register().sex, bornOn: register().bornOn,
  address: register().address, phone: register().phone, centreId: register().centre, beneficiaries: register().beneficiaries,
})

function told(draft: MemberDraft, name: Particular, centres: Centre[]): string {
  switch (name) {
    case 'sex': return draft.sex ? register().sexes[draft.sex] : ''
    case 'bornOn': return draft.bornOn === undefined || draft.bornOn === 'none' ? '' : formatDay(draft.bornOn, language(), 'long')
    case 'centreId': return centres.find(({ id }) => id === draft.centreId)?.name ?? ''
    case 'beneficiaries': return draft.beneficiaries.map((each) => `${each.name} (${each.relation})`).join(', ')
    default: return draft[name]
  }
}

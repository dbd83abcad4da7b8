import { For, Show } from 'solid-js'
import type { Draft } from '../../api-rules.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { rules as en } from '../../text/en/rules.ts'
import { rules as th } from '../../text/th/rules.ts'
import { useDesk } from './desk.tsx'

const words = inLanguage({ th, en })

type Finding = Draft['findings'][number]

/** The value in which something was found, as `pack.term`. */
function valueOf({ regulation }: Draft, { at }: Finding): string | undefined {
  const [, pack, term] = /^packs\.(\d+)\.(?:pack\.terms|values)\.([^.]+)/.exec(at) ?? []
  return term === undefined ? undefined : `${regulation.packs[Number(pack)]?.pack.id ?? ''}.${term}`
}

/** The benefit in which something was found. */
function benefitOf({ regulation }: Draft, { at }: Finding) {
  const [, pack, benefit] = /^packs\.(\d+)\.pack\.benefits\.(\d+)/.exec(at) ?? []
  return regulation.packs[Number(pack)]?.pack.benefits[Number(benefit)]
}

/** What keeps a draft from the meeting, each with its benefit or the way to its value. */
export function Findings(props: { draft: Draft }) {
  const desk = useDesk()
  const errors = () => props.draft.findings.filter(({ level }) => level === 'error')
  const mayChange = () => props.draft.can.includes('change')
  return (
    <Show when={errors().length > 0}>
      <h3>{words().findings}</h3>
      <ul>
        <For each={errors()}>
          {(finding) => (
            <li class="field-error">
              <Show when={benefitOf(props.draft, finding)}>{(benefit) => <b>{benefit().title[language()]}: </b>}</Show>
              {finding.text[language()]}
              <Show when={mayChange() && valueOf(props.draft, finding)}>{(value) => <> <a href={paths.draft(desk, { value: value() })}>{words().toValue}</a></>}</Show>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

/** What was found in one value. */
export function FindingsAt(props: { draft: Draft; value: string }) {
  const found = () => props.draft.findings.filter((finding) => valueOf(props.draft, finding) === props.value)
  return <For each={found()}>{({ level, text }) => <p class={level === 'error' ? 'field-error' : 'small'}>{text[language()]}</p>}</For>
}

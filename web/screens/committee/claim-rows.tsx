import './claims.css'
import { For, Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { formatBaht } from '../../../plugins/kit/money.ts'
import type { ListedClaim } from '../../api-claims.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { claims as en } from '../../text/en/claims.ts'
import { claims as th } from '../../text/th/claims.ts'
import { categoryIcon } from '../../ui/category-icon.ts'
import { Icon } from '../../ui/icon.tsx'
import { Tag } from '../../ui/tag.tsx'
import { findingWords, TONES } from './claim-words.ts'

const words = inLanguage({ th, en })

/** Claims, each a row that leads to it. `of`: whose they are is said already. */
export function ClaimRows(props: { fund: string; claims: ListedClaim[]; of?: 'one member' }) {
  return (
    <ul class="claims">
      <For each={props.claims}>
        {(claim) => (
          <li>
            <a class="claims-row" href={paths.claim(props.fund, claim.id)}>
              <Icon name={categoryIcon[claim.benefit.category]} />
              <span class="claims-what">
                <Show when={props.of === undefined}><b class="claims-name">{claim.member.name}</b></Show>
                <span class="claims-facts">
                  <span class={props.of === undefined ? '' : 'claims-name'}>{claim.benefit.title[language()]}<Show when={claim.subject}>{(subject) => <> · {subject().name}</>}</Show></span>
                  <span class="small">{words().numbered(claim.number)}</span>
                </span>
                <span class="claims-facts small">
                  <span>{words().eventOn(formatDay(claim.eventOn, language(), 'short'))}</span>
                  <span>{words().claimedOn(formatDay(claim.claimedOn, language(), 'short'))}</span>
                </span>
                <span><Standing claim={claim} /></span>
              </span>
              <Icon name="caret-right" />
            </a>
          </li>
        )}
      </For>
    </ul>
  )
}

function Standing(props: { claim: ListedClaim }) {
  const resolved = () => {
    const { state, resolved } = props.claim
    if (state === 'reversed') return words().state.reversed
    return resolved?.outcome === 'approved' ? [words().approved(formatBaht(resolved.amountSatang, language())), ...(state === 'paid' ? [words().state.paid] : [])].join(' · ') : words().refused
  }
  return (
    <Show when={props.claim.state === 'submitted'} fallback={<span class="claims-resolved">{resolved()}</span>}>
      <Tag tone={TONES[props.claim.finding.outcome]}>{findingWords(props.claim.finding)}</Tag>
    </Show>
  )
}

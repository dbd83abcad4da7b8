import { createEffect, createSignal, For, type Accessor } from 'solid-js'
import type { Draft } from '../../api-rules.ts'
import { getUpgrades, getUpgradesInForce, type PossibleUpgrade } from '../../api-upgrades.ts'
import { ApiTrouble } from '../../api.ts'
import { inLanguage, language } from '../../device.ts'
import { paths } from '../../paths.ts'
import { upgrade as en } from '../../text/en/upgrade.ts'
import { upgrade as th } from '../../text/th/upgrade.ts'

const words = inLanguage({ th, en })

/** Beside a draft that can be changed: which of its models have come out anew, or whether one has, each with the way to follow it. */
export function LaterModels(props: { fund: string; draft: Draft; pack?: string }) {
  const later = useLater(async () => {
    const { id, version, can } = props.draft
    return can.includes('change') ? getUpgrades(props.fund, id, version) : []
  })
  return <Ways fund={props.fund} of={later().filter(({ pack }) => props.pack === undefined || pack === props.pack)} />
}

/** The same of the regulation in force, where nothing is being drafted. */
export function LaterModelsInForce(props: { fund: string; pack?: string }) {
  const later = useLater(() => getUpgradesInForce(props.fund))
  return <Ways fund={props.fund} of={later().filter(({ pack }) => props.pack === undefined || pack === props.pack)} />
}

/** What else is on the screen does not wait for it, and stands without it. */
function useLater(ask: () => Promise<PossibleUpgrade[]>): Accessor<readonly PossibleUpgrade[]> {
  const [later, setLater] = createSignal<readonly PossibleUpgrade[]>([])
  let asked = 0
  createEffect(async () => {
    const mine = asked += 1
    try {
      const found = await ask()
      if (mine === asked) setLater(found)
    } catch (error) {
      if (!(error instanceof ApiTrouble)) throw error
    }
  })
  return later
}

function Ways(props: { fund: string; of: readonly PossibleUpgrade[] }) {
  return (
    <For each={props.of}>
      {({ pack, title, to }) => (
        <p class="draft-banner only-screen">
          <span>{words().later(title[language()], to)}</span>
          <a href={paths.upgrade(props.fund, pack)}>{words().open}</a>
        </p>
      )}
    </For>
  )
}

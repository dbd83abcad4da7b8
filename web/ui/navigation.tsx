import './navigation.css'
import { createContext, For, useContext, type Accessor } from 'solid-js'
import { inLanguage } from '../device.ts'
import { state as en } from '../text/en/state.ts'
import { state as th } from '../text/th/state.ts'
import { Icon, type IconName } from './icon.tsx'

const words = inLanguage({ th, en })

/** One of the few rooms that are always one tap away. */
export interface Way {
  href: string
  label: string
  icon: IconName
  /** Whether one is in it. */
  isHere: boolean
}

/** The ways that every page in it shows: at the bottom of a phone, at the left of a desk. */
export const Ways = createContext<Accessor<Way[]>>()

export const useWays = () => useContext(Ways)

export function Navigation(props: { ways: Way[] }) {
  return (
    <nav class="ways only-screen" aria-label={words().ways}>
      <For each={props.ways}>
        {(way) => <a class="way" href={way.href} aria-current={way.isHere ? 'page' : undefined}><Icon name={way.icon} /><span>{way.label}</span></a>}
      </For>
    </nav>
  )
}

import { useLocation, type RouteSectionProps } from '@solidjs/router'
import { inLanguage } from '../../device.ts'
import { paths } from '../../paths.ts'
import { committee as en } from '../../text/en/committee.ts'
import { committee as th } from '../../text/th/committee.ts'
import type { IconName } from '../../ui/icon.tsx'
import { Ways, type Way } from '../../ui/navigation.tsx'

const words = inLanguage({ th, en })

/** The rooms of a committee, each one tap away from every other. */
export default function CommitteeRoom(props: RouteSectionProps) {
  const location = useLocation()
  const way = (name: keyof typeof th, icon: IconName, to: (fund: string) => string, others: string[] = []): Way => {
    const href = to(props.params['fund'] ?? '')
    const isHere = [href, ...others.map((other) => `${paths.fund(props.params['fund'] ?? '')}/${other}`)].some((place) => location.pathname === place || location.pathname.startsWith(`${place}/`))
    return { href, label: words()[name], icon, isHere }
  }
  const ways = () => [
    way('today', 'sun-horizon', paths.today),
    way('claims', 'hand-coins', paths.claims),
    way('members', 'users-three', paths.members, ['receipts', 'arrears']),
    way('rules', 'scroll', paths.rules, ['library']),
    way('more', 'dots-three-circle', paths.more, ['people', 'centres', 'figures']),
  ]
  return <Ways.Provider value={ways}>{props.children}</Ways.Provider>
}

import type { RouteSectionProps } from '@solidjs/router'
import { inLanguage } from '../../device.ts'
import { paths } from '../../paths.ts'
import { network as en } from '../../text/en/network.ts'
import { network as th } from '../../text/th/network.ts'
import { Ways } from '../../ui/navigation.tsx'

const words = inLanguage({ th: th.ways, en: en.ways })

/** The rooms of a network. */
export default function NetworkRoom(props: RouteSectionProps) {
  const slug = () => props.params['network'] ?? ''
  const compares = () => props.location.pathname.startsWith(paths.compare(slug()))
  const ways = () => [
    { href: paths.network(slug()), label: words().funds, icon: 'buildings' as const, isHere: !compares() },
    { href: paths.compare(slug()), label: words().compare, icon: 'scales' as const, isHere: compares() },
    { href: paths.account(), label: words().account, icon: 'dots-three-circle' as const, isHere: false },
  ]
  return <Ways.Provider value={ways}>{props.children}</Ways.Provider>
}

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
  const isUnder = (path: string) => props.location.pathname.startsWith(path)
  const ways = () => [
    { href: paths.network(slug()), label: words().funds, icon: 'buildings' as const, isHere: !isUnder(paths.compare(slug())) && !isUnder(paths.figures(slug())) && !isUnder(paths.networkLibrary(slug())) && !isUnder(paths.learning(slug())) },
    { href: paths.compare(slug()), label: words().compare, icon: 'scroll' as const, isHere: isUnder(paths.compare(slug())) },
    { href: paths.networkLibrary(slug()), label: words().library, icon: 'share-network' as const, isHere: isUnder(paths.networkLibrary(slug())) },
    { href: paths.figures(slug()), label: words().figures, icon: 'hand-coins' as const, isHere: isUnder(paths.figures(slug())) },
    { href: paths.learning(slug()), label: words().learning, icon: 'graduation-cap' as const, isHere: isUnder(paths.learning(slug())) },
    { href: paths.account(), label: words().account, icon: 'dots-three-circle' as const, isHere: false },
  ]
  return <Ways.Provider value={ways}>{props.children}</Ways.Provider>
}

import { useLocation, type RouteSectionProps } from '@solidjs/router'
import { inLanguage } from '../../device.ts'
import { paths } from '../../paths.ts'
import { operator as en } from '../../text/en/operator.ts'
import { operator as th } from '../../text/th/operator.ts'
import { Ways } from '../../ui/navigation.tsx'

const words = inLanguage({ th: th.ways, en: en.ways })

/** The rooms of the host, each one tap away from every other. */
export default function OperatorRoom(props: RouteSectionProps) {
  const location = useLocation()
  const isNew = () => location.pathname === paths.newFund()
  const ways = () => [
    { href: paths.operator(), label: words().funds, icon: 'buildings' as const, isHere: !isNew() },
    { href: paths.newFund(), label: words().add, icon: 'plus' as const, isHere: isNew() },
    { href: paths.account(), label: words().account, icon: 'dots-three-circle' as const, isHere: false },
  ]
  return <Ways.Provider value={ways}>{props.children}</Ways.Provider>
}

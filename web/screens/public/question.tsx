import { createAsync, type RouteSectionProps } from '@solidjs/router'
import { Show } from 'solid-js'
import { getFund, type Fund } from '../../api.ts'
import { inLanguage } from '../../device.ts'
import { paths } from '../../paths.ts'
import { enquiry as en } from '../../text/en/enquiry.ts'
import { enquiry as th } from '../../text/th/enquiry.ts'
import { vocabulary } from '../../vocabulary.ts'
import { follow } from '../enquiry/enquiry.ts'
import { useMemory } from '../enquiry/memory.tsx'
import { grantsOf } from '../enquiry/past.ts'
import { Steps } from '../enquiry/steps.tsx'
import { Result } from './result.tsx'

const words = inLanguage({ th, en })

/** "What would I get?": one question a screen, and the result; what the rules say stands beside them. */
export default function QuestionScreen(props: RouteSectionProps) {
  const slug = () => props.params['fund'] ?? ''
  const benefitId = () => props.params['benefit'] ?? ''
  const fund = createAsync(() => getFund(slug()))
  const [memory] = useMemory()
  const enquiry = ({ publications, today }: Fund) => ({ publications, today, benefitId: benefitId(), answers: { ...memory.answers }, past: grantsOf(memory.past[benefitId()], benefitId()), vocabulary })
  const trail = createAsync(async () => {
    const known = fund()
    return known && follow(enquiry(known))
  })
  return (
    <Show when={fund()}>
      {(fund) => (
        <Show when={trail.latest}>
          {(trail) => (
            <Steps
              fund={fund()} trail={trail()} step={String(props.location.query['step'] ?? '')} walk={() => follow(enquiry(fund()))}
              to={(step) => paths.step(slug(), benefitId(), step)} from={paths.events(slug())} home={paths.fund(slug())} last={words().result}
            >
              <Result fund={fund()} trail={trail()} />
            </Steps>
          )}
        </Show>
      )}
    </Show>
  )
}

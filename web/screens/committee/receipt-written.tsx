import { inLanguage } from '../../device.ts'
import { paths } from '../../paths.ts'
import { receipts as en } from '../../text/en/receipts.ts'
import { receipts as th } from '../../text/th/receipts.ts'
import { ButtonLink } from '../../ui/button.tsx'

const words = inLanguage({ th, en })

/** A payment was just taken in: its receipt can be printed now. */
export function ReceiptWritten(props: { fund: string; receipt: string }) {
  return (
    <div class="member-taken" role="status">
      <p><b>{words().taken}</b> · {words().takenNow}</p>
      <ButtonLink quiet icon="printer" href={paths.receipt(props.fund, props.receipt)}>{words().see}</ButtonLink>
    </div>
  )
}

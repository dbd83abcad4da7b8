import { For, Show } from 'solid-js'
import { formatDay } from '../../../plugins/kit/day.ts'
import { bahtInWords, formatAmount } from '../../../plugins/kit/money.ts'
import type { Member } from '../../api-members.ts'
import type { Receipt } from '../../api-receipts.ts'
import { inLanguage, language } from '../../device.ts'
import { receipts as en } from '../../text/en/receipts.ts'
import { receipts as th } from '../../text/th/receipts.ts'
import { digits } from '../../ui/paper.ts'
import { lineName } from './receipt-lines.ts'

const words = inLanguage({ th, en })

/** A receipt (ใบเสร็จรับเงิน) as its form is: the same on the screen and, twice over, on paper. Figures in sentences are Thai there; those in the sum are not. */
export function ReceiptPaper(props: { fund: string; member: Member; receipt: Receipt; which: string }) {
  const day = (on: string) => formatDay(on, language(), 'long')
  return (
    <article class="sheet receipt">
      <Show when={props.receipt.voided}>
        {(voided) => <div class="receipt-void"><p class="receipt-void-word">{words().void}</p><p class="small">{digits(words().voided(day(voided().on), voided().reason))}</p></div>}
      </Show>
      <header>
        <p class="receipt-which only-paper">{props.which}</p>
        <p>{props.fund}</p>
        <p class="receipt-title">{words().heading}</p>
        <p class="receipt-place"><span>{digits(words().place(props.receipt.book, props.receipt.number))}</span><span>{digits(words().day(day(props.receipt.receivedOn)))}</span></p>
      </header>
      <dl>
        <div><dt>{words().from}</dt><dd>{digits(words().member(props.member.name, props.member.number))}</dd></div>
        <Show when={props.receipt.payer}>{(payer) => <div><dt>{words().broughtBy}</dt><dd>{digits(payer())}</dd></div>}</Show>
      </dl>
      <table>
        <thead><tr><th scope="col">{words().item}</th><th scope="col">{words().amount}</th></tr></thead>
        <tbody><For each={props.receipt.lines}>{(line) => <tr><td>{digits(lineName(line))}</td><td class="figure">{formatAmount(line.amountSatang)}</td></tr>}</For></tbody>
        <tfoot><tr><th scope="row">{words().total}</th><td class="figure">{formatAmount(props.receipt.totalSatang)}</td></tr></tfoot>
      </table>
      <p class="receipt-letters">({bahtInWords(props.receipt.totalSatang, language())})</p>
      <p class="receipt-sign only-paper">{words().sign} ................................................ {words().receiver}<br />( ................................................ )</p>
    </article>
  )
}

import './hand-over.css'
import { inLanguage, language } from '../device.ts'
import { people as en } from '../text/en/people.ts'
import { people as th } from '../text/th/people.ts'
import { moment } from './moment.ts'

const words = inLanguage({ th, en })

/** An invitation that was just made, to be handed over: scanned, or sent as a link. It is shown this once. */
export function HandOver(props: { made: { name: string; link: string; qr: string; expiresAt: string } }) {
  return (
    <div class="hand-over" role="status">
      <p>{words().scan(props.made.name)}</p>
      <div class="hand-over-qr" role="img" aria-label={words().link} innerHTML={props.made.qr} />
      <p class="small">{words().scanOnce(moment(props.made.expiresAt, language()))}</p>
      <label class="field"><span class="field-label">{words().link}</span><input class="box" readonly value={props.made.link} onFocus={(event) => event.currentTarget.select()} /></label>
    </div>
  )
}

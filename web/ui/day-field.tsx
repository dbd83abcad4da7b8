import './day-field.css'
import { createSignal, For, Show } from 'solid-js'
import { readDay, type Day } from '../../plugins/kit/day.ts'
import { inLanguage, language } from '../device.ts'
import { fields as en } from '../text/en/fields.ts'
import { fields as th } from '../text/th/fields.ts'
import { monthNames, typedYear, weekdayAndDay } from './calendar.ts'
import { describedBy, Field, type Asking } from './field.tsx'

const words = inLanguage({ th, en })

/** What stands in the three boxes. */
interface Written {
  day: string
  month: string
  year: string
}

const written = (day: Day | undefined): Written => {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return { day: date && String(Number(date)), month: month && String(Number(month)), year: year && typedYear(Number(year), language()) }
}

const understood = (typed: string): Day | undefined => {
  const result = readDay(typed)
  return result.ok ? result.day : undefined
}
const read = ({ day, month, year }: Written) => (day && month && year ? understood(`${day}/${month}/${year}`) : undefined)

/**
 * A day in three boxes: day, month by name, year. A whole date typed or pasted into the first box (12/11/69, ๑๒/๑๑/๒๕๖๙) fills all
 * three. Gives the day once the three make one, 'none' while they do not, undefined while all are empty; and reads it back in words.
 */
export function DayField(props: { asking: Asking; value: Day | 'none' | undefined; onInput: (day: Day | 'none' | undefined) => void }) {
  const [boxes, fill] = createSignal(written(props.value === 'none' ? undefined : props.value))
  const write = (next: Written) => {
    fill(next)
    props.onInput(next.day || next.month || next.year ? read(next) ?? 'none' : undefined)
  }
  const tidy = () => {
    const day = read(boxes()) ?? understood(boxes().day)
    if (day) write(written(day))
  }
  const invalid = () => props.asking.error !== undefined
  return (
    <Field asking={props.asking} group>
      <div class="day">
        <label class="day-part">
          <span class="small">{words().day}</span>
          <input id={props.asking.id} class="box" inputmode="numeric" autocomplete="off" size="1" value={boxes().day} onInput={(event) => write({ ...boxes(), day: event.currentTarget.value })} onChange={tidy} aria-invalid={invalid()} aria-describedby={describedBy(props.asking)} />
        </label>
        <label class="day-part day-month">
          <span class="small">{words().month}</span>
          <select class="box" value={boxes().month} onChange={(event) => write({ ...boxes(), month: event.currentTarget.value })} aria-invalid={invalid()}>
            <option value="" disabled>{words().chooseMonth}</option>
            <For each={monthNames(language())}>{(name, at) => <option value={String(at() + 1)} selected={boxes().month === String(at() + 1)}>{name}</option>}</For>
          </select>
        </label>
        <label class="day-part day-year">
          <span class="small">{words().year}</span>
          <input class="box" inputmode="numeric" autocomplete="off" size="1" value={boxes().year} onInput={(event) => write({ ...boxes(), year: event.currentTarget.value })} onChange={tidy} aria-invalid={invalid()} />
        </label>
      </div>
      <output class="day-read"><Show when={read(boxes())}>{(day) => <>{weekdayAndDay(day(), language())}</>}</Show></output>
    </Field>
  )
}

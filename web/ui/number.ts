import { arabicDigits } from '../../plugins/kit/text.ts'

/** The number a person typed: Thai or Arabic digits, with or without thousands, at most `scale` decimals. Undefined when it is none. */
export function readNumber(typed: string, scale: number): number | undefined {
  const plain = arabicDigits(typed.trim()).replaceAll(/(?<=\d),(?=\d{3}(\D|$))/g, '')
  const [, whole, decimals = ''] = /^(\d{1,9})(?:\.(\d+))?$/.exec(plain) ?? []
  return whole === undefined || decimals.length > scale ? undefined : Number(`${whole}.${decimals}0`)
}

/** 1,000 and 1,234.50: thousands, and two decimals only where there are any. */
export function showNumber(value: number): string {
  return value.toLocaleString('en', Number.isInteger(value) ? {} : { minimumFractionDigits: 2 })
}

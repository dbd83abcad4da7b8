import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const sheet = readFileSync(new URL('../../web/tokens.css', import.meta.url), 'utf8')

type Theme = 'light' | 'dark'
type Colours = Record<string, string>

function coloursIn(block: string): Colours {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[\dA-F]{6});/g)].map(([, name, hex]) => [name, hex]))
}

/** The tokens as a browser cascades them: dark overrides light where it says so. */
function themesIn(css: string): Record<Theme, Colours> {
  const [light = '', rest = ''] = css.split('@media (prefers-color-scheme: dark)')
  const [dark = ''] = rest.split('@media print')
  return { light: coloursIn(light), dark: { ...coloursIn(light), ...coloursIn(dark) } }
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

const themes = themesIn(sheet)

function between(theme: Theme, ink: string, ground: string): number {
  const { [ink]: a, [ground]: b } = themes[theme]
  if (!a || !b) throw new Error(`tokens.css has no --${a ? ground : ink} in ${theme}`)
  return contrast(a, b)
}

/** Ink, ground, the least contrast in light and in dark that the design promises. */
const promised: [ink: string, ground: string, light: number, dark: number][] = [
  ['text', 'paper', 16.3, 14.1],
  ['text', 'desk', 14.0, 15.8],
  ['text', 'mark', 11.7, 6.3],
  ['text', 'pen-wash', 13.8, 11.1],
  ['text', 'yes-wash', 13.8, 11.1],
  ['text', 'ask-wash', 13.8, 11.1],
  ['text', 'no-wash', 13.8, 11.1],
  ['text2', 'paper', 8.4, 8.9],
  ['text2', 'desk', 7.2, 10.0],
  ['text2', 'sunk', 6.5, 7.8],
  ['pen', 'paper', 9.2, 9.4],
  ['pen', 'desk', 7.9, 10.5],
  ['pen', 'pen-wash', 7.9, 7.4],
  ['yes', 'paper', 7.9, 9.0],
  ['ask', 'paper', 7.9, 9.0],
  ['no', 'paper', 7.9, 9.0],
  ['yes', 'yes-wash', 6.8, 7.6],
  ['ask', 'ask-wash', 6.8, 7.6],
  ['no', 'no-wash', 6.8, 7.6],
  ['on-cover', 'cover', 10.4, 13.0],
  ['on-pen', 'pen', 9.2, 10.5],
  ['edge', 'paper', 3.7, 4.5],
  ['edge', 'desk', 3.7, 4.5],
  ['edge', 'sunk', 3.7, 4.5],
]

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.each(promised)('%s on %s keeps its contrast', (ink, ground, light, dark) => {
    const least = theme === 'light' ? light : dark
    expect(Math.round(between(theme, ink, ground) * 10) / 10).toBeGreaterThanOrEqual(least)
  })

  test.each(['paper', 'desk'])('body text on %s is AAA', (ground) => {
    expect(between(theme, 'text', ground)).toBeGreaterThanOrEqual(7)
    expect(between(theme, 'text2', ground)).toBeGreaterThanOrEqual(7)
  })

  test('the thread is seen on the cover', () => {
    expect(between(theme, 'thread', 'cover')).toBeGreaterThanOrEqual(3)
  })
})

test('the measure is right: black on white is 21, a colour on itself is 1', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5)
  expect(contrast('#123456', '#123456')).toBe(1)
})

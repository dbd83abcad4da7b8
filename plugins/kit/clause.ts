import type { Lang } from './text.ts'

/** "ข้อ 12", "clause 12"; a number that brings its own word ("หมวด 3 ข้อ 12", "BEN-000012") stands as it is. */
export function clauseName(number: string, lang: Lang): string {
  return /^[\d๐-๙(]/.test(number) ? `${{ th: 'ข้อ', en: 'clause' }[lang]} ${number}` : number
}

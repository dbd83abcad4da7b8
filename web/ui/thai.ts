const JOINER = '\u2060'
const compounds = ['กอง|ทุน', 'โรง|พยาบาล', 'ใบรับ|รอง', 'สมาชิก|ภาพ', 'ผู้|ดูแล', 'แม่|ข่าย', 'เลข|ทะเบียน', 'ใบ|เสร็จ'].map((word) => ({ whole: word.replace('|', ''), joined: word.replace('|', JOINER) }))

/** Words that a browser's dictionary takes for two are joined, and a year with its era, so that no line ends inside them. */
export function unbroken(text: string): string {
  return compounds.reduce((sentence, { whole, joined }) => sentence.replaceAll(whole, joined), text).replaceAll(/(\d{4}) \((\d{4}) BE\)/g, '$1\u00a0($2\u00a0BE)')
}

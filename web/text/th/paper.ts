export const paper = {
  title: 'ผลตรวจตามระเบียบ',
  rules: (number: number, day: string) => `ตามระเบียบฉบับที่ ${number} ใช้ตั้งแต่วันที่ ${day}`,
  member: 'ชื่อสมาชิก',
  number: 'เลขทะเบียน',
  about: 'เรื่อง',
  sign: 'ลงชื่อ',
  claimant: 'ผู้ยื่นคำขอ',
  checkedBy: 'กรรมการผู้ตรวจ',
  day: 'วันที่',
  printedOn: (day: string) => `พิมพ์วันที่ ${day} · ใบนี้ไม่ใช่มติ`,
}

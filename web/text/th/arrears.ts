export const arrears = {
  title: 'ค้างส่งเงินสัจจะ',
  intro: (count: number) => `${count.toLocaleString('en')} คน คนที่จะพ้นสมาชิกภาพก่อนอยู่บนสุด`,
  shown: (shown: number) => `แสดง ${shown.toLocaleString('en')} คนแรก`,
  none: 'ทุกคนส่งเงินสัจจะครบถึงวันนี้',
  noneYet: 'ไม่มีใครค้างส่ง ไม่ต้องโทรหาใคร',
  number: (number: string) => `เลขทะเบียน ${number}`,
  owes: (count: number, baht: string) => `ค้างส่ง ${count.toLocaleString('en')} งวด ${baht} บาท`,
  lapses: (day: string) => `ถ้าไม่ส่งเพิ่ม จะพ้นสมาชิกภาพ ${day}`,
  lapsed: (day: string) => `ขาดส่งเกินกำหนดตั้งแต่ ${day} ให้กรรมการพิจารณา`,
  call: (phone: string) => `โทร ${phone}`,
  noPhone: 'ยังไม่มีเบอร์โทร',
}

export const today = {
  waiting: 'รอกรรมการพิจารณา',
  noneWaiting: 'ไม่มีคำขอที่รอพิจารณา',
  allClaims: 'ดูคำขอทั้งหมด',
  collection: (month: string) => `เก็บเงินเดือน${month}`,
  paidUp: (paid: string, members: string) => `ส่งถึงวันนี้แล้ว ${paid} จาก ${members} คน`,
  received: (baht: string, receipts: string) => `เดือนนี้รับเงิน ${baht} บาท ใบเสร็จ ${receipts} ใบ`,
  noMembers: 'ยังไม่มีสมาชิกในทะเบียน',
  call: 'ควรโทรหา',
  noneBehind: 'ไม่มีใครค้างส่ง',
  behind: (count: string) => `ค้างส่ง ${count} คน`,
  lapsing: (count: string, day: string) => `${count} คน ถ้าไม่ส่งภายในวันที่ ${day} จะพ้นสมาชิกภาพ`,
  list: 'ดูรายชื่อ',
}

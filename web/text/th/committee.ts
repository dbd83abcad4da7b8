export const committee = {
  today: 'วันนี้',
  claims: 'คำขอ',
  members: 'สมาชิก',
  rules: 'ระเบียบ',
  more: 'อื่น ๆ',
}

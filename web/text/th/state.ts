export const state = {
  waiting: 'กำลังเปิดทะเบียน…',
  retry: 'ลองอีกครั้ง',
  noSignal: 'ไม่มีสัญญาณ',
}

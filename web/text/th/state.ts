export const state = {
  waiting: 'กำลังเปิดทะเบียน…',
  retry: 'ลองอีกครั้ง',
  ways: 'ไปที่',
  noSignal: 'ไม่มีสัญญาณ',
}

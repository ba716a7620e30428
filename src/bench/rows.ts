import { seeded } from './seeded.js';

export type Value = string | number;

const WORKS = ['نوسازی پل عابر', 'آسفالت معابر، فاز دوم', 'ساخت مخزن آب', 'تجهیز بوستان «مهر»', 'خرید ناوگان'];

/** Made-up rows as departments send them, a header first: `count` rows of twelve filled cells, the same for a seed. */
export function madeRows(count: number, seed: number): Value[][] {
  const random = seeded(seed);
  const whole = (limit: number) => Math.floor(random() * limit);
  const rows: Value[][] = [
    ['ردیف', 'کد', 'عنوان', 'منطقه', 'اعتبار', 'تعهد', 'هزینه', 'برنامه', 'عملکرد', 'واحد', 'شروع', 'توضیح'],
  ];
  for (let row = 1; row <= count; row += 1) {
    const budgetRial = 1_000_000 * (1 + whole(90_000));
    rows.push([
      row,
      `P-${String(1000 + row)}`,
      `${WORKS[whole(WORKS.length)]} ${row}`,
      `منطقه ${1 + whole(22)}`,
      budgetRial,
      Math.floor(budgetRial * 0.8),
      Math.floor(budgetRial * random() * 0.8),
      whole(100) / 100,
      whole(1000) / 1000,
      'متر',
      `1399/${String(1 + whole(12)).padStart(2, '0')}/01`,
      whole(4) === 0 ? 'در انتظار تأمین, مصالح' : 'طبق برنامه',
    ]);
  }
  return rows;
}

import { expect, it } from 'vitest';
import { managerWorkbook } from '../../reports/manager.js';
import { rowText, sheetOf, sheetTexts } from './cells.js';
import { monthFigures } from './figures.js';

it('says who reported which month, with live counts of each department and each month', () => {
  const sheet = sheetOf(managerWorkbook(monthFigures()), 'گزارش‌دهی');
  const rows = sheetTexts(sheet);
  expect(rows).toContain('D1 | واحد D1 | به‌موقع | ناقص | به‌موقع | 2 | 0 | 1 | 0 | 1');
  expect(rows).toContain('D3 | واحد D3 | — | با تأخیر | بی‌گزارش | 0 | 1 | 0 | 1 | 0.5');
  expect(rows).toContain(' | گزارش داده | 2 | 3 | 2');
  expect(rows).toContain(' | سهم گزارش‌دهی | 1 | 1 | 0.6667');
  expect(rowText(sheet, 6, true)).toContain(
    '=COUNTIF(C6:E6,"به‌موقع") | =COUNTIF(C6:E6,"با تأخیر") | =COUNTIF(C6:E6,"ناقص") | =COUNTIF(C6:E6,"بی‌گزارش")',
  );
});

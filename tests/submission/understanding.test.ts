import { expect, test } from 'vitest';
import { check, sheet } from './town.js';

test('how a sheet was understood: header rows, columns with the reason, month, sender, lines', () => {
  const reading = check(
    [
      sheet(
        `شهرداری منطقه ۳
         منتهی به ۳۱ شهریور ۹۹
         مبالغ به میلیون ریال
         ردیف | کد پروژه | پیشرفت فیزیکی | | هزینه‌کرد | عملکرد | رنگ
          | | برنامه | واقعی | | |
         1 | 2 | 3 | 4 | 5 | 6 | 7
         طرح: معابر
         1 | 1399-R03-0001 | 30 | 20 | 5 | 7 | سبز
         جمع کل | | | | 5 | |
         تهیه‌کننده: کارشناس`,
        {
          sheet: 'پروژه‌ها',
          merges: [
            [4, 1, 5, 1],
            [4, 2, 5, 2],
            [4, 3, 4, 4],
            [4, 5, 5, 5],
          ],
        },
      ),
    ],
    { fileName: 'نهایی.xlsx', folderDepartment: null },
  );
  expect(reading.understanding).toEqual([
    {
      sheet: 'پروژه‌ها',
      headerRow: 5,
      headerRows: [4, 5],
      kind: 'project',
      columns: [
        ['A', 'ردیف', 'row_no', null, null, 'exact', null],
        ['B', 'کد پروژه', 'project', null, null, 'exact', null],
        ['C', 'پیشرفت فیزیکی / برنامه', 'planned_physical_percent', null, null, 'pair', null],
        ['D', 'پیشرفت فیزیکی / واقعی', 'physical_percent', null, null, 'pair', null],
        ['E', 'هزینه‌کرد', 'spent_rial', 'مبالغ به میلیون ریال', 'note', 'exact', null],
        ['F', 'عملکرد', null, null, null, 'vague', 'هزینه‌کرد'],
        ['G', 'رنگ', null, null, null, 'unknown', null],
      ].map(([column, header, field, unit, unitFrom, why, suggestion]) => ({
        column,
        header,
        field,
        unit,
        unitRial: unit === null ? null : 1_000_000,
        unitFrom,
        why,
        suggestion,
      })),
      period: '1399-06',
      periodFrom: { file: 'نهایی.xlsx', sheet: 'پروژه‌ها', row: 2, cell: 'A2' },
      department: 'R03',
      departmentFrom: { file: 'نهایی.xlsx', sheet: 'پروژه‌ها', row: 1, cell: 'A1' },
      rowsRead: 1,
      rowsSkipped: { numbering: 1, group: 1, total: 1, signature: 1 },
    },
  ]);
});

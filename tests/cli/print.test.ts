import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toJson } from '../../src/cli/json.js';
import { amount, bounds, percent, points } from '../../src/cli/numbers.js';
import { printExplanation } from '../../src/cli/print/explain.js';
import { printGap } from '../../src/cli/print/gap.js';
import { printHeadline, printReport } from '../../src/cli/print/headline.js';
import { printRealization } from '../../src/cli/print/realization.js';
import { printStatus } from '../../src/cli/print/status.js';
import type { View } from '../../src/cli/print/view.js';
import { displayWidth, table } from '../../src/cli/table.js';
import { say, TEXTS, type TextKey } from '../../src/cli/texts.js';
import { readConfig } from '../../src/config/index.js';
import type { Explanation } from '../../src/pipeline/types.js';
import { GAP, HEAD, SILENT_NODE, TOTAL } from './fakes.js';

const { config } = readConfig('{}');
const EN: View = { language: 'en', config, terminal: false };
const FA: View = { language: 'fa', config, terminal: false };

/** Lines without the blanks at their ends. */
const lines = (text: string) => text.split('\n').map((line) => line.trimEnd());

describe('numbers', () => {
  it('shows unknown as a dash, never as zero', () => {
    expect([percent(null), points(null), amount('rial', null), bounds(null, 0.5)]).toEqual(['—', '—', '—', '—']);
    expect([percent(0), points(0), points(-0.0001), amount('million_rial', 0n)]).toEqual(['0.0%', '0.0', '0.0', '0']);
  });

  it('keeps one decimal, signs points, and loses no rial', () => {
    expect([percent(0.5945), points(0.415), points(-0.1)]).toEqual(['59.5%', '+41.5', '-10.0']);
    expect(amount('rial', 9_007_199_254_740_993n)).toBe('9,007,199,254,740,993');
    expect(amount('billion_rial', 82_043_618_000_000n)).toBe('82,044');
  });
});

describe('json', () => {
  it('is JSON: it reads back as what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(toJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('prints whole rials beyond 2^53 as bare integers', () => {
    expect(toJson({ rial: 9_007_199_254_740_993n, left: undefined, none: null })).toBe(
      '{\n  "rial": 9007199254740993,\n  "none": null\n}',
    );
  });
});

describe('table', () => {
  it('aligns by what the terminal shows: joiners and marks take no room, wide letters two', () => {
    expect([displayWidth('پروژه‌ها'), displayWidth('حتّی'), displayWidth('表'), displayWidth('a\u0301')]).toEqual([
      7, 3, 2, 1,
    ]);
    const text = table(
      [{ title: 'کد' }, { title: 'عدد', align: 'end' }, { title: 'عنوان' }],
      [
        ['نیم‌سال', '1', 'x'],
        ['a', '10', 'y'],
      ],
    );
    const starts = text.split('\n').map((line) => displayWidth(line.slice(0, line.search(/[xy]|عنوان|─+$/))));
    expect(new Set(starts).size).toBe(1);
  });

  it('lets no typed text steer the terminal or turn its direction', () => {
    const text = table([{ title: 't' }], [['a\u001b[2Jb\u202ec\nd']]);
    expect(text.split('\n')).toEqual(['t', '──────────', 'a [2Jb c d']);
  });

  it('holds codes together for a person who reads Persian, and only there', () => {
    const cells = [['1-1', 'هدف']] as const;
    const columns = [{ title: 'کد', ltr: true }, { title: 'عنوان' }];
    expect(table(columns, cells, true)).toContain('\u20661-1\u2069');
    expect(table(columns, cells)).not.toContain('\u2066');
  });
});

describe('answers', () => {
  it('prints figures with the choices they rest on, and a dash for what is unknown', () => {
    const text = printRealization(EN, { ...HEAD, mix: 0, rows: [TOTAL, SILENT_NODE] });
    const [head, , title, , total, node] = lines(text);
    expect(head).toBe(
      'Shahrivar 1399 (1399-06) · plan QOM-1 · since the start of the plan · against the plan to date · cash and non-cash spending · approved budget · budget as amended',
    );
    expect(title?.split(/ {2,}/)).toEqual([
      'code',
      'physical',
      'bounds',
      'budget',
      'gap (points)',
      'coverage',
      'silent',
      'spent (million rial)',
      'budget (million rial)',
      'indicators',
      'level',
      'title',
    ]);
    expect(total?.split(/ {2,}/)).toEqual([
      'QOM-1',
      '59.0%',
      '59.0–64.2',
      '100.5%',
      '+41.5',
      '91.0%',
      '12/140',
      '9,007,199,255',
      '9,100,000,000',
      '—',
      'plan',
      'برنامه نمونه',
    ]);
    expect(node?.split(/ {2,}/)).toEqual(['1-1', '—', '—', '—', '—', '—', '3/3', '—', '—', '—', 'هدف', 'هدف [31m یکم']);
  });

  it('explains the gap by parts that are seen to sum', () => {
    const text = lines(printGap(EN, { ...HEAD, since: null, rows: [GAP, { ...GAP, code: '2', gap: null }] }));
    expect(text).toContain(
      '  gap +41.5 = paid ahead of work +26.5 + money placed against the weights +14.0 + outside the comparison +1.0',
    );
    expect(text).toContain('  bridge: 100.5% → 74.0% → 59.0%');
    expect(text).toContain('  of the placement, between years +2.0');
    expect(text).toContain('  outside: not yet due +1.0');
    expect(text).toContain('  The gap is undefined.');
    expect(text.filter((line) => line.startsWith('1399-R01-0001'))[0]?.split(/ {2,}/)).toEqual([
      '1399-R01-0001',
      '1399',
      '+15.7',
      '+9.0',
      '0.0',
      '+24.7',
      'R01',
      'پل',
    ]);
  });

  it('says nothing about mix where the weights are assumed', () => {
    const text = printGap(EN, { ...HEAD, since: null, rows: [{ ...GAP, weightsAssumed: true }] });
    expect(text).toContain('weights are assumed');
    expect(text).toMatch(/1399-R01-0001 .*\+15\.7 +— /);
  });

  it('prints the headline in the form of the measures, in both languages, the sample marked', () => {
    const headline = {
      ...HEAD,
      organisation: 'شهرداری',
      sample: true,
      figure: TOTAL,
      gap: GAP,
      nodes: [{ code: 'G4', title: 'شهری روان', value: 0.127 }],
      silentDepartments: [{ code: 'R08', title: 'منطقه ۸' }],
    };
    const en = lines(printHeadline(EN, headline));
    expect(en[0]).toBe('شهرداری — SAMPLE DATA — NOT REAL');
    expect(en[3]).toBe('physical 59.0% (59.0%–64.2% if the silent are on plan), coverage 91.0%, 12 of 140 silent');
    expect(en[4]).toBe('budget 100.5%, 9,007,199,255 of 9,100,000,000 million rial, coverage 90.0%');
    expect(en[6]).toBe('largest shares of the gap: G4 شهری روان +12.7');
    const fa = lines(printHeadline(FA, headline));
    expect(fa[0]).toBe('شهرداری — داده نمونه — غیرواقعی');
    expect(fa[3]).toBe('تحقق فیزیکی 59.0% (59.0%–64.2% اگر بی‌گزارش‌ها طبق برنامه باشند)، پوشش 91.0%، 12 از 140 بی‌گزارش');
    expect(fa.at(-2)).toBe('واحدهای بدون گزارش: R08 منطقه ۸');
  });

  it('names each workbook on a line of its own, and says when nothing changed', () => {
    const report = {
      period: '1399-06',
      edition: 2,
      unchanged: true,
      pdf: { state: 'off' as const, path: null },
      files: [{ file: 'a.xlsx', path: '/w/a.xlsx', sha256: '' }],
    };
    expect(lines(printReport(EN, report))).toEqual(['Reports of 1399-06, edition 2 (unchanged):', '  /w/a.xlsx', '']);
    const drawn = { ...report, pdf: { state: 'made' as const, path: '/w/a.pdf' } };
    expect(lines(printReport(EN, drawn))).toContain('  /w/a.pdf');
    expect(printReport(EN, { ...report, pdf: { state: 'absent', path: null } })).toMatch(/LibreOffice is not on/);
  });

  it('leads from a figure down to the cell and the text as typed', () => {
    const explanation: Explanation = {
      ...HEAD,
      code: '1399-R01-0001',
      kind: 'project',
      title: 'پل',
      level: 'project',
      figure: TOTAL,
      formula: { fa: 'ف', en: 'physical = A / D' },
      operands: [
        { name: 'A', fa: 'انجام', en: 'achieved', value: 0.5, assumed: false },
        { name: 'S', fa: 'هزینه', en: 'spending', value: 9_007_199_254_740_993n, assumed: true },
        { name: 'BD', fa: 'برنامه', en: 'planned', value: null, assumed: false },
      ],
      children: [{ share: 0.25, figure: SILENT_NODE }],
      leaves: [],
      facts: [
        {
          id: 1,
          submission: 1,
          kind: 'project',
          code: '1399-R01-0001',
          period: '1399-06',
          field: 'spent_rial',
          value: 5_550_000_000,
          text: null,
          withdrawn: false,
          source: { sheet: 'پروژه‌ها', row: 7, column: 'هزینه', cell: 'H7', raw: '۵٬۵۵۰' },
          department: 'R01',
          file: 'R01/1399-06.xlsx',
          sha256: 'ab',
          recordedAt: '2020-09-25T07:30:00.000Z',
        },
      ],
    };
    const text = printExplanation(EN, explanation, 'budget');
    expect(text).toContain('  S = 9,007,199,254,740,993  spending (partly assumed)');
    expect(text).toContain('  BD = —  planned');
    expect(text).not.toContain('  A = ');
    expect(text).toMatch(/1-1 +25\.0% +—/);
    expect(text).toMatch(/spent_rial +5550000000 +۵٬۵۵۰ +پروژه‌ها!H7 +R01 +1399\/07\/04 11:00 +R01\/1399-06\.xlsx/);
    expect(printExplanation(EN, explanation, 'physical')).toContain('  A = 0.500000  achieved');
  });

  it('tells the state of the month: who is silent, what is open, what failed, what comes next', () => {
    const text = lines(
      printStatus(
        EN,
        {
          period: '1399-06',
          plan: { version: { id: 2, effective: '1399-01', recordedAt: '', digest: '' }, projects: 10, nodes: 5 },
          departments: [
            {
              code: 'R08',
              title: 'منطقه ۸',
              state: 'silent',
              files: 0,
              acceptedRows: 0,
              refusedRows: 0,
              receivedAt: null,
            },
          ],
          reporting: null,
          periods: [{ period: '1399-05', departments: 31, facts: 971, closed: true, edition: 3 }],
          jobs: [
            {
              job: 'backup',
              key: '1399-07-05',
              state: 'failed',
              startedAt: '2020-09-26T00:00:00Z',
              finishedAt: null,
              note: 'disk',
              attempts: 2,
            },
          ],
          ignored: [{ file: 'R01/old', reason: 'not_a_regular_file' }],
          mail: null,
          problems: [{ fa: 'مشکل', en: 'The disk is full.' }],
          recoveries: [{ at: '2020-09-26T00:00:00Z', fa: 'از سر', en: 'Took up the reading of R01/x.csv.' }],
          questions: { open: 0, overdue: 0, answered: 0 },
          service: null,
        },
        {
          dueNow: ['1398-12', '1399-01', '1399-02', '1399-03', '1399-04'],
          next: { period: '1399-06', day: { year: 1399, month: 7, day: 9 } },
        },
      ),
    );
    expect(text).toContain('Plan: version 2, in force from 1399-01; 5 nodes, 10 projects');
    expect(text.join('\n')).toContain('Recoveries\n  1399/07/05 03:30 Took up the reading of R01/x.csv.');
    expect(text.find((line) => line.startsWith('R08'))?.split(/ {2,}/)).toEqual([
      'R08',
      'silent',
      '0',
      '0',
      '0',
      '—',
      'منطقه ۸',
    ]);
    expect(text.find((line) => line.startsWith('1399-05'))?.split(/ {2,}/)).toEqual([
      '1399-05',
      '31',
      '971',
      '3',
      'closed',
    ]);
    expect(text.find((line) => line.startsWith('backup'))?.split(/ {2,}/)).toEqual([
      'backup',
      '1399-07-05',
      'failed',
      '1399/07/05 03:30',
      'disk',
    ]);
    expect(text).toContain('Due now: close and report 1398-12 … 1399-04 (5)');
    expect(text).toContain('Next: close 1399-06 from 1399/07/09');
    expect(text.slice(-4, -2)).toEqual(['Problems', '  The disk is full.']);
    expect(text.at(-2)).toContain('  Left alone: R01/old — not a regular file');
  });
});

it('says everything in both languages with the same slots', () => {
  const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const [key, { fa, en }] of Object.entries(TEXTS)) {
    expect({ key, slots: slots(fa) }).toEqual({ key, slots: slots(en) });
    expect(say('fa', key as TextKey)).not.toBe('');
  }
});

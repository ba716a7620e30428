import { type Column, columnRange, lettersOf } from './columns.js';
import type { Voice } from './voice.js';

// biome-ignore format: one line for each group of columns.
export const EARNED_KEYS = [
  'index', 'code', 'title', 'department', 'type', 'planned', 'achieved',
  'BAC', 'PV', 'EV', 'AC', 'SV', 'CV', 'SPI', 'CPI', 'EAC', 'VAC', 'SPI_t',
  'plannedFinish', 'finish', 'lists', 'obstacle', 'action', 'remark',
  'base', 'paid', 'knownPV', 'costBAC', 'costEV', 'costAC', 'branchNumber', 'departmentNumber',
] as const;
export type EarnedKey = (typeof EARNED_KEYS)[number];
export const EARNED_LETTERS = lettersOf(EARNED_KEYS);

/** A column of the table of earned value, for formulas on other sheets. */
export function earnedRange(key: EarnedKey, rows: number): string {
  return columnRange(EARNED_LETTERS[key], rows);
}

/** Headers of the figures of earned value, with their definitions; every sheet that prints them says the same. */
export function earnedHeaders({ t }: Voice) {
  return {
    BAC: t('اعتبار مصوب (BAC)', 'Budget (BAC)'),
    PV: t('ارزش برنامه‌ای (PV)', 'Planned value (PV)'),
    EV: t('ارزش کسب‌شده (EV)', 'Earned value (EV)'),
    AC: t('هزینه (AC)', 'Actual cost (AC)'),
    SV: t('انحراف زمان (SV)', 'SV'),
    CV: t('انحراف هزینه (CV)', 'CV'),
    SPI: t('شاخص زمان (SPI)', 'SPI'),
    CPI: t('شاخص هزینه (CPI)', 'CPI'),
    EAC: t('برآورد پایان (EAC)', 'EAC'),
    VAC: t('انحراف پایان (VAC)', 'VAC'),
    SPI_t: t('شاخص زمان کسب‌شده SPI(t)', 'SPI(t)'),
  };
}

export function earnedColumns(voice: Voice): Column<EarnedKey>[] {
  const { t } = voice;
  const names = earnedHeaders(voice);
  const column = (key: EarnedKey, title: string, width: number, note?: string): Column<EarnedKey> =>
    note === undefined ? { key, title, width } : { key, title, width, note };
  return [
    column('index', t('ردیف', 'No.'), 6),
    column('code', t('کد پروژه', 'Project'), 15),
    column('title', t('عنوان', 'Title'), 34),
    column('department', t('واحد مسئول', 'Department'), 18),
    column('type', t('نوع', 'Type'), 14),
    column('planned', t('برنامه (PP)', 'Planned (PP)'), 9),
    column(
      'achieved',
      t('واقعی (P)', 'Progress (P)'),
      9,
      t(
        'زنده از برگهٔ پروژه‌ها؛ روی عدد بزنید تا به منبع آن بروید.',
        'Live over the projects; click to go to its source.',
      ),
    ),
    column('BAC', names.BAC, 12),
    column('PV', names.PV, 12, t('BAC × PP', 'BAC × PP')),
    column('EV', names.EV, 12, t('BAC × P', 'BAC × P')),
    column('AC', names.AC, 12),
    column('SV', names.SV, 11, t('EV − PV', 'EV − PV')),
    column('CV', names.CV, 11, t('EV − AC', 'EV − AC')),
    column('SPI', names.SPI, 8, t('EV ÷ PV، تنها با زمان‌بندی ماهانه', 'EV ÷ PV, only with a monthly schedule')),
    column('CPI', names.CPI, 8, t('EV ÷ AC', 'EV ÷ AC')),
    column(
      'EAC',
      names.EAC,
      12,
      t('BAC ÷ CPI: اگر بقیه به همین گرانی پیش رود', 'BAC ÷ CPI: if the rest costs what the work so far did'),
    ),
    column('VAC', names.VAC, 11, t('BAC − EAC', 'BAC − EAC')),
    column('SPI_t', names.SPI_t, 9),
    column('plannedFinish', t('پایان برنامه', 'Planned finish'), 11),
    column(
      'finish',
      t('پایان برآوردی', 'Forecast finish'),
      11,
      t('از زمان کسب‌شدهٔ کل کار چندساله', 'From the earned schedule of the whole work of several years'),
    ),
    column('lists', t('فهرست بحرانی', 'Critical lists'), 20),
    column('obstacle', t('مانع، چنان‌که گزارش شده', 'Obstacle as reported'), 26),
    column('action', t('اقدام، چنان‌که گزارش شده', 'Action as reported'), 26),
    column('remark', t('چرا عددی نیست', 'Why a figure is missing'), 22),
    column('base', t('کمکی: BAC شمرده', 'Helper: BAC counted'), 11),
    column('paid', t('کمکی: AC شمرده', 'Helper: AC counted'), 11),
    column('knownPV', t('کمکی: PV با پیشرفت معلوم', 'Helper: PV of known progress'), 11),
    column('costBAC', t('کمکی: BAC با پیشرفت و هزینهٔ معلوم', 'Helper: BAC of known progress and cost'), 11),
    column('costEV', t('کمکی: EV با هزینهٔ معلوم', 'Helper: EV of known cost'), 11),
    column('costAC', t('کمکی: AC با پیشرفت معلوم', 'Helper: AC of known progress'), 11),
    column('branchNumber', t('کمکی: شمارهٔ شاخه', 'Helper: branch no.'), 9),
    column('departmentNumber', t('کمکی: شمارهٔ واحد', 'Helper: department no.'), 9),
  ];
}

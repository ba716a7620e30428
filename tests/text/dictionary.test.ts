import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planTableName, recognisePlanHeader } from '../../src/check/dictionary/plan-headers.js';
import { recogniseHeader, type SheetKind } from '../../src/check/dictionary/recognise.js';
import { PLAN_TABLES, type PlanTableName } from '../../src/domain/plan.js';

interface Canonical {
  field: string;
  scope: string;
  keys: string[];
}
/** The researched header keys with the contract column that each means; scope I comes first where indicator sheets decide. */
const canonicals: Canonical[] = JSON.parse(readFileSync(new URL('./header-keys.json', import.meta.url), 'utf8'));

const fieldOf = (text: string, kind: SheetKind, parent?: string) => {
  const { field, match } = recogniseHeader(text, kind, parent);
  return field ?? match;
};

/** Words that the dictionary must not decide alone, on project sheets. */
const VAGUE =
  'عملکردتاپایاندوره عملکردتاپایانماه عملکردتجمعی عملکرددوره عملکردواقعی مقدارواقعی مقدارعملکرد واقعی مجری شرح حوزه تجمعی واحد'.split(
    ' ',
  );

test('all 632 keys mean their column', () => {
  const wrong = canonicals.flatMap(({ field, scope, keys }) =>
    keys
      .map((key) => ({ key, field, read: fieldOf(key, scope.startsWith('I') ? 'indicator' : 'project') }))
      .filter(({ key, read }) => read !== field && !(VAGUE.includes(key) && read === 'ambiguous')),
  );
  expect(canonicals.flatMap(({ keys }) => keys)).toHaveLength(632);
  expect(wrong).toEqual([]);
});

const SUBMISSION_COLUMNS: Record<'project' | 'indicator', string> = {
  project:
    'project physical_percent quantity verified_percent allocated_rial committed_rial certified_rial spent_rial spent_noncash_rial advance_rial note obstacle action title department period',
  indicator: 'indicator value numerator denominator note title department period',
};

test('every contract column of a submission is itself a header, with underscores or spaces', () => {
  for (const kind of ['project', 'indicator'] as const) {
    for (const column of SUBMISSION_COLUMNS[kind].split(' ')) {
      expect(fieldOf(column, kind)).toBe(column);
      expect(fieldOf(column.replaceAll('_', ' ').toUpperCase(), kind)).toBe(column);
    }
  }
});

test.each([
  ['درصد تأییدشده', 'verified_percent'],
  ['هزینه غیرنقدی', 'spent_noncash_rial'],
  ['پیش‌پرداخت مستهلک‌نشده', 'advance_rial'],
  ['مقدار انجام‌شده', 'quantity'],
  ['صورت‌وضعیت', 'certified_rial'],
  ['تأمین اعتبار', 'credit_reserved'],
  ['هزینه‌کرد تا پایان شهریور', 'spent_rial'],
  ['میزان هزینه‌کرد تجمعی از ابتدای سال', 'spent_rial'],
  ['هزینه‌کرد ماه', 'spent_month'],
  ['پیشرفت فیزیکی (تجمعی)', 'physical_percent'],
  ['پیشرفت فیزیکی تا تاریخ گزارش', 'physical_percent'],
  ['پیشرفت فیزیکی ماه قبل', 'phys_prev'],
  ['پیشرفت فیزیکی برنامه ایی', 'planned_physical_percent'],
  ['عنوان هزینه‌کرد', 'none'],
  ['هزینه‌کرد طی شهریور', 'spent_month'],
  ['تخصیص طی ماه', 'allocated_month'],
  ['پیشرفت شهریور', 'ambiguous'],
  ['درصد عملکردی', 'near'],
  ['مبلغ تخصیص (درصد)', 'alloc_pct'],
  ['عملکرد', 'ambiguous'],
  ['عملکرد (میلیون ریال)', 'spent_rial'],
  ['عملکرد (درصد)', 'ambiguous'],
  ['پیشرفت فیزیکی (میلیون ریال)', 'ambiguous'],
  ['صورت‌وضعیت (درصد)', 'ambiguous'],
  ['کد', 'ambiguous'],
  ['—', 'none'],
])('%s on a project sheet', (text, expected) => {
  expect(fieldOf(text, 'project')).toBe(expected);
});

test.each([
  ['پیشرفت فیزیکی (درصد)', 'واقعی', 'physical_percent'],
  ['پیشرفت فیزیکی', 'برنامه', 'planned_physical_percent'],
  ['ماه قبل', 'پیشرفت فیزیکی', 'phys_prev'],
  ['سال گذشته', 'هزینه‌کرد', 'ambiguous'],
  ['اعتبار (میلیون ریال)', 'تخصیص', 'allocated_rial'],
  ['بودجه سال ۱۳۹۹', 'هزینه‌کرد', 'spent_rial'],
  ['تخصیص', 'درصد', 'alloc_pct'],
  ['هزینه‌کرد', 'غیرنقدی', 'spent_noncash_rial'],
  ['هزینه‌کرد', 'طی ماه', 'spent_month'],
  ['پروژه', 'کد', 'project'],
  ['گزارش پیشرفت پروژه‌ها – شهریورماه ۱۳۹۹', 'کد پروژه', 'project'],
])('under %s, %s', (parent, child, expected) => {
  expect(fieldOf(child, 'project', parent)).toBe(expected);
});

test('a vague word means what its sheet is about', () => {
  expect(fieldOf('عملکرد', 'indicator')).toBe('value');
  expect(fieldOf('واحد', 'indicator')).toBe('unit');
  expect(fieldOf('واحد', 'project')).toBe('ambiguous');
  expect(fieldOf('صورت', 'indicator')).toBe('numerator');
  expect(fieldOf('مخرج', 'indicator')).toBe('denominator');
  expect(recogniseHeader('۹۸', 'indicator', 'هدف کمی')).toMatchObject({ field: 'target', year: 1398, match: 'pair' });
  expect(recogniseHeader('سال ۱۳۹۸', 'indicator', 'عملکرد')).toMatchObject({ field: 'value_of_year', year: 1398 });
});

test('unit and year come from the header, its parent, its tail or its English name', () => {
  expect(recogniseHeader('هزینه‌کرد', 'project', 'اعتبار (میلیون ریال)').unit).toBe('میلیون ریال');
  expect(recogniseHeader('هزینه‌کرد - میلیون ریال', 'project')).toMatchObject({
    field: 'spent_rial',
    unit: 'میلیون ریال',
  });
  expect(recogniseHeader('پیشرفت فیزیکی - درصد', 'project')).toMatchObject({ field: 'physical_percent', unit: '%' });
  expect(recogniseHeader('spent_million_rial', 'project')).toMatchObject({ field: 'spent_rial' });
  expect(recogniseHeader('spent_rial', 'project').unit).toBe('rial');
  expect(recogniseHeader('spent (million rial)', 'project')).toMatchObject({
    field: 'spent_rial',
    unit: 'million rial',
  });
  expect(recogniseHeader('درصد پیشرفت فیزیکی', 'project').unit).toBe('%');
  expect(recogniseHeader('هزینه‌کرد', 'project').unit).toBeNull();
  expect(recogniseHeader('مصوب ۹۸', 'project')).toMatchObject({ field: 'approved_rial', year: 1398 });
});

test('one letter off is a suggestion and never a reading', () => {
  expect(recogniseHeader('پیشرفت فیزیگی', 'project')).toMatchObject({
    field: null,
    match: 'near',
    suggestion: 'پیشرفت فیزیکی واقعی',
    likelyField: 'physical_percent',
  });
  expect(recogniseHeader('spent_rail', 'project')).toMatchObject({ match: 'none', field: null });
  expect(recogniseHeader('spent_rials', 'project')).toMatchObject({ match: 'near', suggestion: 'spent_rial' });
  expect(recogniseHeader('وزین', 'project').match).toBe('none');
});

const PLAN_COLUMNS: Record<PlanTableName, string> = {
  plans: 'plan title first_year last_year horizon_year',
  nodes: 'plan code parent level title weight owner',
  departments: 'code title email manager_email peer_group money_unit',
  projects:
    'code title node department year weight start end approved_rial unit quantity work progress_method progress_basis opening_percent target_percent continues carried_work carried_rial status status_effective successor released budget_code kind fund_source district mission',
  works: 'work title start end total_rial',
  schedule: 'project period planned_physical_percent planned_quantity planned_spend_rial',
  budget_changes: 'project effective approved_rial kind counterpart approval_ref reason',
  budget_totals: 'year period approved_rial spent_rial',
  year_shares: 'node year share_percent',
  indicators:
    'code title department node unit direction aggregation baseline_year baseline weight frequency lag_months',
  targets: 'indicator period_or_year target low high zero_below zero_above',
  links: 'indicator code weight',
  reporters: 'department fields code',
  crosswalk: 'from_plan from_code to_plan to_code share',
};

test('every contract column of every plan table is itself a header', () => {
  for (const table of PLAN_TABLES) {
    for (const column of PLAN_COLUMNS[table].split(' ')) {
      expect(recognisePlanHeader(table, column).field, `${table}.${column}`).toBe(column);
      expect(recognisePlanHeader(table, column.replaceAll('_', ' ')).field, `${table}.${column}`).toBe(column);
    }
  }
});

test.each<[PlanTableName, string, string | null]>([
  ['nodes', 'کد', 'code'],
  ['projects', 'کد پروژه', 'code'],
  ['schedule', 'کد پروژه', 'project'],
  ['links', 'کد پروژه', 'code'],
  ['projects', 'کار انتقالی', 'carried_work'],
  ['projects', 'اعتبار انتقالی (میلیون ریال)', 'carried_rial'],
  ['projects', 'اعتبار مصوب سال ۱۳۹۹', 'approved_rial'],
  ['year_shares', 'سهم سال (درصد)', 'share_percent'],
  ['targets', 'صفر در پایین', 'zero_below'],
  ['projects', 'ردیف', 'row_no'],
  ['projects', 'پیمانکار', null],
])('in %s, %s', (table, text, field) => {
  expect(recognisePlanHeader(table, text).field).toBe(field);
});

test('plan headers carry their unit and suggest the nearest label', () => {
  expect(recognisePlanHeader('projects', 'اعتبار مصوب (میلیون ریال)').unit).toBe('میلیون ریال');
  expect(recognisePlanHeader('projects', 'approved_rial').unit).toBe('rial');
  expect(recognisePlanHeader('projects', 'اعتبار مصوپ')).toEqual({
    field: null,
    unit: null,
    suggestion: 'اعتبار مصوب',
  });
  expect(recognisePlanHeader('plans', 'last_yaer').suggestion).toBeNull();
  expect(recognisePlanHeader('plans', 'last_yer').suggestion).toBe('last_year');
});

test('the fourteen tables are known by their Persian and English names', () => {
  for (const table of PLAN_TABLES) expect(planTableName(`${table.replaceAll('_', ' ')}.csv`)).toBe(table);
  expect(planTableName('پروژه ها')).toBe('projects');
  expect(planTableName('گزارش‌دهندگان')).toBe('reporters');
  expect(planTableName('03-Budget_Changes.xlsx')).toBe('budget_changes');
  expect(planTableName('راهنما')).toBeNull();
});

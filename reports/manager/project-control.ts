import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import { CRITICAL_LISTS, REASON_WORDS } from '../../src/domain/catalogue/system-words.js';
import type { Critical, CriticalKind, WorkForecast } from '../../src/domain/control.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell } from '../../src/report/cells.js';
import type { Cell, Sheet } from '../../src/report/sheet.js';
import { type Part, pageSheet } from '../page.js';
import type { Placeable } from './chart-data.js';
import { FIRST_ROW } from './columns.js';
import { controlTotals, totalHeaders } from './control-totals.js';
import type { Layout } from './layout.js';
import { known } from './roll-up.js';
import { wholeYear } from './table-sheet.js';
import type { Voice } from './voice.js';

const WIDTHS = [15, 40, 18, 13, 13, 13, 13, 12, 12, 10, 10, 13, 12, 10, 10, 10, 11, 11, 10];
const SHOWN = 12;
const WORKS_SHOWN = 40;
const KINDS = Object.keys(CRITICAL_LISTS) as CriticalKind[];

/** Project control on few pages: the plan and its branches, departments, who must be looked at, and works of several years. */
export function projectControlSheet(
  figures: MonthFigures,
  voice: Voice,
  layout: Layout,
  chart: Placeable | null,
): Sheet {
  const { t, labels } = voice;
  const works = [...figures.control.works].sort((a, b) => delayOf(b) - delayOf(a) || (a.work < b.work ? -1 : 1));
  const totals = controlTotals(figures, voice, layout);
  return pageSheet(figures, voice, {
    name: labels.sheets.projectControl,
    title: t('کنترل پروژه: سال مالی', 'Project control: the fiscal year'),
    legend: t(
      `جمع‌ها زنده‌اند و از برگهٔ ${voice.quote(labels.sheets.earned)} می‌آیند. نامعلوم صفر نیست: هر شاخص از پروژه‌هایی است که هر دو سوی آن معلوم است، و ستون‌های سهم می‌گویند از چند درصد اعتبار. EAC و VAC از سهم CPI سخن می‌گویند؛ SPI و SPI(t) تنها از آنچه زمان‌بندی ماهانه دارد. عدد خمیدهٔ برنامه و عقب‌ماندگی بر برنامهٔ فرضی است (زمان‌بندی ماهانه داده نشده). ارقام پول: ${labels.units[figures.displayUnit]}.`,
      `Sums are live over the sheet ${voice.quote(labels.sheets.earned)}. Unknown is not zero: an index is over the projects known on both of its sides, and the shares say of how much of the budget it speaks. EAC and VAC speak of the CPI share; SPI and SPI(t) only of what has a monthly schedule. Italic plan and delay rest on an assumed plan (no monthly schedule was given). Money in ${labels.units[figures.displayUnit]}.`,
    ),
    options: wholeYear(figures),
    widths: WIDTHS,
    parts: [
      { chart, lastColumn: 7 },
      {
        title: t('کل برنامه و شاخه‌های آن', 'The plan and its branches'),
        headers: totalHeaders(voice),
        rows: totals.branches,
      },
      { title: t('واحدها', 'Departments'), headers: totalHeaders(voice), rows: totals.departments },
      ...KINDS.map((kind) => criticalPart(kind, figures, voice)),
      {
        title: t(
          `کارهای چندساله: ${voice.count(works.length)} کار، دیرترین‌ها نخست`,
          `Works of several years: ${voice.count(works.length)}, the latest first`,
        ),
        headers: workHeaders(voice),
        rows: () => works.slice(0, WORKS_SHOWN).map((work) => workRow(work, voice)),
      },
    ],
  });
}

function criticalPart(kind: CriticalKind, figures: MonthFigures, voice: Voice): Part {
  const { t, count, language } = voice;
  const all = figures.control.critical.filter((row) => row.kind === kind);
  const name = CRITICAL_LISTS[kind][language];
  const title =
    all.length > SHOWN
      ? t(
          `${name}: ${count(all.length)} پروژه، ${count(SHOWN)} مورد نخست`,
          `${name}: ${count(all.length)} projects, the first ${SHOWN}`,
        )
      : t(`${name}: ${count(all.length)} پروژه`, `${name}: ${count(all.length)} projects`);
  return {
    title,
    headers: criticalHeaders(kind, voice),
    stretched: kind === 'obstacle',
    rows: () => all.slice(0, SHOWN).map((row) => criticalRow(row, figures, voice)),
  };
}

function criticalHeaders(kind: CriticalKind, { t }: Voice): string[] {
  const sizes: Record<CriticalKind, string> = {
    late: t('عقب‌ماندگی (واحد درصد)', 'Behind (points)'),
    over_cost: t('بیش از اعتبار (٪)', 'Over budget (%)'),
    stopped: t('ماه گزارش‌شدهٔ بی‌حرکت', 'Reported months without a move'),
    money_ahead: t('پول جلوتر (واحد درصد)', 'Money ahead (points)'),
    work_ahead: t('کار جلوتر (واحد درصد)', 'Work ahead (points)'),
    obstacle: t('ماه بی‌پاسخ', 'Months unanswered'),
  };
  return [
    t('کد پروژه', 'Project'),
    t('عنوان', 'Title'),
    t('واحد', 'Department'),
    sizes[kind],
    t('واقعی', 'Achieved'),
    t('برنامه', 'Planned'),
    t('هزینه ÷ اعتبار', 'Spent ÷ budget'),
    t('آخرین گزارش', 'Last report'),
    t('این ماه', 'This month'),
    ...(kind === 'obstacle' ? [t('مانع', 'Obstacle')] : []),
    ...(kind === 'late' ? [t('مبنای برنامه', 'Plan from')] : []),
    ...(kind === 'stopped' ? [t('ماه بی‌گزارش در این میان', 'Months without a report')] : []),
  ];
}

function criticalRow(row: Critical, figures: MonthFigures, voice: Voice): Cell[] {
  const { t, labels } = voice;
  const place = figures.control.projects.findIndex(({ code }) => code === row.code);
  const department = figures.departments.find(({ reporting }) => reporting.code === row.department);
  const link = place < 0 ? {} : { link: { sheet: labels.sheets.earned, cell: `A${FIRST_ROW + place}` } };
  return [
    cell('code', row.code, link),
    cell('wrapped', row.title),
    cell('wrapped', department?.reporting.title ?? row.department),
    sizeCell(row),
    known('percent', row.achieved),
    cell('percent', row.planned ?? NO_DATA, { assumed: row.plannedAssumed ?? false }),
    known('percent', row.spentShare),
    cell('code', row.since === null ? NO_DATA : voice.shortPeriod(row.since)),
    cell('word', row.silent ? labels.states.missing : labels.states.reported, row.silent ? { tone: 'watch' } : {}),
    ...(row.kind === 'obstacle' ? [cell('remark', row.text ?? t('بی‌متن', 'without text'))] : []),
    ...(row.kind === 'late' ? [planBasis(row, voice)] : []),
    ...(row.kind === 'stopped' ? [known('count', row.silentPeriods)] : []),
  ];
}

/** Being late by an assumed plan is said in a word beside the italics, which not every font shows. */
function planBasis({ plannedAssumed }: Critical, { t }: Voice): Cell {
  if (plannedAssumed === null) return cell('word', NO_DATA);
  return plannedAssumed
    ? cell('word', t('فرض خطی', 'assumed'), { tone: 'watch' })
    : cell('word', t('زمان‌بندی', 'schedule'));
}

function sizeCell({ kind, size, plannedAssumed }: Critical): Cell {
  if (kind === 'stopped' || kind === 'obstacle') return cell('count', size);
  if (kind === 'over_cost') return cell('percent', size);
  return cell('points', size * 100, { assumed: kind === 'late' && plannedAssumed === true });
}

function workHeaders({ t }: Voice): string[] {
  return [
    t('کد کار', 'Work'),
    t('عنوان', 'Title'),
    t('یادداشت', 'Remark'),
    t('اعتبار سال‌ها (BAC)', 'Budget of its years (BAC)'),
    t('ارزش کسب‌شده (EV)', 'Earned value (EV)'),
    t('هزینه (AC)', 'Actual cost (AC)'),
    t('برآورد پایان (EAC)', 'EAC'),
    t('آغاز', 'Start'),
    t('پایان برنامه', 'Planned finish'),
    t('پایان برآوردی', 'Forecast finish'),
    t('دیرکرد (ماه)', 'Late (months)'),
    t('SPI(t)', 'SPI(t)'),
    t('سهم EAC', 'EAC share'),
  ];
}

function workRow(work: WorkForecast, voice: Voice): Cell[] {
  const money = (rial: bigint | number | null) => known('money', rial === null ? null : voice.amount(rial));
  const period = (value: string | null) => cell('code', value === null ? NO_DATA : voice.shortPeriod(value));
  const delay = delayOf(work);
  return [
    cell('code', work.work),
    cell('wrapped', work.title),
    cell('wrapped', work.reason === null ? '' : REASON_WORDS[work.reason][voice.language]),
    money(work.BAC),
    money(work.EV),
    money(work.AC),
    money(work.EAC),
    period(work.start),
    period(work.plannedFinish),
    period(work.finish),
    cell('count', Number.isFinite(delay) ? delay : NO_DATA, delay > 0 ? { tone: 'watch' } : {}),
    cell('index', work.SPI_t ?? NO_DATA),
    known('percent', work.cost_share),
  ];
}

/** Months from the planned finish to the forecast one; −∞ = unknown. */
function delayOf({ plannedFinish, finish }: WorkForecast): number {
  const month = (period: string) => Number(period.slice(0, 4)) * 12 + Math.min(12, Number(period.slice(5)));
  return plannedFinish === null || finish === null ? Number.NEGATIVE_INFINITY : month(finish) - month(plannedFinish);
}

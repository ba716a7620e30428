import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import { INDICATOR_STATES } from '../../src/domain/catalogue/system-words.js';
import type { EarnedValue } from '../../src/domain/control.js';
import type { IndicatorFigure } from '../../src/domain/indicator-figures.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import type { Cell, Sheet } from '../../src/report/sheet.js';
import { FIGURE_WIDTHS } from '../figure-rows.js';
import { projectTable } from '../leaf-rows.js';
import { remarkText } from '../manager/earned.js';
import { pathCell, remarkOf } from '../manager/indicators.js';
import { known } from '../manager/roll-up.js';
import type { Voice } from '../manager/voice.js';
import { type Part, pageSheet } from '../page.js';
import type { DepartmentView } from './view.js';

/** Why an earned value is unknown: one column more than a table of figures has. */
const REASON_WIDTH = 26;

/** Its projects with plan, actual, spending, gap and type; their earned value; its indicators. */
export function departmentWork(figures: MonthFigures, voice: Voice, view: DepartmentView): Sheet {
  const { t, labels } = voice;
  return pageSheet(figures, voice, {
    name: labels.sheets.projects,
    title: `${view.title} — ${t('پروژه‌ها، ارزش کسب‌شده و شاخص‌ها', 'Projects, earned value and indicators')}`,
    legend: t(
      '«—» یعنی داده نیست و صفر نیست. عدد خمیده بر فرض است. ارزش کسب‌شده از کار و اعتبار سال مالی است.',
      '"—" = no data, not zero. Italic rests on an assumption. Earned value is of the work and budget of the fiscal year.',
    ),
    widths: [...FIGURE_WIDTHS, REASON_WIDTH],
    parts: [
      projectTable(t('پروژه‌های این واحد', 'Its projects'), view.leaves, figures, voice),
      earnedTable(figures, voice, view),
      indicatorTable(voice, view),
    ],
  });
}

function earnedTable({ displayUnit }: MonthFigures, voice: Voice, { earned, earnedTotal }: DepartmentView): Part {
  const { t, labels } = voice;
  const unit = labels.units[displayUnit];
  const total = earnedTotal === null || earned.length === 0 ? [] : [earnedTotal];
  return {
    title: t(`ارزش کسب‌شدهٔ سال مالی (${unit})`, `Earned value of the fiscal year (${unit})`),
    headers: [
      t('کد', 'Code'),
      t('پروژه', 'Project'),
      'SPI',
      'CPI',
      'SPI(t)',
      t('سهم SPI', 'SPI share'),
      t('اعتبار (BAC)', 'Budget (BAC)'),
      t('ارزش کسب‌شده (EV)', 'Earned (EV)'),
      t('هزینه (AC)', 'Actual cost (AC)'),
      'PV ÷ BAC',
      'EV ÷ BAC',
      t('برآورد پایان (EAC)', 'Estimate at completion'),
      t('چرا «—»؛ سهم', 'Why "—"; shares'),
    ],
    rows: (first) => [...total, ...earned].map((value, index) => earnedRow(value, first + index, voice)),
  };
}

/** EV ÷ BAC and CPI = EV / AC of what is known on both sides; live over their row where that is all of it. */
function earnedRow(value: EarnedValue, at: number, voice: Voice): Cell[] {
  const { BAC, PV, EV, AC, EAC, SPI, CPI, SPI_t, earned_share, cost_share, paid_share } = value;
  const money = (rial: bigint | number | null) => known('money', rial === null ? null : voice.amount(rial));
  const liveIf = (same: boolean, style: 'index' | 'percent', formula: string, result: number | null) =>
    result !== null && same ? live(style, formula, result) : known(style, result);
  const ofBudget = (part: number | null, share: number | null) =>
    part === null || !BAC || !share ? null : part / (Number(BAC) * share);
  return [
    cell('code', value.code),
    cell('wrapped', value.title),
    known('index', SPI),
    liveIf(cost_share === earned_share && cost_share === paid_share, 'index', `H${at}/I${at}`, CPI),
    known('index', SPI_t),
    known('percent', value.time_share),
    money(BAC),
    money(EV),
    money(AC),
    known('percent', ofBudget(PV, 1)),
    liveIf(earned_share === 1, 'percent', `H${at}/G${at}`, ofBudget(EV, earned_share)),
    money(EAC),
    cell('wrapped', remarkText(value, voice)),
  ];
}

function indicatorTable(voice: Voice, { indicators }: DepartmentView): Part {
  const { t } = voice;
  return {
    title: t('شاخص‌های این واحد', 'Its indicators'),
    headers: [
      t('کد', 'Code'),
      t('شاخص', 'Indicator'),
      t('واحد', 'Unit'),
      t('آغاز', 'Opening'),
      t('مسیر', 'Path'),
      t('مقدار', 'Value'),
      t('وضع گزارش', 'State'),
      t('هدف', 'Target'),
      t('هدف بعد', 'Next target'),
      t('دستیابی', 'Attainment'),
      t('مانده تا هدف بعد', 'Left to it'),
      t('توضیح', 'Remark'),
    ],
    rows: () => indicators.map((figure) => indicatorRow(figure, voice)),
    empty: t('این واحد شاخصی ندارد.', 'It has no indicator.'),
  };
}

function indicatorRow(figure: IndicatorFigure, voice: Voice): Cell[] {
  const { code, title, unit, opening, value, state, target, nextTarget, attainment, gapToFill } = figure;
  return [
    cell('code', code),
    cell('wrapped', title),
    cell('wrapped', unit ?? NO_DATA),
    known('quantity', opening),
    pathCell(figure, voice),
    known('quantity', value),
    cell('word', INDICATOR_STATES[state][voice.language], state === 'reported' ? {} : { tone: 'watch' }),
    known('quantity', target),
    known('quantity', nextTarget),
    known('percent', attainment),
    known('quantity', gapToFill),
    cell('wrapped', remarkOf(figure, voice)),
  ];
}

import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import { INDICATOR_STATES } from '../../src/domain/catalogue/system-words.js';
import type { EarnedValue } from '../../src/domain/control.js';
import type { IndicatorFigure } from '../../src/domain/indicator-figures.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import type { Cell, Sheet } from '../../src/report/sheet.js';
import { FIGURE_WIDTHS } from '../figure-rows.js';
import { projectTable } from '../leaf-rows.js';
import { reasonsText } from '../manager/earned.js';
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
      t('سهم زمان‌بندی‌شده', 'Scheduled share'),
      t('اعتبار (BAC)', 'Budget (BAC)'),
      t('ارزش کسب‌شده (EV)', 'Earned (EV)'),
      t('هزینه (AC)', 'Actual cost (AC)'),
      'PV ÷ BAC',
      'EV ÷ BAC',
      t('برآورد پایان (EAC)', 'Estimate at completion'),
      t('چرا «—»', 'Why "—"'),
    ],
    rows: (first) => [...total, ...earned].map((value, index) => earnedRow(value, first + index, voice)),
  };
}

/** CPI = EV / AC and EV ÷ BAC, live over their row. */
function earnedRow(value: EarnedValue, at: number, voice: Voice): Cell[] {
  const { BAC, PV, EV, AC, EAC, SPI, CPI, SPI_t } = value;
  const money = (rial: bigint | number | null) => known('money', rial === null ? null : voice.amount(rial));
  const index = (number: number | null) => cell('index', number ?? NO_DATA);
  const ofBudget = (part: number | null) => (part === null || !BAC ? null : part / Number(BAC));
  const earned = ofBudget(EV);
  return [
    cell('code', value.code),
    cell('wrapped', value.title),
    index(SPI),
    CPI !== null && EV !== null && AC !== null && AC > 0n ? live('index', `H${at}/I${at}`, CPI) : index(CPI),
    index(SPI_t),
    known('percent', value.scheduled_share),
    money(BAC),
    money(EV),
    money(AC),
    known('percent', ofBudget(PV)),
    earned === null ? cell('percent', NO_DATA) : live('percent', `H${at}/G${at}`, earned),
    money(EAC),
    cell('wrapped', reasonsText(value, voice)),
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

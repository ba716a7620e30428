import {
  FEEDBACK_NAMES,
  feedbackSentence,
  paceSentence,
  rulesSentence,
} from '../../src/domain/catalogue/feedback-sentences.js';
import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import {
  type CycleRow,
  FEEDBACK_KINDS,
  type Feedback,
  type FeedbackKind,
  type Pace,
} from '../../src/domain/feedback.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import type { Cell, Sheet } from '../../src/report/sheet.js';
import { type Part, pageSheet } from '../page.js';
import { decisionHeaders, decisionRows } from './feedback-decisions.js';
import { proposalBody, proposalHeaders } from './feedback-proposal.js';
import type { Layout } from './layout.js';
import { known } from './roll-up.js';
import type { Voice } from './voice.js';

const WIDTHS = [15, 44, 20, 13, 13, 13, 13, 13, 13, 13, 22, 60];
const SHOWN = 15;

/** What held for periods in a row, how fast the rest must go, and next year's sheet and credit. */
export function feedbackSheet(figures: MonthFigures, voice: Voice, layout: Layout): Sheet {
  const { t, labels, language } = voice;
  const { feedback } = figures;
  const year = voice.digits(feedback.proposal.nextYear);
  const unit = labels.units[figures.displayUnit];
  const paces = [...feedback.paces].sort((a, b) => (b.times ?? -1) - (a.times ?? -1));
  return pageSheet(figures, voice, {
    name: labels.sheets.feedback,
    title: t(
      'بازخورد راهبردی: قوت‌ها، ضعف‌ها و پیشنهاد سال بعد',
      "Strategic feedback: strengths, weaknesses, next year's proposal",
    ),
    legend: voice.shown(rulesSentence(feedback.rules, language)),
    // The rules judge against what was due; where the headline is of a month, the year stands for it (docs/feedback.md).
    options: {
      ...figures.headline.options,
      scope: figures.headline.options.scope === 'month' ? 'year' : figures.headline.options.scope,
      basis: 'due',
    },
    widths: WIDTHS,
    parts: [
      ...FEEDBACK_KINDS.map((kind) => itemsPart(kind, figures, voice)),
      ...undecidedPart(feedback.undecided, voice),
      {
        title: t(
          'شتاب لازم در برابر شتاب تاکنون: کندترین‌ها نخست',
          'Pace needed against pace so far, the slowest first',
        ),
        headers: paceHeaders(voice),
        stretched: true,
        rows: () => paces.slice(0, SHOWN).map((pace) => paceRow(pace, voice)),
      },
      {
        title: t(
          `برگهٔ سال ${year}: از وضع آغاز تا هدف بعد`,
          `The sheet of ${year}: from the opening to the next target`,
        ),
        headers: cycleHeaders(voice),
        rows: (first) => feedback.cycle.map((row, index) => cycleRow(row, first + index, voice)),
      },
      {
        title: t(`پیشنهاد اعتبار سال ${year} (${unit})`, `Proposed credit of ${year} (${unit})`),
        headers: proposalHeaders(voice),
        rows: (first) => proposalBody(figures, voice, layout, first),
      },
      {
        title: t(`تصمیم‌های ثبت‌شده (${unit})`, `Decisions on record (${unit})`),
        headers: decisionHeaders(voice),
        rows: () => decisionRows(figures, voice, layout),
        empty: t('تصمیمی ثبت نشده است.', 'No decision is on record.'),
      },
    ],
  });
}

function itemsPart(kind: FeedbackKind, figures: MonthFigures, voice: Voice): Part {
  const all = figures.feedback.items.filter((item) => item.kind === kind);
  return {
    title: titleOf(kind, all.length, voice),
    headers: itemHeaders(voice),
    rows: () => all.slice(0, SHOWN).map((item) => itemRow(item, figures, voice)),
  };
}

function undecidedPart(undecided: number, { t, count }: Voice): Part[] {
  if (undecided === 0) return [];
  const text = t(
    `دربارهٔ ${count(undecided)} مورد، به سبب گزارش‌های نرسیده، نمی‌توان داوری کرد.`,
    `${count(undecided)} subjects cannot be judged, because reports are missing.`,
  );
  return [{ title: t('داوری نشده', 'Not judged'), sentences: [text] }];
}

function titleOf(kind: FeedbackKind, count: number, { t, language, count: said }: Voice): string {
  const name = FEEDBACK_NAMES[kind][language];
  return count > SHOWN
    ? t(`${name}: ${said(count)} مورد، ${said(SHOWN)} مورد نخست`, `${name}: ${said(count)}, the first ${said(SHOWN)}`)
    : t(`${name}: ${said(count)} مورد`, `${name}: ${said(count)}`);
}

function itemHeaders({ t }: Voice): string[] {
  return [
    t('کد', 'Code'),
    t('عنوان', 'Title'),
    t('واحد یا سطح', 'Department or level'),
    t('سنجه (واحد درصد)', 'Measured (points)'),
    t('آستانه', 'Threshold'),
    t('دورهٔ پیاپی', 'Periods in a row'),
    t('از', 'Since'),
    t('کار', 'Work'),
    t('پول', 'Money'),
    t('سهم از شکاف', 'Of the gap'),
    t('سهم از کارِ نکرده', 'Of the missing work'),
    t('چرا', 'Why'),
  ];
}

function itemRow(item: Feedback, figures: MonthFigures, voice: Voice): Cell[] {
  const department = figures.departments.find(({ reporting }) => reporting.code === item.department);
  const points = (ratio: number | null) => known('points', ratio === null ? null : ratio * 100);
  const open = item.openEnded ? voice.t('دست‌کم ', 'at least ') : '';
  return [
    cell('code', item.code),
    cell('wrapped', item.title),
    cell('wrapped', department?.reporting.title ?? placeOf(item, voice)),
    points(item.value),
    points(item.threshold),
    cell('word', `${open}${voice.count(item.persistence)}`),
    cell('code', voice.shortPeriod(item.since)),
    known('percent', item.achieved ?? item.physical),
    known('percent', item.spent ?? item.budget),
    points(item.contribution),
    points(item.shortfall),
    cell('wrapped', voice.shown(feedbackSentence(item, voice.language))),
  ];
}

/** What kind of thing was judged, where no department answers for it alone. */
function placeOf({ subject, level }: Feedback, { t, level: levelOf }: Voice): string {
  if (subject === 'department') return t('واحد', 'department');
  return level === '' ? NO_DATA : levelOf(level);
}

function paceHeaders({ t }: Voice): string[] {
  return [
    t('کد', 'Code'),
    t('عنوان', 'Title'),
    t('سطح', 'Level'),
    t('آغاز', 'From'),
    t('اکنون', 'Reached'),
    t('هدف', 'Target'),
    t('ماه مانده', 'Months left'),
    t('لازم، در ماه', 'Needed a month'),
    t('تاکنون، در ماه', 'So far a month'),
    t('چند برابر', 'Times'),
    t('به زبان ساده', 'In words'),
  ];
}

function paceRow(pace: Pace, voice: Voice): Cell[] {
  const { t } = voice;
  const figure = (value: number | null) => known(pace.subject === 'node' ? 'percent' : 'quantity', value);
  const level = pace.subject === 'indicator' ? t('شاخص', 'indicator') : voice.level(pace.level);
  return [
    cell('code', pace.code),
    cell('wrapped', pace.title),
    cell('word', level),
    figure(pace.from),
    figure(pace.reached),
    figure(pace.target),
    cell('count', pace.monthsLeft),
    figure(pace.needed),
    figure(pace.soFar),
    cell('index', pace.times ?? NO_DATA),
    cell('wrapped', voice.shown(paceSentence(pace, voice.language) ?? '')),
  ];
}

function cycleHeaders({ t }: Voice): string[] {
  return [
    t('شاخص', 'Indicator'),
    t('عنوان', 'Title'),
    t('واحد', 'Department'),
    t('آغاز سال', 'Opening'),
    t('هدف سال', 'Target'),
    t('اکنون', 'Value'),
    t('مانده', 'Left'),
    t('هدف سال بعد', 'Next target'),
    t('راه تا هدف بعد', 'To fill'),
    t('پروژه‌ها', 'Projects'),
    t('اعتبار امسال آن‌ها', 'Their credit this year'),
    t('یکا', 'Unit'),
  ];
}

function cycleRow(row: CycleRow, at: number, voice: Voice): Cell[] {
  return [
    cell('code', row.indicator),
    cell('wrapped', row.title),
    cell('code', row.department),
    known('quantity', row.opening),
    known('quantity', row.target),
    known('quantity', row.value),
    row.gap === null ? cell('quantity', NO_DATA) : live('quantity', `E${at}-F${at}`, row.gap),
    known('quantity', row.nextTarget),
    known('quantity', row.gapToFill),
    cell('count', row.projects),
    cell('money', voice.amount(row.creditRial)),
    cell('wrapped', row.unit ?? ''),
  ];
}

import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import { COMPONENT_NAMES, scoreReason } from '../../src/domain/catalogue/score-reasons.js';
import type { MonthFigures } from '../../src/domain/month.js';
import type { ScoreComponent } from '../../src/domain/scorecard.js';
import { cell, live } from '../../src/report/cells.js';
import { type Cell, quoted, type Sheet } from '../../src/report/sheet.js';
import { FIGURE_WIDTHS, figureTable } from '../figure-rows.js';
import { definitionsText } from '../manager/decisions.js';
import { openRefusals } from '../manager/refusals.js';
import { known, thresholdText } from '../manager/roll-up.js';
import type { Voice } from '../manager/voice.js';
import { obstacleTable } from '../obstacles.js';
import { type Part, pageSheet } from '../page.js';
import type { DepartmentView } from './view.js';

/** Where the department stands: its figures, its place among its peers with each lost point, obstacles, and the sign-off. */
export function departmentPlace(figures: MonthFigures, voice: Voice, view: DepartmentView): Sheet {
  const { t } = voice;
  return pageSheet(figures, voice, {
    name: voice.labels.sheets.summary,
    title: `${view.title} — ${t('گزارش ماهانهٔ واحد', 'Monthly report of the department')}`,
    legend: `${definitionsText(figures, voice)} ${thresholdText(figures, voice)}`,
    widths: FIGURE_WIDTHS,
    tone: 'primary',
    parts: [
      { title: t('در یک نگاه', 'At a glance'), sentences: sentencesOf(voice, view) },
      figureTable(
        t('کار و پول پروژه‌های این واحد', 'Work and money of its projects'),
        t('واحد', 'Department'),
        view.figures === null ? [] : [view.figures],
        figures,
        voice,
      ),
      scoreTable(voice, view),
      obstacleTable(
        t('موانعی که گزارش کرده‌اید و هنوز پاسخی ندارند', 'Obstacles reported and not answered yet'),
        view.obstacles,
        voice,
      ),
      ...(figures.look.signatures?.length ? [{ signatures: figures.look.signatures }] : []),
      {
        signatures: [
          t('نام و سمت رئیس واحد:', 'Head of the department, name and post:'),
          t('تاریخ:', 'Date:'),
          t('امضا:', 'Signature:'),
          t('ملاحظات واحد دربارهٔ این گزارش:', 'Remarks of the department on this report:'),
        ],
      },
    ],
  });
}

function sentencesOf(voice: Voice, { reporting, scorecard, scoreNotes, submissions }: DepartmentView): string[] {
  const { t, labels } = voice;
  const waiting = openRefusals(submissions);
  const received =
    reporting.receivedAt === null
      ? t(
          'برای این دوره پرونده‌ای از این واحد پذیرفته نشده است.',
          'No file of this department was accepted for this period.',
        )
      : t(
          `نخستین پروندهٔ پذیرفته در ${voice.instant(reporting.receivedAt)} رسیده است (${labels.reporting[reporting.state]}).`,
          `The first accepted file came at ${voice.instant(reporting.receivedAt)} (${labels.reporting[reporting.state]}).`,
        );
  const rows = t(
    `${voice.count(reporting.acceptedRows)} سطر پذیرفته شده و ${voice.count(waiting)} سطر برگشتی در انتظار اصلاح شماست؛ جای هر کدام در برگهٔ ${voice.quote(labels.sheets.data)} است.`,
    `${voice.count(reporting.acceptedRows)} rows were accepted and ${voice.count(waiting)} returned rows wait for you; the place of each is on the sheet ${voice.quote(labels.sheets.data)}.`,
  );
  return [received, rows, placeText(voice, scorecard), ...scoreNotes.map((note) => note[voice.language])];
}

function placeText(voice: Voice, card: DepartmentView['scorecard']): string {
  const { t } = voice;
  if (!card || card.score === null || card.rank === null)
    return t(
      'امتیازی ندارد، چون چیزی از آن برای این ماه داوری‌پذیر نیست.',
      'It has no score, for nothing of it can be judged for this month.',
    );
  const score = voice.points(card.score / 100);
  const before =
    card.previous === null
      ? ''
      : t(`، ماه پیش ${voice.points(card.previous / 100)}`, `, ${voice.points(card.previous / 100)} the month before`);
  return t(
    `امتیاز ${score} از ۱۰۰${before}؛ رتبهٔ ${voice.count(card.rank)} از ${voice.count(card.peers)} در گروه ${voice.quote(card.peerGroup ?? 'بی‌گروه')}.`,
    `Score ${score} of 100${before}; rank ${voice.count(card.rank)} of ${voice.count(card.peers)} in the group ${voice.quote(card.peerGroup ?? 'no group')}.`,
  );
}

function scoreTable(voice: Voice, { scorecard }: DepartmentView): Part {
  const { t } = voice;
  return {
    title: t('امتیاز: هر نمرهٔ ازدست‌رفته و دلیل آن', 'Score: each lost point and its reason'),
    headers: [
      t('جزء', 'Component'),
      t('دلیل', 'Reason'),
      t('مقدار', 'Value'),
      t('سهم از ۱۰۰', 'Share of 100'),
      t('ازدست‌رفته', 'Lost'),
      t('به‌دست‌آمده', 'Won'),
    ],
    rows: (first) => (scorecard?.components ?? []).map((component, index) => scoreRow(component, first + index, voice)),
  };
}

/** lost = share · (1 − value), won = share − lost. */
function scoreRow(component: ScoreComponent, at: number, { language, t }: Voice): Cell[] {
  const { name, value, points, lost, restored } = component;
  const reason = restored
    ? t('با پذیرش اعتراض بازگردانده شد.', 'Given back, an appeal was accepted.')
    : (scoreReason(component, language) ?? '');
  const unknown = value === null;
  return [
    cell('text', COMPONENT_NAMES[name][language]),
    cell(
      'wrapped',
      unknown
        ? t('داوری‌پذیر نیست؛ سهمش به بقیه رسیده است.', 'Nothing to judge; its share went to the others.')
        : reason,
    ),
    known('percent', value),
    known('points', unknown ? null : points),
    unknown || restored
      ? known('points', unknown ? null : lost)
      : live(
          'points',
          `IF(ISNUMBER(C${at}),D${at}*(1-C${at}),${quoted(NO_DATA)})`,
          lost,
          lost >= 1 ? { tone: 'watch' } : {},
        ),
    unknown ? cell('points', NO_DATA) : live('points', `D${at}-E${at}`, points - lost),
  ];
}

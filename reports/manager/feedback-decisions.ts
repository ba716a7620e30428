import { FEEDBACK_NAMES } from '../../src/domain/catalogue/feedback-sentences.js';
import type { Decision } from '../../src/domain/feedback.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell } from '../../src/report/cells.js';
import type { Cell } from '../../src/report/sheet.js';
import type { Layout } from './layout.js';
import { known } from './roll-up.js';
import type { Voice } from './voice.js';

export function decisionHeaders({ t }: Voice): string[] {
  return [
    t('کد', 'Code'),
    t('عنوان', 'Title'),
    t('دربارهٔ', 'About'),
    t('شماره', 'Number'),
    t('دوره', 'Period'),
    t('نتیجه', 'Outcome'),
    t('سنجه (واحد درصد)', 'Measured (points)'),
    t('آستانه', 'Threshold'),
    t('سهم پایه', 'Base'),
    t('پیشنهاد', 'Proposed'),
    t('تصمیم‌گیرنده', 'Decided by'),
    t('دلیل', 'Reason'),
  ];
}

/** The register of decisions up to the period, the newest first, with the figures upon which each was made. */
export function decisionRows(figures: MonthFigures, voice: Voice, layout: Layout): Cell[][] {
  return [...figures.decisions].sort((a, b) => b.id - a.id).map((row) => decisionRow(row, figures, voice, layout));
}

function decisionRow(row: Decision, { planPackage }: MonthFigures, voice: Voice, layout: Layout): Cell[] {
  const { t, language } = voice;
  const points = (ratio: number | null) => known('points', ratio === null ? null : ratio * 100);
  const money = (rial: bigint | null) => known('money', rial === null ? null : voice.amount(rial));
  const node = layout.byCode.get(row.code);
  const places = [...planPackage.nodes, ...planPackage.projects, ...planPackage.departments];
  const title = places.find(({ code }) => code === row.code)?.title ?? '';
  return [
    cell('code', row.code, node ? { link: { sheet: voice.labels.sheets.tree, cell: `A${node.row}` } } : {}),
    cell('wrapped', title),
    cell(
      'wrapped',
      row.item === 'shift' ? t('جابه‌جایی اعتبار', 'shift of credit') : FEEDBACK_NAMES[row.item][language],
    ),
    cell('count', row.id),
    cell('code', voice.shortPeriod(row.period)),
    cell('word', row.outcome === 'accepted' ? t('پذیرفته', 'accepted') : t('ردشده', 'rejected')),
    points(row.value),
    points(row.threshold),
    money(row.baseRial),
    money(row.proposedRial),
    cell('wrapped', row.decidedBy),
    cell('wrapped', row.reason),
  ];
}

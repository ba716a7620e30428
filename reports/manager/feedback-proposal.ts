import { SHIFT_NAMES, shiftSentence } from '../../src/domain/catalogue/feedback-sentences.js';
import type { Shift } from '../../src/domain/feedback.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import type { Cell } from '../../src/report/sheet.js';
import type { Layout } from './layout.js';
import { known } from './roll-up.js';
import type { Voice } from './voice.js';

const SHOWN = 30;
type Money = Pick<
  Shift,
  'currentRial' | 'baseRial' | 'committedRial' | 'takenRial' | 'receivedRial' | 'boundRial' | 'proposedRial'
>;

export function proposalHeaders({ t }: Voice): string[] {
  return [
    t('کد', 'Code'),
    t('عنوان', 'Title'),
    t('دلیل', 'Reason'),
    t('اعتبار امسال', 'This year'),
    t('سهم پایه', 'Base'),
    t('تعهد پرداخت‌نشده', 'Unpaid commitments'),
    t('برداشته', 'Taken'),
    t('افزوده', 'Received'),
    t('برای تعهدها', 'For commitments'),
    t('پیشنهاد', 'Proposed'),
    t('تغییر نسبت به پایه', 'Change of the base'),
    t('به زبان ساده', 'In words'),
  ];
}

/** The largest shifts, the others in one row, and the total, which the shifts leave as it was. */
export function proposalBody(figures: MonthFigures, voice: Voice, layout: Layout, firstRow: number): Cell[][] {
  const { rows } = figures.feedback.proposal;
  if (rows.length === 0) return [];
  const moved = (row: Shift) =>
    row.proposedRial > row.baseRial ? row.proposedRial - row.baseRial : row.baseRial - row.proposedRial;
  const ordered = [...rows].sort((a, b) =>
    moved(b) > moved(a) ? 1 : moved(b) < moved(a) ? -1 : a.code < b.code ? -1 : 1,
  );
  const top = ordered.slice(0, SHOWN);
  const rest = ordered.slice(SHOWN);
  const { t } = voice;
  const unit = { name: voice.labels.units[figures.displayUnit], of: figures.displayUnit };
  const body = top.map((row, index) => {
    const node = layout.byCode.get(row.code);
    const link = node ? { link: { sheet: voice.labels.sheets.tree, cell: `A${node.row}` } } : {};
    return shiftRow(
      [
        cell('code', row.code, link),
        cell('wrapped', row.title),
        cell('wrapped', SHIFT_NAMES[row.reason][voice.language]),
      ],
      row,
      firstRow + index,
      voice.shown(shiftSentence(row, voice.language, unit)),
      voice,
    );
  });
  if (rest.length > 0) {
    const title = t(`بقیه (${voice.count(rest.length)} مورد)`, `The others (${rest.length})`);
    const heads: [Cell, Cell, Cell] = [cell('code', '—'), cell('wrapped', title), cell('wrapped', '')];
    body.push(shiftRow(heads, sumOf(rest), firstRow + body.length, '', voice));
  }
  return [...body, totalRow(sumOf(rows), firstRow, body.length, voice)];
}

function sumOf(rows: readonly Money[]): Money {
  const sum = (key: keyof Money) => rows.reduce((total, row) => total + row[key], 0n);
  return {
    currentRial: sum('currentRial'),
    baseRial: sum('baseRial'),
    committedRial: sum('committedRial'),
    takenRial: sum('takenRial'),
    receivedRial: sum('receivedRial'),
    boundRial: sum('boundRial'),
    proposedRial: sum('proposedRial'),
  };
}

/** proposed = base − taken + received + what commitments ask: live over the cells of the row. */
function shiftRow(heads: readonly [Cell, Cell, Cell], row: Money, at: number, words: string, voice: Voice): Cell[] {
  const money = (rial: bigint) => known('money', voice.amount(rial));
  const proposed =
    voice.amount(row.baseRial) -
    voice.amount(row.takenRial) +
    voice.amount(row.receivedRial) +
    voice.amount(row.boundRial);
  return [
    ...heads,
    money(row.currentRial),
    money(row.baseRial),
    money(row.committedRial),
    money(row.takenRial),
    money(row.receivedRial),
    money(row.boundRial),
    live('money', `E${at}-G${at}+H${at}+I${at}`, proposed),
    live('money', `J${at}-E${at}`, proposed - voice.amount(row.baseRial)),
    cell('wrapped', words),
  ];
}

function totalRow(sum: Money, firstRow: number, count: number, voice: Voice): Cell[] {
  const look = { tone: 'total' } as const;
  const money = (letter: string, rial: bigint) =>
    live('money', `SUM(${letter}${firstRow}:${letter}${firstRow + count - 1})`, voice.amount(rial), look);
  return [
    cell('text', '', look),
    cell('wrapped', voice.t('جمع', 'Sum'), look),
    cell('text', '', look),
    money('D', sum.currentRial),
    money('E', sum.baseRial),
    money('F', sum.committedRial),
    money('G', sum.takenRial),
    money('H', sum.receivedRial),
    money('I', sum.boundRial),
    money('J', sum.proposedRial),
    money('K', sum.proposedRial - sum.baseRial),
    cell('text', '', look),
  ];
}

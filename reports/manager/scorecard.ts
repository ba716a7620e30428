import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import { COMPONENT_NAMES, scoreReason } from '../../src/domain/catalogue/score-reasons.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { type Appeal, COMPONENTS, type ComponentName, type Scorecard } from '../../src/domain/scorecard.js';
import { cell, live } from '../../src/report/cells.js';
import { type Cell, quoted, type Row, type Sheet } from '../../src/report/sheet.js';
import { columnRange, FIRST_ROW, inOrder } from './columns.js';
import { known } from './roll-up.js';
import { SCORE_KEYS, SCORE_LETTERS, type ScoreKey, scoreColumns } from './scorecard-columns.js';
import { tableSheet } from './table-sheet.js';
import type { Voice } from './voice.js';

/** Departments by peer group and rank, with each component, each lost point and its reason. */
export function scorecardSheet(figures: MonthFigures, voice: Voice): Sheet {
  const { t, labels } = voice;
  const cards = rankedCards(figures);
  return tableSheet(figures, voice, {
    key: 'scorecard',
    // Scores are of the fiscal year to date, whatever the headline is of.
    options: { ...figures.headline.options, scope: 'year', basis: 'due' },
    title: t('ارزیابی واحدها به تفکیک گروه هم‌تراز', 'Scorecards of the departments by peer group'),
    legend: `${t(
      'امتیاز = ۱۰۰ منهای کسرها؛ هر جزء سهم خود از ۱۰۰ را دارد و به اندازهٔ (۱ − مقدار) از دست می‌دهد. جزئی که داوری‌پذیر نیست «—» است و سهمش به بقیه می‌رسد. تأخیر در آزادشدن اعتبار امتیازی کم نمی‌کند. رتبه تنها میان هم‌ترازهاست. سال مالی تا این ماه.',
      'Score = 100 less what was lost; each component has its share of 100 and loses (1 − value) of it. A component with nothing to judge is "—" and its share goes to the others. Credit released late costs no points. Ranks are among peers only. The fiscal year to date.',
    )} ${figures.scoreNotes.map((note) => note[voice.language]).join(' ')}`,
    columns: scoreColumns(voice, labels.units[figures.displayUnit]),
    rows: cards.map((card, index) => cardRow(card, index, cards.length, voice)),
    frozenColumns: 5,
    lastPrinted: 'appeals',
  });
}

/** Peer groups in the order of their names, the unranked last in each. */
export function rankedCards({ scorecards }: MonthFigures): Scorecard[] {
  const group = ({ peerGroup }: Scorecard) => peerGroup ?? '\uffff';
  return [...scorecards].sort((a, b) => {
    if (group(a) !== group(b)) return group(a) < group(b) ? -1 : 1;
    return (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) || (a.code < b.code ? -1 : 1);
  });
}

function cardRow(card: Scorecard, index: number, count: number, voice: Voice): Row {
  const row = FIRST_ROW + index;
  const { t } = voice;
  const at = (key: ScoreKey) => `${SCORE_LETTERS[key]}${row}`;
  const change = card.score === null || card.previous === null ? null : card.score - card.previous;
  const cells = {
    index: cell('count', index + 1),
    group: cell('wrapped', card.peerGroup ?? t('بی‌گروه', 'no group')),
    rank: rankCell(card, row, count),
    code: cell('code', card.code),
    title: cell('wrapped', card.title),
    score: scoreCell(card, row),
    previous: known('points', card.previous),
    change:
      change === null
        ? cell('points', NO_DATA)
        : live('points', `${at('score')}-${at('previous')}`, change, toneOf(change)),
    ...componentCells(card, at),
    shown: live(
      'points',
      `IF(ISNUMBER(${at('score')}),ROUND(${at('score')},2),-1)`,
      card.score === null ? -1 : Math.round(card.score * 100) / 100,
      { tone: 'muted' },
    ),
    reasons: cell('wrapped', reasonsOf(card, voice)),
    lateCredit: cell('money', voice.amount(card.lateCreditRial)),
    appeals: cell('wrapped', card.appeals.map((appeal) => appealText(appeal, voice)).join('\n')),
  } as Record<ScoreKey, Cell>;
  return { cells: inOrder(SCORE_KEYS, cells) };
}

/** A move of less than a point is none. */
function toneOf(change: number): { tone?: 'good' | 'watch' } {
  if (Math.abs(change) < 1) return {};
  return { tone: change > 0 ? 'good' : 'watch' };
}

function scoreCell({ score }: Scorecard, row: number): Cell {
  if (score === null) return cell('points', NO_DATA);
  const [first, last] = [COMPONENTS[0], COMPONENTS.at(-1)];
  return live(
    'points',
    `100-SUM(${SCORE_LETTERS[`lost_${first}`]}${row}:${SCORE_LETTERS[`lost_${last ?? first}`]}${row})`,
    score,
  );
}

/** Better scores of the same group, to a hundredth of a point, and one. */
function rankCell({ rank }: Scorecard, row: number, count: number): Cell {
  if (rank === null) return cell('count', NO_DATA);
  const range = (key: ScoreKey) => columnRange(SCORE_LETTERS[key], count);
  const own = (key: ScoreKey) => `${SCORE_LETTERS[key]}${row}`;
  const formula = `SUMPRODUCT(--(${range('group')}=${own('group')}),--(${range('shown')}>${own('shown')}))+1`;
  return live('count', formula, rank);
}

function componentCells({ components }: Scorecard, at: (key: ScoreKey) => string) {
  const byName = new Map(components.map((component) => [component.name, component]));
  return Object.fromEntries(
    COMPONENTS.flatMap((name: ComponentName): [ScoreKey, Cell][] => {
      const own = byName.get(name);
      const value = own?.value ?? null;
      const [valueAt, pointsAt] = [at(`value_${name}`), at(`points_${name}`)];
      const lost =
        !own || value === null
          ? cell('points', NO_DATA)
          : own.restored
            ? cell('points', own.lost, { tone: 'ahead' })
            : live('points', `IF(ISNUMBER(${valueAt}),${pointsAt}*(1-${valueAt}),${quoted(NO_DATA)})`, own.lost);
      return [
        [`value_${name}`, known('percent', value)],
        [`lost_${name}`, lost],
        [`points_${name}`, cell('points', own?.points ?? 0, { tone: 'muted' })],
      ];
    }),
  );
}

function reasonsOf({ components }: Scorecard, { language, t, points }: Voice): string {
  return components
    .flatMap((component) => {
      const name = COMPONENT_NAMES[component.name][language];
      if (component.restored)
        return [t(`${name}: با پذیرش اعتراض بازگردانده شد.`, `${name}: given back, an appeal was accepted.`)];
      const reason = scoreReason(component, language);
      return reason === null ? [] : [`${name} (${points(-component.lost / 100)}): ${reason}`];
    })
    .join('\n');
}

function appealText({ id, component, outcome, text, reason }: Appeal, { language, t, digits }: Voice): string {
  const outcomes = { open: t('باز', 'open'), accepted: t('پذیرفته', 'accepted'), rejected: t('ردشده', 'rejected') };
  const decided = reason === null ? '' : ` — ${reason}`;
  return `${digits(id)}. ${COMPONENT_NAMES[component][language]} (${outcomes[outcome]}): ${text}${decided}`;
}

import { COMPONENT_NAMES, SCORED_PROGRESS, scoreReason } from '../../domain/catalogue/score-reasons.js';
import { type Appeal, COMPONENTS, type Scorecard } from '../../domain/scorecard.js';
import type { ScorecardAnswer } from '../../pipeline/types.js';
import { amount, percent } from '../numbers.js';
import { oneLine } from '../table.js';
import { footnotes, headLine, type View, wordsOf } from './view.js';

const END = { align: 'end' as const };

/** Scores by peer group, best first, and below them the reason of each lost point. */
export function printScorecard(view: View, answer: ScorecardAnswer): string {
  const groups = [...new Set(answer.rows.map(({ peerGroup }) => peerGroup))];
  const blocks = groups.map((group) => {
    const cards = answer.rows
      .filter(({ peerGroup }) => peerGroup === group)
      .sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));
    return `${oneLine(group ?? '—')}\n${cardTable(view, cards)}`;
  });
  const reasons = answer.rows.flatMap((card) => lostPoints(view, card));
  const parts = [headLine(view, answer), ...blocks, ...(reasons.length > 0 ? [reasons.join('\n')] : [])];
  return `${parts.join('\n\n')}\n${footnotes(view, { reasons: [SCORED_PROGRESS[answer.progress], ...answer.reasons] })}`;
}

function cardTable(view: View, cards: readonly Scorecard[]): string {
  const { word, table, unit } = wordsOf(view);
  const shown = COMPONENTS.filter((name) =>
    cards.some(({ components }) => components.some((each) => each.name === name)),
  );
  const columns = [
    { title: word('score.rank'), ltr: true },
    { title: word('code'), ltr: true },
    { title: word('score.score'), ...END },
    { title: word('score.trend'), ...END, ltr: true },
    ...shown.map((name) => ({ title: COMPONENT_NAMES[name][view.language], ...END })),
    { title: word('score.lateCredit', { unit }), ...END },
    { title: word('title') },
  ];
  return table(
    columns,
    cards.map((card) => [
      card.rank === null ? '—' : `${card.rank}/${card.peers}`,
      card.code,
      points(card.score),
      card.score === null || card.previous === null ? '—' : signed(card.score - card.previous),
      ...shown.map((name) => percent(card.components.find((each) => each.name === name)?.value ?? null)),
      amount(view.config.displayUnit, card.lateCreditRial),
      card.title,
    ]),
  );
}

function lostPoints(view: View, card: Scorecard): string[] {
  const { ltr, word } = wordsOf(view);
  const lines = card.components.flatMap((component) => {
    const reason = scoreReason(component, view.language);
    const name = COMPONENT_NAMES[component.name][view.language];
    if (component.restored) return [`  ${word('score.restored', { name })}`];
    return reason === null ? [] : [`  −${lostText(component.lost)} ${name}: ${reason}`];
  });
  const appeals = card.appeals.map((appeal) => `  ${appealLine(view, appeal)}`);
  return lines.length + appeals.length === 0 ? [] : [`${ltr(card.code)} ${oneLine(card.title)}`, ...lines, ...appeals];
}

/** The list of appeals with what became of each. */
export function printAppeals(view: View, appeals: readonly Appeal[]): string {
  const { word } = wordsOf(view);
  return `${appeals.length === 0 ? word('score.noAppeals') : appeals.map((appeal) => appealLine(view, appeal)).join('\n')}\n`;
}

function appealLine(view: View, appeal: Appeal): string {
  const { word, ltr } = wordsOf(view);
  const decided =
    appeal.outcome === 'open' ? '' : ` — ${oneLine(appeal.decidedBy ?? '')}: ${oneLine(appeal.reason ?? '')}`;
  return word('score.appeal', {
    number: appeal.id,
    department: ltr(appeal.department),
    period: ltr(appeal.period),
    component: COMPONENT_NAMES[appeal.component][view.language],
    outcome: word(`score.${appeal.outcome}`),
    text: oneLine(appeal.text),
    decided,
  });
}

function points(score: number | null): string {
  return score === null ? '—' : score.toFixed(1);
}

/** Lost points with one decimal; what would print as 0.0 is said to be less than that. */
function lostText(lost: number): string {
  return lost < 0.05 ? '<0.05' : lost.toFixed(1);
}

function signed(difference: number): string {
  const text = difference.toFixed(1);
  return difference > 0 && text !== '0.0' ? `+${text}` : text;
}

import {
  cycleSentence,
  FEEDBACK_NAMES,
  feedbackSentence,
  followedSentence,
  paceSentence,
  rulesSentence,
  SHIFT_NAMES,
  shiftSentence,
} from '../../domain/catalogue/feedback-sentences.js';
import { levelName } from '../../domain/catalogue/labels.js';
import {
  type Decision,
  type DecisionFollowed,
  FEEDBACK_KINDS,
  type Feedback,
  type Proposal,
} from '../../domain/feedback.js';
import type { FeedbackAnswer } from '../../pipeline/types.js';
import { amount, percent } from '../numbers.js';
import { oneLine } from '../table.js';
import { footnotes, headLine, type View, wordsOf } from './view.js';

const ITEMS_SHOWN = 8;
const SHIFTS_SHOWN = 12;
const SUBJECTS: readonly Feedback['subject'][] = ['node', 'department', 'project'];
const SENTENCES_SHOWN = 3;
const ROWS_SHOWN = 20;
const END = { align: 'end' as const };
const SIGNED = { align: 'end' as const, ltr: true };

/** Rules first; then each kind with its weightiest items and their sentences, contributions, paces, next year's sheet and credit. */
export function printFeedback(view: View, answer: FeedbackAnswer): string {
  const { word } = wordsOf(view);
  const kinds = FEEDBACK_KINDS.map((kind) => answer.items.filter((item) => item.kind === kind));
  const blocks = [
    headLine(view, answer),
    rulesSentence(answer.rules, view.language),
    ...kinds.filter((items) => items.length > 0).map((items) => itemsBlock(view, items)),
    ...(answer.items.length === 0 ? [word('feedback.none')] : []),
    contributionBlock(view, answer),
    paceBlock(view, answer),
    ...(answer.cycle.length > 0 ? [cycleBlock(view, answer)] : []),
    proposalBlock(view, answer.proposal),
    ...(answer.decisions.length > 0
      ? [
          [
            word('feedback.decisions'),
            ...answer.decisions.map((row) => `  ${decisionLine(view, row, row.title ?? '')}`),
          ].join('\n'),
        ]
      : []),
  ];
  return `${blocks.join('\n\n')}\n${footnotes(view, answer)}`;
}

function itemsBlock(view: View, items: readonly Feedback[]): string {
  const { word, table, ltr } = wordsOf(view);
  const [first] = items;
  if (!first) return '';
  const columns = [
    { title: word('code'), ltr: true },
    { title: word('level') },
    { title: word('feedback.value'), ...END },
    { title: word('feedback.periods'), ...END },
    { title: word('feedback.shortfall'), ...SIGNED },
    { title: word('feedback.contribution'), ...SIGNED },
    { title: word('title') },
  ];
  const shown = SUBJECTS.flatMap((each) => items.filter(({ subject }) => subject === each).slice(0, ITEMS_SHOWN));
  const rows = shown.map((item) => [
    item.code,
    levelName(view.language, item.level),
    percent(item.value),
    `${item.persistence}${item.openEnded ? '+' : ''}`,
    fine(item.shortfall),
    fine(item.contribution),
    item.title,
  ]);
  const sentences = shown
    .slice(0, SENTENCES_SHOWN)
    .map((item) => `  ${ltr(item.code)} ${oneLine(item.title)}: ${feedbackSentence(item, view.language)}`);
  const name = FEEDBACK_NAMES[first.kind][view.language];
  return [
    word('feedback.heading', { name, count: items.length }),
    table(columns, rows) + rest(view, items.length - rows.length),
    ...sentences,
  ].join('\n');
}

function rest(view: View, count: number): string {
  return count > 0 ? `\n${wordsOf(view).word('feedback.more', { count })}` : '';
}

/** Points with two decimals: parts of a whole city are small. */
function fine(ratio: number | null): string {
  if (ratio === null) return '—';
  const text = (ratio * 100).toFixed(2);
  return ratio > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** The plan, the nodes of its first levels and the departments; the rest stand in --json. */
function contributionBlock(view: View, { contributions }: FeedbackAnswer): string {
  const { word, table } = wordsOf(view);
  const levels = [...new Set(contributions.filter(({ subject }) => subject === 'node').map(({ level }) => level))];
  const shown = contributions.filter(
    ({ subject, level }) => subject !== 'node' || level === levels[0] || level === levels[1],
  );
  const columns = [
    { title: word('code'), ltr: true },
    { title: word('level') },
    { title: word('feedback.shortfall'), ...SIGNED },
    { title: word('feedback.contribution'), ...SIGNED },
    { title: word('title') },
  ];
  const rows = shown.map((row) => [
    row.code,
    levelName(view.language, row.level),
    fine(row.shortfall),
    fine(row.gap),
    row.title,
  ]);
  return `${word('feedback.contributions')}\n${table(columns, rows)}`;
}

function paceBlock(view: View, { paces }: FeedbackAnswer): string {
  const { word, table, ltr } = wordsOf(view);
  const nodes = paces.filter(({ subject }) => subject === 'node');
  const [, top] = [...new Set(nodes.map(({ level }) => level))];
  const shown = paces.filter(({ subject, level }) => subject === 'indicator' || level === 'plan' || level === top);
  const columns = [
    { title: word('code'), ltr: true },
    { title: word('feedback.reached'), ...END },
    { title: word('feedback.target'), ...END },
    { title: word('feedback.left'), ...END },
    { title: word('feedback.needed'), ...SIGNED },
    { title: word('feedback.soFar'), ...SIGNED },
    { title: word('feedback.times'), ...END },
    { title: word('title') },
  ];
  const rows = shown.slice(0, ROWS_SHOWN).map((row) => {
    const figure = row.subject === 'node' ? percent : plain;
    const rate = row.subject === 'node' ? fine : plain;
    return [
      row.code,
      figure(row.reached),
      figure(row.target),
      String(row.monthsLeft),
      rate(row.needed),
      rate(row.soFar),
      row.times === null ? '—' : row.times.toFixed(1),
      row.title,
    ];
  });
  const [whole] = paces;
  const sentence = whole && paceSentence(whole, view.language);
  return [
    word('feedback.paces'),
    table(columns, rows) + rest(view, shown.length - rows.length),
    ...(whole && sentence ? [`  ${ltr(whole.code)}: ${sentence}`] : []),
  ].join('\n');
}

function cycleBlock(view: View, { cycle }: FeedbackAnswer): string {
  const { word, table, unit, ltr } = wordsOf(view);
  const [first] = cycle;
  const columns = [
    { title: word('code'), ltr: true },
    { title: word('feedback.opening'), ...END },
    { title: word('feedback.target'), ...END },
    { title: word('indicators.value'), ...END },
    { title: word('feedback.gap'), ...SIGNED },
    { title: word('feedback.nextTarget'), ...END },
    { title: word('feedback.gapToFill'), ...SIGNED },
    { title: word('feedback.projects'), ...END },
    { title: word('feedback.credit', { unit }), ...END },
    { title: word('title') },
  ];
  const rows = cycle.map((row) => [
    row.indicator,
    plain(row.opening),
    plain(row.target),
    plain(row.value),
    plain(row.gap),
    plain(row.nextTarget),
    plain(row.gapToFill),
    String(row.projects),
    amount(view.config.displayUnit, row.creditRial),
    row.title,
  ]);
  const sentence = first && cycleSentence(first, view.language, unitOf(view));
  return [
    word('feedback.cycle', { year: first?.nextYear ?? '' }),
    table(columns, rows),
    ...(first ? [`  ${ltr(first.indicator)}: ${sentence}`] : []),
  ].join('\n');
}

function unitOf(view: View) {
  return { of: view.config.displayUnit, name: wordsOf(view).unit };
}

/** The largest shifts, each with its reason as a sentence. */
function proposalBlock(view: View, { nextYear, totalRial, rows }: Proposal): string {
  const { word, table, unit, ltr } = wordsOf(view);
  const shift = (row: Proposal['rows'][number]) => row.proposedRial - row.baseRial;
  const size = (row: Proposal['rows'][number]) => (shift(row) < 0n ? -shift(row) : shift(row));
  const moving = rows.filter((row) => shift(row) !== 0n).sort((a, b) => Number(size(b) - size(a)));
  const moved = moving.reduce((sum, row) => (shift(row) > 0n ? sum + shift(row) : sum), 0n);
  const columns = [
    { title: word('code'), ltr: true },
    { title: word('feedback.base', { unit }), ...END },
    { title: word('feedback.shift'), ...SIGNED },
    { title: word('feedback.proposed'), ...END },
    { title: word('feedback.reason') },
    { title: word('title') },
  ];
  const money = (rial: bigint) => amount(view.config.displayUnit, rial);
  const shown = moving.slice(0, SHIFTS_SHOWN);
  return [
    word('feedback.proposal', {
      year: nextYear,
      total: amount('rial', totalRial),
      count: moving.length,
      moved: amount('rial', moved),
    }),
    ...(shown.length > 0
      ? [
          table(
            columns,
            shown.map((row) => [
              row.code,
              money(row.baseRial),
              `${shift(row) > 0n ? '+' : ''}${money(shift(row))}`,
              money(row.proposedRial),
              SHIFT_NAMES[row.reason][view.language],
              row.title,
            ]),
          ) + rest(view, moving.length - shown.length),
        ]
      : []),
    ...shown.map(
      (row) => `  ${ltr(row.code)} ${oneLine(row.title)}: ${shiftSentence(row, view.language, unitOf(view))}`,
    ),
  ].join('\n');
}

/** Decisions in order, each with what became of its figures. */
export function printDecisions(view: View, decisions: readonly DecisionFollowed[]): string {
  const { word } = wordsOf(view);
  if (decisions.length === 0) return `${word('feedback.noDecisions')}\n`;
  return `${decisions
    .map((followed) => {
      const { decision, title } = followed;
      const line = decisionLine(view, decision, title ?? '');
      return `${line}\n  ${followedSentence(followed, view.language)}`;
    })
    .join('\n')}\n`;
}

function decisionLine(view: View, decision: Decision, title: string): string {
  const { word, ltr } = wordsOf(view);
  const { id, item, outcome } = decision;
  return word('feedback.decision', {
    number: id,
    period: ltr(decision.period),
    item: item === 'shift' ? word('feedback.item.shift') : FEEDBACK_NAMES[item][view.language],
    code: ltr(decision.code),
    title: oneLine(title),
    outcome: word(`score.${outcome}`),
    by: oneLine(decision.decidedBy),
    reason: oneLine(decision.reason),
  });
}

/** A value in its own unit: up to three decimals, no more than it has. */
function plain(value: number | null): string {
  return value === null ? '—' : value.toLocaleString('en-US', { maximumFractionDigits: 3 });
}

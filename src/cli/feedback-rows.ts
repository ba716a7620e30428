import type { Config, Language } from '../config/config.js';
import {
  cycleSentence,
  feedbackSentence,
  followedSentence,
  paceSentence,
  rulesSentence,
  shiftSentence,
} from '../domain/catalogue/feedback-sentences.js';
import { labelsIn } from '../domain/catalogue/labels.js';
import type { CrosswalkOfPlans, CrosswalkPart } from '../domain/crosswalk.js';
import type {
  Contribution,
  CycleRow,
  Decision,
  DecisionFollowed,
  Feedback,
  FeedbackOfMonth,
  Pace,
  Shift,
} from '../domain/feedback.js';
import type { TitledDecision } from '../pipeline/types.js';

// Keys of `feedback --json`. Stable: add, never rename. Ratios 0..1, rials whole; null = unknown.

export function feedbackJson(
  answer: FeedbackOfMonth & { decisions: readonly TitledDecision[] },
  language: Language,
  config: Pick<Config, 'displayUnit'>,
) {
  const unit = { of: config.displayUnit, name: labelsIn(language).units[config.displayUnit] };
  const { proposal } = answer;
  return {
    rules: { ...answer.rules, text: rulesSentence(answer.rules, language) },
    history: answer.history,
    rows: answer.items.map((item) => itemJson(item, language)),
    undecided: answer.undecided,
    contributions: answer.contributions.map(contributionJson),
    paces: answer.paces.map((pace) => paceJson(pace, language)),
    cycle: answer.cycle.map((row) => cycleJson(row, language, unit)),
    proposal: {
      next_year: proposal.nextYear,
      total_rial: proposal.totalRial,
      total_assumed: proposal.totalAssumed,
      equal_assumed: proposal.equalAssumed,
      committed_rial: proposal.committedRial,
      covers_commitments: proposal.coversCommitments,
      rows: proposal.rows.map((row) => shiftJson(row, language, unit)),
    },
    decisions: answer.decisions.map((row) => ({ ...recordJson(row), title: row.title })),
  };
}

function itemJson(item: Feedback, language: Language) {
  const { openEnded, creditRial, ...rest } = item;
  return { ...rest, open_ended: openEnded, credit_rial: creditRial, sentence: feedbackSentence(item, language) };
}

function contributionJson({ subject, code, level, title, gap, shortfall }: Contribution) {
  return { subject, code, level, title, gap, shortfall };
}

function paceJson(pace: Pace, language: Language) {
  const { monthsPassed, monthsLeft, soFar, ...rest } = pace;
  return {
    ...rest,
    so_far: soFar,
    months_passed: monthsPassed,
    months_left: monthsLeft,
    sentence: paceSentence(pace, language),
  };
}

type Unit = Parameters<typeof shiftSentence>[2];

function cycleJson(row: CycleRow, language: Language, unit: Unit) {
  const { nextYear, nextTarget, gapToFill, creditRial, ...rest } = row;
  return {
    ...rest,
    next_year: nextYear,
    next_target: nextTarget,
    gap_to_fill: gapToFill,
    credit_rial: creditRial,
    sentence: cycleSentence(row, language, unit),
  };
}

function shiftJson(row: Shift, language: Language, unit: Unit) {
  return {
    code: row.code,
    title: row.title,
    current_rial: row.currentRial,
    base_rial: row.baseRial,
    committed_rial: row.committedRial,
    commitments_unknown: row.commitmentsUnknown,
    taken_rial: row.takenRial,
    received_rial: row.receivedRial,
    bound_rial: row.boundRial,
    proposed_rial: row.proposedRial,
    reason: row.reason,
    stalled: row.stalled,
    starved: row.starved,
    strong: row.strong,
    physical: row.physical,
    budget: row.budget,
    sentence: shiftSentence(row, language, unit),
  };
}

/** A decision with the figures that it was made upon. */
function recordJson(decision: Decision) {
  return {
    decision: decision.id,
    period: decision.period,
    plan: decision.plan,
    item: decision.item,
    subject: decision.subject,
    code: decision.code,
    outcome: decision.outcome,
    decided_by: decision.decidedBy,
    reason: decision.reason,
    decided_at: decision.decidedAt,
    value: decision.value,
    threshold: decision.threshold,
    base_rial: decision.baseRial,
    proposed_rial: decision.proposedRial,
  };
}

export function decisionJson(followed: DecisionFollowed, language: Language) {
  const { decision, title, before, after, months, comparison, replanned } = followed;
  return {
    ...recordJson(decision),
    title,
    before: before && figureJson(before),
    after: after && figureJson(after),
    months,
    comparison,
    replanned,
    sentence: followedSentence(followed, language),
  };
}

function figureJson({ creditRial, ...figure }: NonNullable<DecisionFollowed['before']>) {
  return { ...figure, credit_rial: creditRial };
}

export function crosswalkJson({ schemes, whole, mapped, unmapped, ...rest }: CrosswalkOfPlans) {
  return {
    ...rest,
    whole: partJson(whole),
    mapped: partJson(mapped),
    unmapped: partJson(unmapped),
    rows: schemes.map(({ mappedAt, ...scheme }) => ({
      ...scheme,
      mapped_at: mappedAt,
      whole: partJson(scheme.whole),
      mapped: partJson(scheme.mapped),
      unmapped: partJson(scheme.unmapped),
    })),
  };
}

function partJson({ weight, achieved, creditRial }: CrosswalkPart) {
  return { weight, achieved, credit_rial: creditRial };
}

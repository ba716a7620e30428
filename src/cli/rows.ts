import type { Language } from '../config/config.js';
import type { Calendar } from '../domain/calendar.js';
import { gapSentences, gapText } from '../domain/catalogue/gap-sentences.js';
import { renderFinding } from '../domain/catalogue/render.js';
import type { Fact } from '../domain/fact.js';
import type { Finding } from '../domain/finding.js';
import type { Since } from '../domain/gap-changes.js';
import { type GapExplained, mixedPhysical, type Realization } from '../domain/measure.js';
import type { SubmissionRecord } from '../domain/month.js';
import type { AnswerHead, GapAnswer, IngestAnswer, PlanImportAnswer, ReasonedHead } from '../pipeline/types.js';

// The stable keys of --json. Other programs hold on to these names: add, never rename.

/** What every answer with figures says first; null where a choice has no meaning for the question. */
export function headJson(head: Partial<AnswerHead>) {
  return {
    period: head.period ?? null,
    plan: head.plan ?? null,
    scope: head.options?.scope ?? null,
    basis: head.options?.basis ?? null,
    spending: head.options?.spending ?? null,
    budget: head.options?.budget ?? null,
    denominator: head.options?.denominator ?? null,
    as_of: head.asOf ?? null,
  };
}

/** Why figures are unknown, or why there is no row, in the reader's language. */
export function reasonsJson({ reasons }: Pick<ReasonedHead, 'reasons'>, language: Language): string[] {
  return reasons.map((reason) => reason[language]);
}

export function realizationJson(row: Realization, mix = 0) {
  return {
    code: row.code,
    kind: row.kind,
    level: row.level,
    title: row.title,
    physical: row.physical,
    budget: row.budget,
    gap: row.gap,
    indicators: row.indicators,
    physical_mixed: mixedPhysical(row, mix),
    adherence: row.adherence,
    coverage: row.coverage,
    coverage_budget: row.coverageBudget,
    low: row.low,
    high: row.high,
    assumed: row.assumed,
    assumed_budget: row.assumedBudget,
    active_weight: row.activeWeight,
    achieved: row.achieved,
    planned: row.planned,
    spent_rial: row.spentRial,
    budget_rial: row.budgetRial,
    silent: row.silent,
    leaves: row.leaves,
  };
}

/** What changed a gap, or null; `since` and the sentences speak of it. */
export function gapAnswerJson(answer: GapAnswer, language: Language, calendar: Calendar) {
  const { since } = answer;
  return answer.rows.map((row) => ({
    ...gapJson(row),
    changes: since && row.changes && changesJson(since, row),
    sentences: gapSentences(row, row.changes, since).map((sentence) => ({
      ...sentence,
      text: gapText(sentence, language, calendar),
    })),
  }));
}

function changesJson({ period, asOf, edition }: Since, { changes, parts }: GapAnswer['rows'][number]) {
  return {
    since: { period, as_of: asOf, edition },
    ...changes,
    parts: parts.map(({ changes: own, ...part }) => ({
      ...part,
      ...own,
      steps: own.steps.map(({ causes: _, ...step }) => step),
    })),
  };
}

function gapJson(row: GapExplained) {
  return {
    code: row.code,
    level: row.level,
    title: row.title,
    physical: row.physical,
    budget: row.budget,
    gap: row.gap,
    paid_ahead: row.paidAhead,
    mix: row.mix,
    mix_between_years: row.mixBetweenYears,
    outside: row.outside.map(({ kind, value }) => ({ kind, value })),
    bridge: row.bridge.map(({ step, value }) => ({ step, value })),
    paid_ahead_parts: row.paidAheadParts.map(({ kind, value }) => ({ kind, value })),
    weights_assumed: row.weightsAssumed,
    causes: row.causes.map((cause) => ({
      code: cause.code,
      title: cause.title,
      year: cause.year,
      node: cause.node,
      department: cause.department,
      paid_ahead: cause.paidAhead,
      mix: cause.mix,
      outside: cause.outside,
      outside_kind: cause.outsideKind,
    })),
  };
}

export function factJson(fact: Fact) {
  const { source } = fact;
  return {
    code: fact.code,
    period: fact.period,
    field: fact.field,
    value: fact.text ?? fact.value,
    withdrawn: fact.withdrawn,
    department: fact.department,
    file: fact.file,
    sha256: fact.sha256,
    sheet: source.sheet,
    row: source.row,
    column: source.column,
    cell: source.cell,
    raw: source.raw,
    recorded_at: fact.recordedAt,
  };
}

export function findingJson(finding: Finding, language: Language) {
  const { severity, message, remedy } = renderFinding(finding, language);
  const { sheet, row, column, cell } = finding.place;
  return {
    code: finding.code,
    severity,
    sheet: sheet ?? null,
    row: row ?? null,
    column: column ?? null,
    cell: cell ?? null,
    message,
    remedy,
  };
}

export function submissionJson(record: SubmissionRecord, language: Language) {
  return {
    file: record.file,
    department: record.department,
    period: record.period,
    status: record.status,
    accepted_rows: record.acceptedRows,
    refused_rows: record.refusedRows,
    received_at: record.receivedAt,
    sha256: record.sha256,
    findings: record.findings.map((finding) => findingJson(finding, language)),
  };
}

export function planImportJson(answer: PlanImportAnswer, language: Language) {
  return {
    version: answer.version?.id ?? null,
    effective: answer.effective,
    effective_assumed: answer.effectiveAssumed,
    unchanged: answer.unchanged,
    difference: answer.difference,
    findings: answer.findings.map((finding) => findingJson(finding, language)),
  };
}

export function ingestJson({ files, ignored }: IngestAnswer, language: Language) {
  return { files: files.map((file) => submissionJson(file, language)), ignored };
}

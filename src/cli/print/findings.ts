import { renderFinding } from '../../domain/catalogue/render.js';
import type { Finding } from '../../domain/finding.js';
import type { SubmissionRecord } from '../../domain/month.js';
import { type Outcome, outcomeOf } from '../../domain/outcome.js';
import type { FileUnderstanding, IngestAnswer, PlanImportAnswer } from '../../pipeline/types.js';
import { oneLine } from '../table.js';
import { printUnderstanding } from './understanding.js';
import { type View, wordsOf } from './view.js';

const FINDINGS_SHOWN = 200;
const KEYS_SHOWN = 5;

/** True where a finding refuses rows, files or a plan: the command then ends with 3. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => renderFinding(finding, 'en').severity === 'error');
}

/** Severity, code and place on one line with what is wrong; how to mend it on the next. */
export function findingLines(view: View, finding: Finding): string {
  const { labels, word, ltr } = wordsOf(view);
  const { severity, message, remedy } = renderFinding(finding, view.language);
  const place = placeOf(view, finding);
  const head = [labels.severities[severity], ltr(finding.code), ...(place === '' ? [] : [place])].join(' · ');
  return `  ${head} — ${oneLine(message)}\n      ${word('remedy')} ${oneLine(remedy)}`;
}

function placeOf(view: View, { place }: Finding): string {
  const { word, ltr, list } = wordsOf(view);
  const parts: string[] = [];
  if (place.file !== undefined) parts.push(ltr(place.file));
  if (place.sheet) parts.push(word('place.sheet', { sheet: oneLine(place.sheet) }));
  if (place.row !== undefined) parts.push(word('place.row', { row: place.row }));
  if (place.column !== undefined) parts.push(word('place.column', { column: oneLine(place.column) }));
  if (place.cell !== undefined) parts.push(word('place.cell', { cell: ltr(place.cell) }));
  return list(parts);
}

/** Counts of files and rows in one sentence. */
export function ingestSummary(view: View, { files }: IngestAnswer): string {
  const count = (outcome: Outcome) => files.filter((file) => outcomeOf(file) === outcome).length;
  const sum = (rows: (file: SubmissionRecord) => number) => files.reduce((total, file) => total + rows(file), 0);
  const { word } = wordsOf(view);
  const summary = word('ingest.summary', {
    files: files.length,
    accepted: count('accepted'),
    partly: count('partly'),
    refused: count('refused'),
    duplicate: count('duplicate'),
    rows: sum(({ acceptedRows }) => acceptedRows),
    refusedRows: sum(({ refusedRows }) => refusedRows),
  });
  const answers = count('answers');
  return answers === 0 ? summary : `${summary}${word('ingest.answers', { count: answers })}`;
}

/** Files left in the inbox, each with the reason and what to do. */
export function ignoredLines(view: View, ignored: IngestAnswer['ignored']): string[] {
  const { word } = wordsOf(view);
  return ignored.map(({ file, reason }) =>
    word('ingest.ignored', { file: oneLine(file), reason: word(`ignored.${reason}`) }),
  );
}

/** What became of each file, then errors and warnings with place and remedy. */
export function printIngest(view: View, answer: IngestAnswer, dryRun: boolean): string {
  const { word } = wordsOf(view);
  const { files, ignored } = answer;
  if (files.length === 0 && ignored.length === 0) return `${word('ingest.none')}\n`;
  const summary = ingestSummary(view, answer);
  const sections = [...(dryRun ? [word('ingest.dryRun')] : []), summary];
  if (files.length > 0) sections.push(fileTable(view, files));
  const marked = files.flatMap((file) =>
    file.findings
      .filter((finding) => renderFinding(finding, 'en').severity !== 'info')
      .map((finding) => ({ finding: { ...finding, place: { ...finding.place, file: file.file } } })),
  );
  if (marked.length > 0) {
    const shown = marked.slice(0, FINDINGS_SHOWN).map(({ finding }) => findingLines(view, finding));
    if (marked.length > FINDINGS_SHOWN) shown.push(word('ingest.more', { count: marked.length - FINDINGS_SHOWN }));
    sections.push(shown.join('\n'));
  }
  sections.push(...ignoredLines(view, ignored));
  return `${sections.join('\n\n')}\n`;
}

/** All findings of one file, notes too: an analyst wants to see how the file was understood. */
export function printCheck(
  view: View,
  record: SubmissionRecord,
  understanding: readonly FileUnderstanding[] = [],
): string {
  const { word } = wordsOf(view);
  const lines = record.findings.map((finding) => findingLines(view, finding));
  const understood = understanding.length > 0 ? ['', printUnderstanding(view, understanding)] : [];
  return `${[fileTable(view, [record]), ...understood, '', ...(lines.length > 0 ? lines : [word('check.clean')])].join('\n')}\n`;
}

function fileTable(view: View, files: readonly SubmissionRecord[]): string {
  const { word, table, labels } = wordsOf(view);
  const columns = [
    { title: word('state') },
    { title: word('department'), ltr: true },
    { title: word('period'), ltr: true },
    { title: word('rowsAccepted'), align: 'end' as const },
    { title: word('rowsRefused'), align: 'end' as const },
    { title: word('findings'), align: 'end' as const },
    { title: word('file') },
  ];
  const rows = files.map((file) => [
    labels.submissions[outcomeOf(file)],
    file.department ?? '—',
    file.period ?? '—',
    String(file.acceptedRows),
    String(file.refusedRows),
    String(file.findings.length),
    file.file,
  ]);
  return table(columns, rows);
}

export function printPlanFindings(view: View, findings: readonly Finding[]): string {
  const { word } = wordsOf(view);
  if (findings.length === 0) return `${word('plan.clean')}\n`;
  return `${findings.map((finding) => findingLines(view, finding)).join('\n')}\n`;
}

/** What an import did, or in a dry run would do: counts for each table and the first keys. */
export function printPlanImport(view: View, answer: PlanImportAnswer, dryRun: boolean): string {
  const { word, ltr } = wordsOf(view);
  const lines: string[] = [];
  if (hasErrors(answer.findings)) lines.push(word('plan.refused'));
  else if (answer.unchanged) lines.push(word('plan.unchanged'));
  else if (dryRun) lines.push(word('plan.dryRun'));
  else if (answer.version) {
    const { id, effective } = answer.version;
    const assumed = answer.effectiveAssumed ? word('plan.assumed') : '';
    lines.push(word('plan.imported', { version: id, effective: ltr(effective), assumed }));
  }
  for (const { table, added, removed, changed } of answer.difference) {
    if (added.length + removed.length + changed.length === 0) continue;
    lines.push(`  ${ltr(`${table}: +${added.length} −${removed.length} ~${changed.length}`)}`);
    const keys = [
      ...removed.map((key) => `− ${key}`),
      ...changed.map(({ key, fields }) => `~ ${key} (${fields.join(', ')})`),
    ];
    for (const key of keys.slice(0, KEYS_SHOWN)) lines.push(`    ${ltr(key)}`);
    if (keys.length > KEYS_SHOWN) lines.push(`    ${word('plan.more', { count: keys.length - KEYS_SHOWN })}`);
  }
  lines.push(...answer.findings.map((finding) => findingLines(view, finding)));
  return `${lines.join('\n')}\n`;
}

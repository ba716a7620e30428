import type { FactField } from '../domain/fact.js';
import type { FormRow } from '../domain/form.js';
import { isAnswerSettled, tellsAnswer } from './answer-marks.js';
import { untoldContradictions } from './contested.js';
import type { Context } from './context.js';
import { dataQuestions } from './data-questions.js';
import { followed, gathered } from './followed.js';
import type { Conversation } from './line-settled.js';
import { isMended, OF_COLUMNS } from './mended.js';
import { leftBehind } from './not-counted.js';
import type { ReturnGroup } from './return-form.js';
import { isAnswered, keyOf, type Placed, placedFindings } from './return-marks.js';
import { isSameLine } from './same-lines.js';
import type { SentRow } from './sent-rows.js';

/**
 * The marks that stand in a return: what its files found and no newer one, no answer and no word of the office has settled, and
 * what mending left behind uncounted. `inForce` says whether a figure counts as it was written.
 */
export function openMarks(
  context: Context,
  { department, period }: Pick<ReturnGroup, 'department' | 'period'>,
  talk: Conversation,
  rows: ReadonlyMap<string, FormRow>,
  inForce: (line: SentRow, field: FactField) => boolean,
): Placed[] {
  const questions = department === null ? [] : dataQuestions(context, { department });
  const placed = talk.sent.flatMap((one, file) => {
    const { record, rows: lines } = one;
    return [...record.findings, ...untoldContradictions(one)]
      .flatMap((finding) => placedFindings(context, finding, file, lines, rows))
      .flatMap((mark) => followed(mark, talk) ?? []);
  });
  const standing = placed.filter((one) =>
    tellsAnswer(one.finding)
      ? !isAnswerSettled(one, talk, questions)
      : !isMended(one, talk) && !isAnswered(one.finding, period, questions),
  );
  const left = leftBehind(placed, standing, talk, inForce).flatMap(({ finding, file }) =>
    placedFindings(context, finding, file, talk.sent[file]?.rows ?? [], rows),
  );
  return gathered(withoutTwins([...standing, ...left]), talk);
}

/** What two files say of the same cell, or of the same line outside our form, is said once, as the newer file has it. */
function withoutTwins(placed: readonly Placed[]): Placed[] {
  const keyed = placed.map((one): [string, Placed] => [cellOf(one), one]);
  const newest = new Map(keyed.map(([key, { file }]) => [key, file]));
  const latest = new Map<string, Placed>();
  for (const [key, one] of keyed) {
    // Two lines of one file may each have a figure for the same cell.
    const cell = OF_COLUMNS.has(one.finding.code) ? (one.mark.place.cell ?? '') : '';
    if (newest.get(key) === one.file) latest.set(`${key} ${cell}`, one);
  }
  const all = [...latest.values()];
  return all.filter((one) => !all.some((other) => other.file > one.file && isSameStray(one, other)));
}

function cellOf({ finding, file, mark }: Placed): string {
  return mark.row === null || tellsAnswer(finding)
    ? `${file} ${finding.code} ${JSON.stringify(finding.place)}`
    : `${finding.code} ${mark.kind} ${mark.row} ${mark.field}`;
}

function isSameStray(one: Placed, other: Placed): boolean {
  const [before, after] = [one.row, other.row];
  if (!before || !after || one.finding.code !== other.finding.code) return false;
  if (one.mark.row !== keyOf(one.file, before) || other.mark.row !== keyOf(other.file, after)) return false;
  return isSameLine(before, after);
}

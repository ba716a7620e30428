import { type Contribution, FEEDBACK_KINDS, type Feedback } from '../../domain/feedback.js';
import { leavesBelow, type MonthModel } from '../model.js';
import type { contributionParts } from './contributions.js';
import type { Moment } from './history.js';
import type { Judgement } from './rules.js';

interface Sources {
  year: MonthModel;
  contributions: readonly Contribution[];
  parts: ReturnType<typeof contributionParts>;
  present: Moment | undefined;
}

/** Judgements with everything that their sentences say, most weighty first: by kind, then by what they add to the missing work or hold of the credit. */
export function itemsOf(found: readonly Judgement[], { year, contributions, parts, present }: Sources): Feedback[] {
  const placed = new Map(contributions.map((row) => [`${row.subject} ${row.code}`, row]));
  const ofProject = new Map(parts.map((part) => [part.code, part]));
  const projects = new Map(
    leavesBelow(year.root).flatMap(({ leaf: { values } }) => (values ? [[values.project.code, values] as const] : [])),
  );
  const items = found.map(
    ({ place: { row, physical }, kind, value, threshold, persistence, since, openEnded }): Feedback => {
      const subject = row.kind === 'department' || row.kind === 'project' ? row.kind : 'node';
      const own = subject === 'project' ? ofProject.get(row.code) : placed.get(`${subject} ${row.code}`);
      const values = subject === 'project' ? projects.get(row.code) : undefined;
      const moment = subject === 'project' ? present?.projects.get(row.code) : undefined;
      const whole = subject === 'project' ? present?.wholeYear : present?.whole;
      return {
        kind,
        subject,
        code: row.code,
        level: row.level,
        title: row.title,
        department: values?.project.department ?? null,
        node: values?.project.node ?? null,
        value,
        threshold,
        persistence,
        since,
        openEnded,
        contribution: own?.gap ?? null,
        shortfall: own?.shortfall ?? null,
        physical: row.physical,
        high: physical?.high ?? null,
        budget: row.budget,
        reference: kind === 'strength' ? (whole?.high ?? null) : null,
        achieved: moment?.achieved?.low ?? null,
        planned: moment?.planned ?? null,
        spent: moment?.spent?.low ?? null,
        released: moment?.released?.low ?? null,
        creditRial: values?.approvedRial ?? null,
      };
    },
  );
  return items.sort(
    (a, b) =>
      FEEDBACK_KINDS.indexOf(a.kind) - FEEDBACK_KINDS.indexOf(b.kind) ||
      weight(b) - weight(a) ||
      b.value - a.value ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

function weight({ kind, shortfall, creditRial }: Feedback): number {
  if (kind === 'weakness') return shortfall ?? 0;
  return kind === 'strength' ? -(shortfall ?? 0) : (creditRial ?? 0);
}

import { monthOf } from '../../domain/calendar.js';
import type { Feedback } from '../../domain/feedback.js';
import { nodeFigures } from '../figures.js';
import type { MonthModel } from '../model.js';
import { lastSpending } from '../progress.js';
import { ReportedFigures } from '../reported.js';
import { walk } from '../scoped-tree.js';
import type { ProjectValues } from '../values.js';
import type { Candidate } from './proposal.js';

/** Schemes (nodes that hold projects) with this year's credit, their open commitments, and what their stallers and winners hold. */
export function candidatesOf(year: MonthModel, items: readonly Feedback[]): Candidate[] {
  const reported = ReportedFigures.of(year.input.figures);
  const month = monthOf(year.input.calendar, year.input.period);
  const figures = new Map(nodeFigures(year).map((row) => [row.code, row]));
  const named = (kind: Feedback['kind']) => new Set(items.filter((each) => each.kind === kind).map(({ code }) => code));
  const stallers = named('funded_staller');
  const winners = named('starved_winner');
  const strengths = new Map(
    items.flatMap(({ kind, subject, code, value }) =>
      kind === 'strength' && subject === 'node' ? [[code, value] as const] : [],
    ),
  );
  return [...walk(year.root)].flatMap(({ code, node, leaves }) => {
    const own = leaves.flatMap(({ values }) => (values?.current ? [values] : []));
    if (!node || own.length === 0) return [];
    const currentRial = own.reduce((sum, { approvedRial }) => sum + BigInt(approvedRial ?? 0), 0n);
    const open = own.map((values) => openCommitment(values, reported, month));
    const held = (codes: ReadonlySet<string>) =>
      currentRial === 0n
        ? 0
        : own.reduce((sum, values) => sum + (codes.has(values.project.code) ? (values.approvedRial ?? 0) : 0), 0) /
          Number(currentRial);
    return [
      {
        code,
        title: node.title,
        currentRial,
        committedRial: open.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n),
        commitmentsUnknown: open.filter((amount) => amount === null).length,
        physical: figures.get(code)?.physical ?? null,
        budget: figures.get(code)?.budget ?? null,
        stalled: held(stallers),
        starved: held(winners),
        strong: strengths.get(code) ?? 0,
      },
    ];
  });
}

/** Committed and not yet paid, at least 0; null = commitments were never reported in the year. */
function openCommitment({ project }: ProjectValues, reported: ReportedFigures, month: number): bigint | null {
  const committed = lastSpending(reported, project, month, 'committed');
  if (!committed) return null;
  const spent = lastSpending(reported, project, month, 'spent')?.value ?? 0;
  return BigInt(Math.max(0, Math.round(committed.value - spent)));
}

import { yearOf } from '../../src/domain/calendar.js';
import type { Critical, EarnedValue } from '../../src/domain/control.js';
import type { IndicatorFigure } from '../../src/domain/indicator-figures.js';
import type { Leaf, Realization } from '../../src/domain/measure.js';
import type { DepartmentReporting, MonthFigures, SubmissionRecord } from '../../src/domain/month.js';
import type { Scorecard } from '../../src/domain/scorecard.js';

/** What one department's workbook speaks of: its own part of the month's figures. */
export interface DepartmentView {
  code: string;
  title: string;
  /** Null = it has no project of its own: it reports for others, or indicators alone. */
  figures: Realization | null;
  reporting: DepartmentReporting;
  /** Its projects of the headline, the newest year first. */
  leaves: Leaf[];
  earned: EarnedValue[];
  /** All of its projects of the fiscal year together. */
  earnedTotal: EarnedValue | null;
  indicators: IndicatorFigure[];
  scorecard: Scorecard | null;
  scoreNotes: MonthFigures['scoreNotes'];
  /** Files of the period, without those sent again unchanged. */
  submissions: SubmissionRecord[];
  /** Obstacles that it reported and to which nobody has answered. */
  obstacles: Critical[];
  hasSomething: boolean;
}

export function viewOf(figures: MonthFigures, reporting: DepartmentReporting): DepartmentView {
  const { code, title } = reporting;
  const own = figures.departments.find((department) => department.reporting.code === code);
  const leaves = figures.leaves
    .filter(({ department, kind }) => department === code && kind === 'project')
    .sort((a, b) => b.year - a.year);
  const codes = new Set(leaves.map((leaf) => leaf.code));
  const indicators = figures.indicators.figures.filter(({ department }) => department === code);
  const submissions = figures.submissions.filter(
    ({ department, status }) => department === code && status !== 'duplicate',
  );
  const year = yearOf(figures.calendar, figures.period);
  return {
    code,
    title,
    figures: own?.figures ?? null,
    reporting,
    leaves,
    earned: figures.control.projects.filter((project) => codes.has(project.code)),
    earnedTotal: figures.control.departments.find((row) => row.code === code) ?? null,
    indicators,
    scorecard: figures.scorecards.find((card) => card.code === code) ?? null,
    scoreNotes: figures.scoreNotes,
    submissions,
    obstacles: figures.control.critical.filter(({ kind, department }) => kind === 'obstacle' && department === code),
    hasSomething: leaves.some((leaf) => leaf.year === year) || indicators.length > 0 || submissions.length > 0,
  };
}

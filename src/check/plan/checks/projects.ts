import type { Finding } from '../../../domain/finding.js';
import type { Project } from '../../../domain/plan.js';
import { findingAt, type PlanCheck } from '../plan-context.js';

/** What one project says about its progress, its status and the work that it continues. */
export function checkProjects(check: PlanCheck): Finding[] {
  return [
    ...check.pkg.projects.flatMap((project) => [
      ...progress(check, project),
      ...status(check, project),
      ...continuation(check, project),
    ]),
    ...carriedTwice(check),
  ];
}

type Report = (code: Finding['code'], column: string, params?: Finding['params']) => void;

function gather(check: PlanCheck, project: Project, look: (report: Report) => void): Finding[] {
  const findings: Finding[] = [];
  look((code, column, params) =>
    findings.push(findingAt(check, code, 'projects', project, column, { project: project.code, ...params })),
  );
  return findings;
}

function progress(check: PlanCheck, project: Project): Finding[] {
  const { progressMethod, progressBasis, openingPercent: opening, targetPercent: target, quantity, unit } = project;
  return gather(check, project, (report) => {
    if (progressMethod === 'quantity') {
      if (quantity === null) report('PLAN_QUANTITY_MISSING', 'quantity');
      else if (unit === null) report('PLAN_UNIT_MISSING', 'unit');
      if (progressBasis === 'life') report('PLAN_BASIS_UNUSED', 'progress_basis');
    } else if (progressBasis === 'life') {
      if (opening === null || target === null)
        report('PLAN_LIFE_PERCENTS', opening === null ? 'opening_percent' : 'target_percent');
      else if (target <= opening) report('PLAN_LIFE_PERCENTS_REVERSED', 'target_percent', { opening, target });
    }
  });
}

function status(check: PlanCheck, project: Project): Finding[] {
  const { code, successor, released } = project;
  return gather(check, project, (report) => {
    if (project.status === 'merged' && successor === null) report('PLAN_SUCCESSOR_MISSING', 'successor');
    if (project.status !== 'merged' && successor !== null) report('PLAN_SUCCESSOR_UNUSED', 'successor', { successor });
    if (project.status !== 'cancelled' && released !== null)
      report('PLAN_RELEASE_UNUSED', 'released', { status: project.status });
    const next = successor === null ? undefined : check.projects.get(successor);
    if (next && next.code !== code && next.year !== project.year) {
      report('PLAN_SUCCESSOR_OTHER_YEAR', 'successor', {
        successor: next.code,
        year: project.year,
        otherYear: next.year,
      });
    }
  });
}

function continuation(check: PlanCheck, project: Project): Finding[] {
  const { continues, carriedWork, carriedRial, approvedRial, year } = project;
  return gather(check, project, (report) => {
    if (continues === null && carriedWork) report('PLAN_CARRIED_WITHOUT_CONTINUES', 'carried_work');
    if (continues === null && (carriedRial ?? 0) > 0) report('PLAN_CREDIT_WITHOUT_CONTINUES', 'carried_rial');
    if (carriedRial !== null && approvedRial !== null && carriedRial > approvedRial) {
      report('PLAN_CARRIED_OVER_APPROVED', 'carried_rial', { carriedRial, approvedRial });
    }
    const earlier = continues === null ? undefined : check.projects.get(continues);
    if (earlier && earlier.code !== project.code && earlier.year >= year) {
      report('PLAN_CONTINUES_LATER', 'continues', { continues: earlier.code, year, otherYear: earlier.year });
    }
  });
}

/** Two projects cannot both finish the rest of a third: its progress would have two answers. */
function carriedTwice(check: PlanCheck): Finding[] {
  const carriers = new Map<string, string>();
  return check.pkg.projects.flatMap((project) => {
    if (!project.carriedWork || project.continues === null) return [];
    const other = carriers.get(project.continues);
    carriers.set(project.continues, other ?? project.code);
    if (other === undefined) return [];
    const params = { project: project.code, continues: project.continues, other };
    return [findingAt(check, 'PLAN_CARRIED_TWICE', 'projects', project, 'continues', params)];
  });
}

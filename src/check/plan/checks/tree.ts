import type { Finding } from '../../../domain/finding.js';
import { findingAt, type PlanCheck } from '../plan-context.js';

/** The plans' own years, parents of another plan, and where projects may stand. */
export function checkTree(check: PlanCheck): Finding[] {
  return [...plans(check), ...parents(check), ...projects(check)];
}

function plans(check: PlanCheck): Finding[] {
  const filled = new Set(check.pkg.nodes.map(({ plan }) => plan));
  return check.pkg.plans.flatMap((plan) => {
    const { code, firstYear, lastYear, horizonYear } = plan;
    const findings: Finding[] = [];
    if (lastYear < firstYear) {
      findings.push(
        findingAt(check, 'PLAN_YEARS_REVERSED', 'plans', plan, 'last_year', { plan: code, firstYear, lastYear }),
      );
    }
    if (horizonYear !== null && horizonYear < lastYear) {
      findings.push(findingAt(check, 'PLAN_HORIZON_EARLY', 'plans', plan, 'horizon_year', { horizonYear, lastYear }));
    }
    if (!filled.has(code)) findings.push(findingAt(check, 'PLAN_WITHOUT_NODES', 'plans', plan, 'plan', { plan: code }));
    return findings;
  });
}

function parents(check: PlanCheck): Finding[] {
  return check.pkg.nodes.flatMap((node) => {
    const parent = node.parent === null ? undefined : check.nodes.get(node.parent);
    if (!parent || parent.plan === node.plan) return [];
    const params = { node: node.code, parent: parent.code, plan: node.plan, other: parent.plan };
    return [findingAt(check, 'PLAN_PARENT_OF_OTHER_PLAN', 'nodes', node, 'parent', params)];
  });
}

function projects(check: PlanCheck): Finding[] {
  return check.pkg.projects.flatMap((project) => {
    const findings: Finding[] = [];
    const { code, node: nodeCode, year } = project;
    if (check.parents.has(nodeCode)) {
      findings.push(
        findingAt(check, 'PLAN_PROJECT_ABOVE_LEAF', 'projects', project, 'node', { project: code, node: nodeCode }),
      );
    }
    const plan = check.plans.get(check.nodes.get(nodeCode)?.plan ?? '');
    if (plan && (year < plan.firstYear || year > plan.lastYear)) {
      const params = { project: code, year, plan: plan.code, firstYear: plan.firstYear, lastYear: plan.lastYear };
      findings.push(findingAt(check, 'PLAN_PROJECT_YEAR_OUTSIDE', 'projects', project, 'year', params));
    }
    return findings;
  });
}

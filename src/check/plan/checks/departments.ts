import type { Finding } from '../../../domain/finding.js';
import { findingAt, type PlanCheck } from '../plan-context.js';

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Addresses to which nothing can be sent. */
export function checkDepartments(check: PlanCheck): Finding[] {
  return check.pkg.departments.flatMap((department) =>
    (
      [
        ['email', department.email],
        ['manager_email', department.managerEmail],
      ] as const
    ).flatMap(([column, value]) =>
      value === null || ADDRESS.test(value)
        ? []
        : [findingAt(check, 'PLAN_NOT_AN_EMAIL', 'departments', department, column, { column, value })],
    ),
  );
}

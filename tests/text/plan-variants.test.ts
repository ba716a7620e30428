import { describe, expect, it } from 'vitest';
import { recognisePlanHeader } from '../../src/check/dictionary/plan-headers.js';
import type { PlanTableName } from '../../src/domain/plan.js';

/** Labels as people write them over a plan's tables; a label that is not read would lose its column. */
const LABELS: [PlanTableName, string, string[]][] = [
  ['projects', 'code', ['کد شناسایی پروژه', 'شناسه یکتای پروژه', 'کد پروژه در سامانه', 'Project ID']],
  [
    'budget_changes',
    'approved_rial',
    [
      'بودجه اصلاحی',
      'اصلاحیه',
      'اصلاحیه بودجه',
      'متمم بودجه',
      'آخرین اعتبار مصوب',
      'اعتبار نهایی',
      'اعتبار مصوب اصلاحی',
    ],
  ],
  ['budget_changes', 'effective', ['ماه گزارش', 'دوره']],
  ['schedule', 'planned_spend_rial', ['برش بودجه تا پایان دوره', 'برش ماهانه', 'بودجه دوره', 'سهم دوره']],
  ['targets', 'target', ['هدف دوره', 'هدف تا پایان دوره', 'هدف شش ماهه']],
  ['links', 'code', ['شناسه پروژه', 'کد شناسایی پروژه', 'Project ID']],
];

describe('plan headers in people’s words', () => {
  for (const [table, field, labels] of LABELS) {
    it.each(labels)(`${table}.${field}: %s`, (label) => {
      expect(recognisePlanHeader(table, label).field).toBe(field);
    });
  }
});

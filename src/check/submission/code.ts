import { comparePeriods, type Period, yearOf } from '../../domain/calendar.js';
import type { Finding, FindingCode } from '../../domain/finding.js';
import type { Department, Indicator, Project } from '../../domain/plan.js';
import { codeKey, squash } from '../../domain/text/normalise.js';
import { nearest } from './nearest.js';
import { type Permission, permissionFor } from './permission.js';
import { shown } from './place.js';
import type { PlanIndex } from './plan-index.js';
import type { SheetKind, SubmissionContext } from './submission.js';

/** Who sends, for which month, against which plan: settled before any line is read. */
export interface Sender {
  index: PlanIndex;
  department: Department;
  period: Period;
  context: SubmissionContext;
}

export type Subject =
  | { kind: 'project'; record: Project; permission: Permission }
  | { kind: 'indicator'; record: Indicator; permission: Permission };

export type SubjectReading = { subject: Subject } | { fault: FindingCode; params: Finding['params'] };

function owner(index: PlanIndex, code: string): string {
  const department = index.departmentsByCode.get(codeKey(code));
  return department ? `${department.code} (${department.title})` : code;
}

type Codes = ReadonlyMap<string, string>;

/** The codes that a sender could have meant: its own (or those it reports), projects of the year of the report only. */
function codesOf(kind: SheetKind, { index, department, period, context }: Sender): Codes {
  const year = yearOf(context.calendar, period);
  const mine = (record: Project | Indicator) => permissionFor(index, department, record).size > 0;
  const records =
    kind === 'project'
      ? index.plan.projects.filter((project) => project.year === year && mine(project))
      : index.plan.indicators.filter(mine);
  return new Map(records.map((record) => [codeKey(record.code), record.code]));
}

/** A sheet of a wrong year has an unknown code in every row; the sender's codes are gathered once. */
const gathered = { project: new WeakMap<Sender, Codes>(), indicator: new WeakMap<Sender, Codes>() };

function ownCodes(kind: SheetKind, sender: Sender): Codes {
  const codes = gathered[kind].get(sender) ?? codesOf(kind, sender);
  gathered[kind].set(sender, codes);
  return codes;
}

/** A number that lost its leading zeros in a spreadsheet («12» for «0012») is a suggestion too. */
const withoutZeros = (key: string): string => key.replace(/^0+(?=\d)/, '');

function suggestion(raw: string, kind: SheetKind, sender: Sender): string {
  const codes = ownCodes(kind, sender);
  const key = codeKey(raw);
  const padded = /^\d+$/.test(key) ? [...codes.keys()].filter((code) => withoutZeros(code) === withoutZeros(key)) : [];
  const [only] = padded;
  return codes.get((padded.length === 1 ? only : nearest(key, codes.keys())) ?? '') ?? '—';
}

/** The code of the sender's only record with this title: offered where the code is missing, and never joined by us. */
export function codeOfTitle(title: string, kind: SheetKind, sender: Sender): string {
  const key = squash(title);
  const codes = ownCodes(kind, sender);
  const records: readonly { code: string; title: string }[] =
    kind === 'project' ? sender.index.plan.projects : sender.index.plan.indicators;
  const same = records.filter((record) => codes.has(codeKey(record.code)) && squash(record.title) === key);
  return key !== '' && same.length === 1 ? (same[0]?.code ?? '—') : '—';
}

/** The project that carries the same work on in the year of the report, for who copied last year's sheet. */
function sameWork(project: Project, year: number, index: PlanIndex): string {
  const next = index.plan.projects.find(
    (other) =>
      other.year === year &&
      ((project.work !== null && other.work === project.work) ||
        other.continues === project.code ||
        project.continues === other.code),
  );
  return next?.code ?? '—';
}

function readProject(raw: string, sender: Sender): SubjectReading {
  const { index, department, period, context } = sender;
  const record = index.projects.get(codeKey(raw));
  if (!record)
    return {
      fault: 'SUB_UNKNOWN_PROJECT',
      params: { raw: shown(raw), suggestion: suggestion(raw, 'project', sender) },
    };
  const permission = permissionFor(index, department, record);
  const code = record.code;
  if (permission.size === 0)
    return {
      fault: 'SUB_FOREIGN_PROJECT',
      params: { code, department: department.title, owner: owner(index, record.department) },
    };
  const year = yearOf(context.calendar, period);
  if (record.year !== year)
    return {
      fault: 'SUB_WRONG_YEAR',
      params: { code, year: record.year, period, suggestion: sameWork(record, year, index) },
    };
  const { statusEffective } = record;
  const gone = statusEffective === null || comparePeriods(context.calendar, statusEffective, period) <= 0;
  if (record.status === 'merged' && gone)
    return { fault: 'SUB_MERGED_PROJECT', params: { code, successor: record.successor ?? '—' } };
  return { subject: { kind: 'project', record, permission } };
}

function readIndicator(raw: string, sender: Sender): SubjectReading {
  const { index, department } = sender;
  const record = index.indicators.get(codeKey(raw));
  if (!record)
    return {
      fault: 'SUB_UNKNOWN_INDICATOR',
      params: { raw: shown(raw), suggestion: suggestion(raw, 'indicator', sender) },
    };
  const permission = permissionFor(index, department, record);
  if (permission.size > 0) return { subject: { kind: 'indicator', record, permission } };
  const params = { code: record.code, department: department.title, owner: owner(index, record.department) };
  return { fault: 'SUB_FOREIGN_INDICATOR', params };
}

/** The record of the plan that a typed code means for this sender and month. */
export function readSubject(raw: string, kind: SheetKind, sender: Sender): SubjectReading {
  return kind === 'project' ? readProject(raw, sender) : readIndicator(raw, sender);
}

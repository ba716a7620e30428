import { INDICATOR_FIELDS, PROJECT_FIELDS } from '../../domain/fact.js';
import type { Finding, FindingCode } from '../../domain/finding.js';
import { moneyUnitRial } from '../../domain/text/money-unit.js';
import { squash } from '../../domain/text/normalise.js';
import { nearKey } from './near.js';

/** One header that this organisation writes, and the contract's column that it means; `ignore` = known and not read. */
export interface HeaderMeaning {
  header: string;
  field: string;
  /** Null = on sheets of both kinds. */
  sheet: 'project' | 'indicator' | null;
  /** Unit of the column where the header does not say it; null = as for every other column. */
  unit: string | null;
}

/** A layout that one department sends month after month, confirmed by a person. */
export interface DepartmentLayout {
  department: string;
  columns: readonly HeaderMeaning[];
  moneyUnit: string | null;
}

/** The workspace's extension of the header dictionary, from `data/templates/*.json`. */
export interface TemplateSettings {
  synonyms: readonly HeaderMeaning[];
  layouts: readonly DepartmentLayout[];
}

const SHARED = ['title', 'department', 'period', 'year', 'district', 'ignore'];
const FIELDS: Record<'project' | 'indicator', ReadonlySet<string>> = {
  project: new Set([
    'project',
    ...PROJECT_FIELDS.map((field) => (field === 'physical' ? 'physical_percent' : field)),
    ...SHARED,
  ]),
  indicator: new Set(['indicator', ...INDICATOR_FIELDS, ...SHARED]),
};
const ALL_FIELDS = [...new Set([...FIELDS.project, ...FIELDS.indicator])];

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Gathers faults while a file is read: the file, the path inside it, what is wrong. */
class Reader {
  readonly findings: Finding[] = [];
  constructor(readonly file: string) {}

  fault(code: FindingCode, path: string, params: Finding['params'] = {}): null {
    this.findings.push({ code, place: { file: this.file, column: path }, params: { path, ...params } });
    return null;
  }

  list(value: unknown, path: string): unknown[] {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    this.fault('TEMPLATE_SHAPE', path, { expected: '[ … ]' });
    return [];
  }

  object(value: unknown, path: string, keys: readonly string[]): Json | null {
    if (!isObject(value)) return this.fault('TEMPLATE_SHAPE', path, { expected: `{ ${keys.join(', ')} }` });
    for (const key of Object.keys(value))
      if (!keys.includes(key)) this.fault('TEMPLATE_KEY_UNKNOWN', `${path}.${key}`, { keys: keys.join(', ') });
    return value;
  }

  text(value: unknown, path: string): string | null {
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    return this.fault('TEMPLATE_SHAPE', path, { expected: '"…"' });
  }

  unit(value: unknown, path: string): string | null {
    if (value === undefined) return null;
    const words = this.text(value, path);
    if (words === null || words === '%' || moneyUnitRial(words) !== null) return words;
    return this.fault('TEMPLATE_UNIT_UNKNOWN', path, { unit: words });
  }

  meaning(value: unknown, path: string): HeaderMeaning | null {
    const entry = this.object(value, path, ['header', 'field', 'sheet', 'unit']);
    if (!entry) return null;
    const header = this.text(entry.header, `${path}.header`);
    const field = this.text(entry.field, `${path}.field`);
    const sheet = entry.sheet === 'project' || entry.sheet === 'indicator' ? entry.sheet : null;
    if (entry.sheet !== undefined && sheet === null)
      this.fault('TEMPLATE_SHAPE', `${path}.sheet`, { expected: '"project" | "indicator"' });
    const unit = this.unit(entry.unit, `${path}.unit`);
    if (header === null || field === null) return null;
    const known = sheet === null ? ALL_FIELDS.includes(field) : FIELDS[sheet].has(field);
    if (!known) {
      const suggestion = nearKey(field, ALL_FIELDS) ?? '—';
      return this.fault('TEMPLATE_FIELD_UNKNOWN', `${path}.field`, { field, suggestion });
    }
    return { header, field, sheet, unit };
  }

  meanings(value: unknown, path: string): HeaderMeaning[] {
    const seen = new Map<string, string>();
    return this.list(value, path).flatMap((one, index) => {
      const meaning = this.meaning(one, `${path}[${index}]`);
      if (!meaning) return [];
      const key = `${meaning.sheet ?? ''} ${squash(meaning.header)}`;
      const other = seen.get(key);
      if (other !== undefined && other !== meaning.field)
        this.fault('TEMPLATE_HEADER_TWICE', `${path}[${index}].header`, { header: meaning.header, other });
      seen.set(key, meaning.field);
      return [meaning];
    });
  }

  layout(value: unknown, path: string): DepartmentLayout | null {
    const entry = this.object(value, path, ['department', 'columns', 'money_unit']);
    if (!entry) return null;
    const department = this.text(entry.department, `${path}.department`);
    const columns = this.meanings(entry.columns, `${path}.columns`);
    const moneyUnit = this.unit(entry.money_unit, `${path}.money_unit`);
    return department === null ? null : { department, columns, moneyUnit };
  }
}

/**
 * Reads the template files of a workspace: `{"synonyms": [{"header", "field", "sheet"?, "unit"?}], "layouts":
 * [{"department", "columns": [as above], "money_unit"?}]}`. All faults come back at once, each with file and path;
 * what is faulty is left out, so a caller that goes on with the rest reads less and never wrongly.
 */
export function readTemplates(files: readonly { file: string; text: string }[]): {
  settings: TemplateSettings;
  findings: Finding[];
} {
  const synonyms: HeaderMeaning[] = [];
  const layouts: DepartmentLayout[] = [];
  const findings: Finding[] = [];
  for (const { file, text } of files) {
    const reader = new Reader(file);
    try {
      const whole = reader.object(JSON.parse(text.replace(/^\ufeff/, '')), '$', ['synonyms', 'layouts']);
      synonyms.push(...reader.meanings(whole?.synonyms, 'synonyms'));
      for (const [index, one] of reader.list(whole?.layouts, 'layouts').entries()) {
        const layout = reader.layout(one, `layouts[${index}]`);
        const other = layouts.some(({ department }) => department === layout?.department);
        if (layout && other)
          reader.fault('TEMPLATE_LAYOUT_TWICE', `layouts[${index}].department`, { department: layout.department });
        else if (layout) layouts.push(layout);
      }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      reader.fault('TEMPLATE_NOT_JSON', '$', { reason: error.message.slice(0, 120) });
    }
    findings.push(...reader.findings);
  }
  return { settings: { synonyms, layouts }, findings };
}

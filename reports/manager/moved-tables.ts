import { levelName } from '../../src/domain/catalogue/labels.js';
import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { ChangeCause } from '../../src/domain/gap-changes.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import { refTo } from '../../src/report/sheet.js';
import { FIRST_ROW } from './columns.js';
import { DEPARTMENT_LETTERS } from './departments.js';
import { withoutDepartment } from './gap-groups.js';
import { type MovedHeads, movedBy, movedHeaders, movedRows } from './gap-moved.js';
import { namedIn, toldOfGap } from './gap-words.js';
import { ancestorAt, type Layout, type PlacedNode } from './layout.js';
import type { Section, SectionSheet } from './sections.js';
import { TREE_LETTERS } from './tree-columns.js';
import type { Voice } from './voice.js';

/** What the change of the whole gap came from: departments, nodes and projects, each table with a sum that closes. */
export function movedTables(
  sheet: SectionSheet,
  figures: MonthFigures,
  voice: Voice,
  layout: Layout,
  { sum, depth }: { sum: number; depth: number },
): { projects: Section; all: Section[] } {
  const { t, labels } = voice;
  const level = levelName(voice.language, layout.nodes.find((node) => node.depth === depth)?.figures.level ?? '');
  const own = [t('شکاف خودش اکنون', 'Own gap now'), t('کنترل جمع', 'Control')] as const;
  const departments = sheet.add(
    t('تغییر شکاف کل از کدام واحدهاست', 'The change of the whole gap by department'),
    movedHeaders(voice, own),
    (first) =>
      movedRows(
        movedBy(figures, ({ department }) => department),
        figures,
        voice,
        { first, sum },
        (code) => departmentHeads(code, figures, voice),
      ),
  );
  const nodes = sheet.add(
    t(`تغییر شکاف کل در سطح «${level}»`, `The change of the whole gap by ${level}`),
    movedHeaders(voice, own),
    (first) =>
      movedRows(
        movedBy(figures, ({ node }) => nodeOf(node, layout, depth)),
        figures,
        voice,
        { first, sum },
        ({ row, figures: { code, title, gap } }): MovedHeads => ({
          code: cell('code', code, { link: { sheet: labels.sheets.tree, cell: `A${row}` } }),
          title,
          tail: [ownGap(refTo(labels.sheets.tree, `${TREE_LETTERS.gap}${row}`), gap), cell('text', '')],
        }),
      ),
  );
  const named = namedCauses(figures);
  const projects = sheet.add(
    t('تغییر شکاف کل، پروژه به پروژه', 'The change of the whole gap, project by project'),
    movedHeaders(voice, [t('سال', 'Year'), t('واحد / کنترل جمع', 'Department / control')]),
    (first) => {
      const known = new Map<string, ChangeCause>();
      const groupOf = (cause: ChangeCause) => {
        known.set(keyOf(cause), cause);
        return keyOf(cause);
      };
      const isNamed = (key: string) => named.has(key);
      return movedRows(movedBy(figures, groupOf), figures, voice, { first, sum, isNamed }, (key): MovedHeads => {
        const cause = known.get(key);
        return {
          code: cell('code', cause?.code ?? key),
          title: cause?.title ?? key,
          tail: [cell('code', voice.digits(cause?.year ?? '')), cell('code', cause?.department ?? NO_DATA)],
        };
      });
    },
  );
  return { projects, all: [departments, nodes, projects] };
}

const keyOf = ({ code, year }: ChangeCause) => `${code}\n${year}`;

/** Project-years that the sentences name. */
function namedCauses(figures: MonthFigures): ReadonlySet<string> {
  const steps = new Map((figures.gapSince?.changes.steps ?? []).map(({ kind, causes }) => [String(kind), causes]));
  const keys = toldOfGap(figures).flatMap((sentence) =>
    namedIn(sentence, 'project').flatMap(({ name, points }) =>
      (steps.get(sentence.rule) ?? []).filter(({ title, gap }) => title === name && gap === points).map(keyOf),
    ),
  );
  return new Set(keys);
}

function nodeOf(code: string, layout: Layout, depth: number): PlacedNode {
  const node = layout.byCode.get(code);
  return node ? ancestorAt(node, depth) : layout.total;
}

function departmentHeads(code: string | null, { departments }: MonthFigures, voice: Voice): MovedHeads {
  const place = departments.findIndex(({ reporting }) => reporting.code === code);
  const department = departments[place];
  if (!department) {
    const tail = [cell('points', NO_DATA), cell('text', '')] as const;
    return { code: cell('code', code ?? NO_DATA), title: withoutDepartment(voice), tail };
  }
  const at = refTo(voice.labels.sheets.departments, `${DEPARTMENT_LETTERS.gap}${FIRST_ROW + place}`);
  return {
    code: cell('code', department.reporting.code),
    title: department.reporting.title,
    tail: [ownGap(at, department.figures.gap), cell('text', '')],
  };
}

function ownGap(at: string, gap: number | null) {
  return live('points', at, gap === null ? NO_DATA : gap * 100);
}

import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import { CHANGE_KINDS, type ChangeCause, type ChangeKind } from '../../src/domain/gap-changes.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { columnLetters } from '../../src/domain/table.js';
import { cell, live } from '../../src/report/cells.js';
import { type Cell, quoted } from '../../src/report/sheet.js';
import { addUpWords } from './gap-changes.js';
import { known } from './roll-up.js';
import type { Voice } from './voice.js';

const SHOWN = 10;
/** Columns of a table of groups: one for each kind of change, then their sum. */
const KIND_LETTERS = CHANGE_KINDS.map((_, index) => columnLetters(index + 3));
const [FIRST_KIND, LAST_KIND] = [KIND_LETTERS[0], KIND_LETTERS.at(-1)];
const SUM = columnLetters(CHANGE_KINDS.length + 3);

/** The column of a kind of change in a table of groups. */
export function kindLetter(kind: ChangeKind): string {
  return KIND_LETTERS[CHANGE_KINDS.indexOf(kind)] ?? SUM;
}

/** What one group of leaves adds to each step's effect on the whole gap. */
export interface Moved<Group> {
  group: Group;
  effects: ReadonlyMap<ChangeKind, number>;
  change: number;
}

/** The change by groups of leaves, the largest in either direction first; each leaf is in one group, so groups sum to it. */
export function movedBy<Group>(figures: MonthFigures, groupOf: (cause: ChangeCause) => Group): Moved<Group>[] {
  const groups = new Map<Group, Moved<Group> & { effects: Map<ChangeKind, number> }>();
  for (const { kind, causes } of figures.gapSince?.changes.steps ?? []) {
    for (const cause of causes) {
      const group = groupOf(cause);
      const moved = groups.get(group) ?? { group, effects: new Map(), change: 0 };
      moved.effects.set(kind, (moved.effects.get(kind) ?? 0) + cause.gap);
      moved.change += cause.gap;
      groups.set(group, moved);
    }
  }
  return [...groups.values()].sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}

export function movedHeaders(voice: Voice, last: readonly [string, string]): string[] {
  const { t, labels } = voice;
  return [
    t('کد', 'Code'),
    t('عنوان', 'Title'),
    ...CHANGE_KINDS.map((kind) => labels.changes[kind]),
    t('جمع', 'Sum'),
    ...last,
  ];
}

/** How a group is shown: its code and title before the effects, two cells of its own behind them. */
export interface MovedHeads {
  code: Cell;
  title: string;
  tail: readonly [Cell, Cell];
}

/** The ten largest and those that a sentence names, the others in one row, and the live sum with its control. */
export function movedRows<Group>(
  all: readonly Moved<Group>[],
  figures: MonthFigures,
  voice: Voice,
  { first, sum, isNamed = () => false }: { first: number; sum: number; isNamed?: (group: Group) => boolean },
  headsOf: (group: Group) => MovedHeads,
): Cell[][] {
  const kinds = new Set((figures.gapSince?.changes.steps ?? []).map(({ kind }) => kind));
  const moving = all.filter(({ change, effects }) => change !== 0 || [...effects.values()].some((one) => one !== 0));
  if (moving.length === 0) return [];
  const shown = moving.filter(({ group }, index) => index < SHOWN || isNamed(group));
  const others = moving.filter((one) => !shown.includes(one));
  const effectsOf = (moved: Pick<Moved<unknown>, 'effects' | 'change'>, row: number) => [
    ...CHANGE_KINDS.map((kind) => known('index', kinds.has(kind) ? (moved.effects.get(kind) ?? 0) * 100 : null)),
    live('index', `SUM(${FIRST_KIND}${row}:${LAST_KIND}${row})`, moved.change * 100),
  ];
  const rows = shown.map((moved, index) => {
    const { code, title, tail } = headsOf(moved.group);
    return [code, cell('wrapped', title), ...effectsOf(moved, first + index), ...tail];
  });
  if (others.length > 0) {
    const title = voice.t(`بقیه (${voice.count(others.length)} مورد)`, `The others (${others.length})`);
    rows.push([
      cell('code', NO_DATA),
      cell('wrapped', title),
      ...effectsOf(sumOf(others), first + rows.length),
      cell('text', ''),
      cell('text', ''),
    ]);
  }
  return [...rows, totalRow(sumOf(moving), kinds, voice, { first, last: first + rows.length - 1, sum })];
}

function sumOf(all: readonly Moved<unknown>[]): Pick<Moved<unknown>, 'effects' | 'change'> {
  const of = (kind: ChangeKind) => all.reduce((total, { effects }) => total + (effects.get(kind) ?? 0), 0);
  return {
    effects: new Map(CHANGE_KINDS.map((kind) => [kind, of(kind)])),
    change: all.reduce((total, { change }) => total + change, 0),
  };
}

function totalRow(
  { effects, change }: Pick<Moved<unknown>, 'effects' | 'change'>,
  kinds: ReadonlySet<ChangeKind>,
  voice: Voice,
  { first, last, sum }: { first: number; last: number; sum: number },
): Cell[] {
  const look = { tone: 'total' } as const;
  const { good, bad } = addUpWords(voice);
  const total = (letter: string, value: number) =>
    live('index', `SUM(${letter}${first}:${letter}${last})`, value * 100, look);
  const verdict = `IF(ABS(${SUM}${last + 1}-E${sum})<0.000001,${quoted(good)},${quoted(bad)})`;
  return [
    cell('text', '', look),
    cell('wrapped', voice.t('جمع = تغییر شکاف کل', 'Sum = change of the whole gap'), look),
    ...CHANGE_KINDS.map((kind) =>
      kinds.has(kind) ? total(kindLetter(kind), effects.get(kind) ?? 0) : cell('index', NO_DATA, look),
    ),
    total(SUM, change),
    cell('text', '', look),
    live('word', verdict, good, look),
  ];
}

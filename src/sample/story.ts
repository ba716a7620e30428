import type { Draft } from './projects.js';
import type { Dice } from './seed.js';
import { persianDigits } from './typing.js';

/**
 * The turns that projects take: money without planned work, work without budget, suspended, cancelled, released, merged,
 * and work that is carried from one year to the next. The records are changed in place, once, before money is given.
 */
export function addTurns(drafts: readonly Draft[], dice: Dice): void {
  for (const { record, dice: own } of drafts) {
    const turn = own.unit();
    if (turn < 0.003)
      Object.assign(record, {
        quantity: 0,
        unit: 'بدون کار فیزیکی',
        progressMethod: 'quantity',
        title: `پرداخت مطالبات پیمانکاران – ${record.title}`,
      });
    else if (turn < 0.018)
      Object.assign(record, { status: 'suspended', statusEffective: `${record.year}-0${own.whole(2, 5)}` });
    else if (turn < 0.024)
      Object.assign(record, { status: 'cancelled', statusEffective: `${record.year}-0${own.whole(2, 5)}` });
    else giveMonths(record, own);
  }
  const siblings = groupBySchemeYear(drafts);
  for (const year of [1397, 1398, 1399]) release(drafts, year);
  merge(siblings, 1398, null);
  merge(siblings, 1399, 'R05');
  merge(siblings, 1399, 'O12');
  for (const [key, group] of siblings) carry(key, group, siblings, dice);
}

/** One project in three does not fill its year; now and then the months are typed as days. */
function giveMonths(record: Draft['record'], dice: Dice): void {
  if (!dice.chance(0.34)) return;
  const startMonth = dice.pick([1, 1, 2, 2, 3, 3, 4, 5, 7, 8]);
  const endMonth = startMonth >= 7 ? 12 : dice.pick([startMonth + 3, 9, 10, 11, 12, 12]);
  const as = (month: number, day: number) =>
    dice.chance(0.2)
      ? `${record.year}/${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}`
      : `${record.year}-${String(month).padStart(2, '0')}`;
  Object.assign(record, { startMonth, endMonth, start: as(startMonth, 5), end: as(endMonth, 25) });
}

function groupBySchemeYear(drafts: readonly Draft[]): Map<string, Draft[]> {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = `${draft.record.node}/${draft.record.year}`;
    groups.set(key, [...(groups.get(key) ?? []), draft]);
  }
  return groups;
}

/** One cancelled project a year has a recorded decision that releases its weight. */
function release(drafts: readonly Draft[], year: number): void {
  const cancelled = drafts.find(({ record }) => record.year === year && record.status === 'cancelled');
  if (cancelled) cancelled.record.released = `صورتجلسه کمیته برنامه ${year}-07`;
}

/** A project joins a sibling of the same scheme and department; the sibling's own plan stands for both. */
function merge(siblings: Map<string, Draft[]>, year: number, department: string | null): void {
  for (const group of siblings.values()) {
    const able = group.filter(
      ({ record }) => record.year === year && record.status === 'active' && record.quantity !== 0,
    );
    const gone = able.find(({ record }) => department === null || record.department === department);
    const stays = able.find(
      ({ record }) => gone && record.code !== gone.record.code && record.department === gone.record.department,
    );
    if (!gone || !stays || group.length < 3) continue;
    Object.assign(gone.record, { status: 'merged', statusEffective: `${year}-04`, successor: stays.record.code });
    return;
  }
}

/** Some projects continue last year's project of the same scheme; a few of them finish its work (`carried_work`). */
function carry(key: string, group: Draft[], siblings: Map<string, Draft[]>, dice: Dice): void {
  const [node, year] = key.split('/');
  const earlier = siblings.get(`${node}/${Number(year) - 1}`)?.find(({ record }) => plain(record));
  const later = group.find(({ record }) => plain(record) && record.department === earlier?.record.department);
  if (!earlier || !later || group.length < 2 || !dice.chance(0.12)) return;
  const finishes = dice.chance(0.15);
  Object.assign(later.record, {
    continues: earlier.record.code,
    carriedWork: finishes,
    // Filled with the unspent credit once the earlier year's spending is known.
    carriedRial: finishes || dice.chance(0.4) ? 0 : null,
    title: `${earlier.record.title.split(' – ')[0]} – انتقالی از سال ${persianDigits(String(earlier.record.year))}`,
  });
}

function plain(record: Draft['record']): boolean {
  return record.status === 'active' && record.progressMethod !== 'quantity' && !record.carriedWork;
}

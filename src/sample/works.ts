import type { Work } from '../domain/plan.js';
import { YEARS } from './parameters.js';
import { paceOf } from './progress.js';
import type { Draft } from './projects.js';
import { Dice } from './seed.js';

/**
 * Efforts over several years: one project of each year in every tenth scheme is a slice of it. Half of them report
 * progress since the work began (`life`), from an opening to a target percent that the plan states for the year.
 */
export function addWorks(drafts: readonly Draft[], finalRial: ReadonlyMap<string, number>): Work[] {
  const works: Work[] = [];
  const byScheme = new Map<string, Draft[]>();
  for (const draft of drafts) byScheme.set(draft.record.node, [...(byScheme.get(draft.record.node) ?? []), draft]);
  for (const [scheme, own] of byScheme) {
    const dice = new Dice(`work/${scheme}`);
    if (!dice.chance(0.13)) continue;
    const slices = YEARS.map((year) => own.find((draft) => draft.record.year === year && able(draft))).filter(
      (slice) => slice !== undefined,
    );
    if (slices.length < 3) continue;
    const code = `W-${String(works.length + 1).padStart(3, '0')}`;
    works.push({
      code,
      title: (slices[0]?.record.title ?? '').split(' – ')[0] ?? '',
      start: `${slices[0]?.record.year}-01`,
      end: dice.pick(['1399-12', '1400-06', '1401-12']),
      totalRial:
        Math.ceil((slices.reduce((sum, { record }) => sum + (finalRial.get(record.code) ?? 0), 0) * 1.15) / 1e9) * 1e9,
    });
    join(slices, code, dice);
  }
  return works;
}

function able({ record }: Draft): boolean {
  return record.status === 'active' && record.progressMethod !== 'quantity' && record.continues === null;
}

function join(slices: readonly Draft[], work: string, dice: Dice): void {
  const life = dice.chance(0.5);
  let reached = dice.whole(5, 12);
  slices.forEach(({ record }, index) => {
    record.work = work;
    record.title = (slices[0]?.record.title ?? '').split(' – ')[0] ?? '';
    const before = slices[index - 1];
    if (before && dice.chance(0.7)) record.continues = before.record.code;
    if (!life) return;
    const target = Math.min(100, reached + dice.whole(16, 22));
    Object.assign(record, { progressBasis: 'life', openingPercent: reached, targetPercent: target });
    const slice = slices[index];
    const pace = slice ? (paceOf(slice) ?? 0) : 0;
    reached = Math.round((reached + pace * (target - reached)) * 10) / 10;
  });
}

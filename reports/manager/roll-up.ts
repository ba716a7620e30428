import type { Verdict } from '../../src/domain/catalogue/labels.js';
import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { Realization } from '../../src/domain/measure.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import { type Cell, type Condition, quoted } from '../../src/report/sheet.js';
import type { Tone } from '../../src/report/style.js';
import { gapVerdict, physicalVerdict, type Voice } from './voice.js';

export const FIGURE_KEYS = ['physical', 'physicalVerdict', 'budget', 'gap', 'gapVerdict'] as const;
export type FigureKey = (typeof FIGURE_KEYS)[number];
type Letters = Record<
  FigureKey | 'achieved' | 'planned' | 'spent' | 'due' | 'reportedPhysical' | 'reportedMoney',
  string
>;

/**
 * The five live figures of a row whose sums stand in the same row:
 *   physical = A / D, budget = S / BD, gap = (budget − physical) × 100 points, and a word for each.
 * Unknown is "—": nothing ever reported, or a denominator of 0.
 */
export function figureCells(
  row: number,
  letters: Letters,
  stored: Pick<Realization, 'physical' | 'budget' | 'gap'> & { assumed: boolean; assumedBudget: boolean },
  figures: MonthFigures,
  voice: Voice,
  tone?: Tone,
): Record<FigureKey, Cell> {
  const at = (key: keyof Letters) => `${letters[key]}${row}`;
  const none = quoted(NO_DATA);
  const points =
    stored.gap === null || stored.budget === null || stored.physical === null
      ? null
      : (stored.budget - stored.physical) * 100;
  const { gapPoints, ratioBands } = figures.thresholds;
  const look = tone ? { tone } : {};
  const { physicalVerdicts, gapVerdicts } = voice.labels;
  return {
    physical: live(
      'percent',
      `IF(OR(${at('reportedPhysical')}=0,${at('planned')}<=0),${none},${at('achieved')}/${at('planned')})`,
      stored.physical ?? NO_DATA,
      { ...look, assumed: stored.assumed },
    ),
    budget: live(
      'percent',
      `IF(OR(${at('reportedMoney')}=0,${at('due')}<=0),${none},${at('spent')}/${at('due')})`,
      stored.budget ?? NO_DATA,
      { ...look, assumed: stored.assumedBudget },
    ),
    gap: live('points', gapFormula(at('physical'), at('budget')), points ?? NO_DATA, look),
    physicalVerdict: live(
      'word',
      physicalFormula(at('physical'), ratioBands, physicalVerdicts),
      physicalVerdicts[physicalVerdict(stored.physical, ratioBands)],
    ),
    gapVerdict: live(
      'word',
      gapVerdictFormula(at('gap'), gapPoints, gapVerdicts),
      gapVerdicts[gapVerdict(points, gapPoints)],
    ),
  };
}

export function gapFormula(physical: string, budget: string): string {
  return `IF(AND(ISNUMBER(${physical}),ISNUMBER(${budget})),(${budget}-${physical})*100,${quoted(NO_DATA)})`;
}

export function physicalFormula(at: string, [good, watch]: [number, number], words: Record<Verdict, string>): string {
  return (
    `IF(ISNUMBER(${at}),IF(${at}>${2 - good},${quoted(words.ahead)},IF(${at}>=${good},${quoted(words.good)},` +
    `IF(${at}>=${watch},${quoted(words.watch)},${quoted(words.bad)}))),${quoted(words.none)})`
  );
}

export function gapVerdictFormula(at: string, [watch, bad]: [number, number], words: Record<Verdict, string>): string {
  return (
    `IF(ISNUMBER(${at}),IF(${at}>${bad * 100},${quoted(words.bad)},IF(${at}>${watch * 100},${quoted(words.watch)},` +
    `IF(${at}<${-watch * 100},${quoted(words.ahead)},${quoted(words.good)}))),${quoted(words.none)})`
  );
}

/** Colours that follow the words. */
export function verdictConditions(ranges: { physical?: string; gap?: string }, voice: Voice): Condition[] {
  const { physicalVerdicts, gapVerdicts } = voice.labels;
  return [
    ...(ranges.physical ? [wordCondition(ranges.physical, physicalVerdicts)] : []),
    ...(ranges.gap ? [wordCondition(ranges.gap, gapVerdicts)] : []),
  ];
}

function wordCondition(range: string, words: Record<Verdict, string>): Condition {
  const tones = ['good', 'watch', 'bad', 'ahead', 'none'] as const;
  return { kind: 'word', range, words: tones.map((tone) => ({ text: words[tone], tone })) };
}

/** The limits behind the colours, in words, printed wherever colours are. */
export function thresholdText({ thresholds }: MonthFigures, voice: Voice): string {
  const [good, watch] = thresholds.ratioBands;
  const [yellow, red] = thresholds.gapPoints;
  const p = (ratio: number) => voice.percent(ratio, 0);
  const d = (ratio: number) => voice.points(ratio).replace(/[.٫][0۰]$/, '');
  return voice.t(
    `فیزیکی: سبز از ${p(good)}، زرد از ${p(watch)}، قرمز کمتر، آبی بیش از ${p(2 - good)}. ` +
      `شکاف (هزینه منهای فیزیکی): سبز تا ${d(yellow)}، زرد تا ${d(red)}، قرمز بیشتر، آبی کمتر از ${d(-yellow)} واحد درصد.`,
    `Physical: green from ${p(good)}, yellow from ${p(watch)}, red below, blue above ${p(2 - good)}. ` +
      `Gap (budget less physical): green to ${d(yellow)}, yellow to ${d(red)}, red above, blue below ${d(-yellow)} points.`,
  );
}

/** A plain figure or "—". */
export function known(
  name: 'percent' | 'ratio' | 'count' | 'money' | 'points' | 'quantity' | 'index',
  value: number | null,
  tone?: Tone,
): Cell {
  return cell(name, value ?? NO_DATA, tone ? { tone } : {});
}

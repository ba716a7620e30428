import { type Labels, labelsIn, levelName, type Verdict } from '../../src/domain/catalogue/labels.js';
import {
  amountIn,
  digitsIn,
  instantText,
  type Language,
  leftToRight,
  NO_DATA,
  numberText,
  percentText,
  periodText,
  pointsText,
} from '../../src/domain/catalogue/numbers.js';
import type { MeasureOptions } from '../../src/domain/measure.js';
import type { MonthFigures } from '../../src/domain/month.js';

/** How a report speaks: one language, one calendar, one unit of money. */
export interface Voice {
  language: Language;
  labels: Labels;
  /** The text in the language of the report. */
  t(fa: string, en: string): string;
  /** A name from the plan inside a sentence. */
  quote(text: string): string;
  /** A finished sentence of the catalogue with the digits that the reports use. */
  shown(text: string): string;
  percent(ratio: number | null, decimals?: number): string;
  /** A difference of ratios in percentage points. */
  points(ratio: number | null): string;
  count(value: number): string;
  /** A year or another number that is never grouped by thousands. */
  digits(text: string | number): string;
  period(period: string | null): string;
  /** The name of a month alone. */
  monthName(period: string): string;
  /** A level of the plan in the language of the report. */
  level(level: string): string;
  /** As it sorts: `1399/06`; a settlement by its name. */
  shortPeriod(period: string): string;
  instant(instant: string | null): string;
  /** Rials in the unit of display. */
  amount(rial: bigint | number): number;
  /** Scope and basis in words. */
  basis(options: MeasureOptions): string;
}

export function voiceOf({ language, calendar, timeZone, displayUnit, look }: MonthFigures): Voice {
  const labels = { ...labelsIn(language), font: look.font };
  const shown = look.digits === 'latin' ? latinDigits : (text: string) => text;
  return {
    language,
    labels,
    t: (fa, en) => (language === 'fa' ? fa : en),
    shown,
    quote: (text) => (language === 'fa' ? `«${text}»` : leftToRight(`“${text}”`)),
    percent: (ratio, decimals) => shown(percentText(language, ratio, decimals)),
    points: (ratio) => shown(pointsText(language, ratio)),
    count: (value) => shown(numberText(language, value)),
    digits: (text) => shown(digitsIn(language, String(text))),
    period: (period) => (period === null ? NO_DATA : shown(periodText(language, calendar, period))),
    monthName: (period) => periodText(language, calendar, period).split(' ').slice(0, -1).join(' '),
    level: (level) => levelName(language, level),
    shortPeriod: (period) =>
      shown(
        period.endsWith('-13') ? periodText(language, calendar, period) : digitsIn(language, period.replace('-', '/')),
      ),
    instant: remembered((instant) => shown(instantText(language, calendar, timeZone, instant))),
    amount: (rial) => amountIn(displayUnit, rial),
    basis: ({ scope, basis }) => `${labels.scopes[scope]}${language === 'fa' ? '، ' : ', '}${labels.bases[basis]}`,
  };
}

/** Persian digits as Latin ones, the marks between them too. */
function latinDigits(text: string): string {
  return text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll('٬', ',')
    .replaceAll('٫', '.');
}

/** Thousands of facts share the few instants of their files, and reading a wall clock is slow. */
function remembered(textOf: (instant: string | null) => string): (instant: string | null) => string {
  const texts = new Map<string | null, string>();
  return (instant) => {
    const known = texts.get(instant);
    if (known !== undefined) return known;
    const text = textOf(instant);
    texts.set(instant, text);
    return text;
  };
}

/** A ratio of physical progress against the configured bands: [green from, yellow from]. */
export function physicalVerdict(ratio: number | null, [good, watch]: [number, number]): Verdict {
  if (ratio === null) return 'none';
  if (ratio > 2 - good) return 'ahead';
  if (ratio >= good) return 'good';
  return ratio >= watch ? 'watch' : 'bad';
}

/** Points of money ahead of work (×100) against the configured limits: [yellow above, red above]. */
export function gapVerdict(points: number | null, [watch, bad]: [number, number]): Verdict {
  if (points === null) return 'none';
  if (points > bad * 100) return 'bad';
  if (points > watch * 100) return 'watch';
  return points < -watch * 100 ? 'ahead' : 'good';
}

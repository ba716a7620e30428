import type { Alignment, Borders, Fill, Font, Style } from 'exceljs';
import type { Workbook } from './sheet.js';
import {
  CARD,
  type CellStyle,
  INK,
  LINE,
  MUTED,
  OPEN_FILL,
  PRIMARY,
  type StyleName,
  TONE_COLOURS,
  WHITE,
} from './style.js';

type Horizontal = NonNullable<Alignment['horizontal']>;

/** How one style name looks before tone, assumption and indentation. `start` is the side where reading begins. */
interface Look {
  size: number;
  bold?: boolean;
  ink?: string;
  fill?: string;
  border?: 'thin' | 'under' | 'card';
  indent?: number;
  align: Horizontal | 'start';
  wrap?: boolean;
  /** A long word is drawn smaller, never cut. */
  shrink?: boolean;
  top?: boolean;
  format?: keyof typeof FORMATS;
  /** Codes and addresses read from left to right in any sheet. */
  leftToRight?: boolean;
}

const FORMATS = {
  text: '@',
  count: '#,##0',
  percent: '0.0%',
  ratio: '0.000%',
  points: '0.0',
  money: '#,##0',
  number: '#,##0.######',
  quantity: '#,##0.##',
  index: '0.00',
  // A bar alone, without its number.
  hidden: ';;;',
} as const;

/** From here on a negative number is shown with its sign; nearer to zero it rounds to `0.0`, never to `-0.0`. */
const SMALLEST_SHOWN: Partial<Record<keyof typeof FORMATS, string>> = {
  count: '0.5',
  percent: '0.0005',
  ratio: '0.000005',
  points: '0.05',
  money: '0.5',
  number: '0.0000005',
  quantity: '0.005',
  index: '0.005',
};

const CELL = { size: 9, border: 'thin' } as const;
const CARD_CELL = { ink: MUTED, fill: CARD, border: 'card', align: 'center' } as const;
const LOOKS: Record<StyleName, Look> = {
  title: { size: 16, bold: true, ink: PRIMARY, align: 'start' },
  subtitle: { size: 9.5, ink: MUTED, align: 'start' },
  banner: { size: 12, bold: true, ink: 'FF7A4B00', fill: 'FFFFE3A3', align: 'center' },
  section: { size: 11, bold: true, ink: PRIMARY, border: 'under', align: 'start' },
  legend: { size: 8, ink: MUTED, align: 'start', wrap: true, top: true },
  sentence: { size: 10, ink: INK, align: 'start', wrap: true, top: true },
  header: { size: 9, bold: true, ink: WHITE, fill: PRIMARY, border: 'thin', align: 'center', wrap: true },
  text: { ...CELL, align: 'start', format: 'text', indent: 1 },
  wrapped: { ...CELL, align: 'start', wrap: true, format: 'text', indent: 1 },
  code: { ...CELL, align: 'center', leftToRight: true, format: 'text' },
  word: { ...CELL, align: 'center', shrink: true },
  count: { ...CELL, align: 'center', format: 'count' },
  percent: { ...CELL, align: 'center', format: 'percent' },
  ratio: { ...CELL, align: 'center', format: 'ratio' },
  points: { ...CELL, align: 'center', format: 'points' },
  money: { ...CELL, align: 'right', format: 'money' },
  number: { ...CELL, align: 'right', format: 'number' },
  quantity: { ...CELL, align: 'center', format: 'quantity' },
  index: { ...CELL, align: 'center', format: 'index' },
  // Without a format of its own: a number, a percent or a word, as it is typed.
  entry: { ...CELL, align: 'center' },
  // What people write about a figure: wrapped, and without the marks that prose gets.
  remark: { ...CELL, align: 'start', wrap: true, indent: 1 },
  bar: { ...CELL, align: 'center', format: 'hidden' },
  cardLabel: { ...CARD_CELL, size: 10.5, bold: true },
  cardPercent: { ...CARD_CELL, size: 26, bold: true, ink: PRIMARY, format: 'percent' },
  cardPoints: { ...CARD_CELL, size: 26, bold: true, ink: PRIMARY, format: 'points' },
  cardNote: { ...CARD_CELL, size: 9, wrap: true },
  cardBar: { ...CARD_CELL, size: 6, format: 'hidden' },
  cardWord: { ...CARD_CELL, size: 10, bold: true, ink: INK },
  signature: { size: 8.5, ink: MUTED, border: 'thin', align: 'center', top: true },
};

/** Asks a number format for the digits of the language. */
export function digitPrefix({ language, digits }: Pick<Workbook, 'language' | 'digits'>): string {
  return language === 'fa' && digits !== 'latin' ? '[$-3000429]' : '';
}

/** Gives one shared exceljs style for each distinct look: the library then recognises it by identity, which is fast. */
export class StyleTable {
  readonly #styles = new Map<string, Partial<Style>>();
  readonly #rightToLeft: boolean;
  readonly #font: string;
  readonly #prefix: string;

  constructor(workbook: Pick<Workbook, 'language' | 'font' | 'digits'>) {
    this.#rightToLeft = workbook.language === 'fa';
    this.#font = workbook.font;
    this.#prefix = digitPrefix(workbook);
  }

  /** `whole`: the number has no fraction, so that a format with optional decimals must not leave a bare point behind it. */
  of(style: CellStyle, whole = false): Partial<Style> {
    const key = `${style.name} ${style.tone ?? ''} ${style.assumed ?? false} ${style.indent ?? 0} ${style.open ?? false} ${whole}`;
    const known = this.#styles.get(key);
    if (known) return known;
    const made = this.#make(style, whole);
    this.#styles.set(key, made);
    return made;
  }

  #make({ name, tone, assumed, indent, open }: CellStyle, whole: boolean): Partial<Style> {
    const look = LOOKS[name];
    const colours = tone ? TONE_COLOURS[tone] : null;
    const fill = colours?.fill ?? (open ? OPEN_FILL : look.fill);
    return {
      font: this.#fontOf(look, colours?.ink, tone === 'total', assumed === true),
      alignment: this.#alignmentOf(look, (look.indent ?? 0) + (indent ?? 0)),
      ...(look.format ? { numFmt: this.#numberFormat(look.format, whole) } : {}),
      ...(fill ? { fill: solid(fill) } : {}),
      ...(look.border ? { border: bordersOf(look.border) } : {}),
      ...(open ? { protection: { locked: false } } : {}),
    };
  }

  #fontOf(look: Look, toneInk: string | undefined, strong: boolean, italic: boolean): Partial<Font> {
    const bold = look.bold === true || strong;
    return { name: this.#font, size: look.size, color: { argb: toneInk ?? look.ink ?? INK }, bold, italic };
  }

  #alignmentOf(look: Look, indent: number): Partial<Alignment> {
    const start = this.#rightToLeft ? 'right' : 'left';
    return {
      horizontal: look.align === 'start' ? start : look.align,
      vertical: look.top ? 'top' : 'middle',
      readingOrder: this.#rightToLeft && !look.leftToRight ? 'rtl' : 'ltr',
      ...(look.wrap ? { wrapText: true } : {}),
      ...(look.shrink ? { shrinkToFit: true } : {}),
      ...(indent > 0 ? { indent } : {}),
    };
  }

  /** Persian digits need their prefix in every section, or negative numbers lose them; what rounds to 0 has no sign. */
  #numberFormat(format: keyof typeof FORMATS, whole: boolean): string {
    const code = whole ? FORMATS[format].replace(/\.#+$/, '') : FORMATS[format];
    const limit = SMALLEST_SHOWN[format];
    if (limit === undefined) return code;
    return `[>=0]${this.#prefix}${code};[<=-${limit}]${this.#prefix}-${code};${this.#prefix}${code}`;
  }
}

export function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb }, bgColor: { argb } };
}

function bordersOf(kind: 'thin' | 'under' | 'card'): Partial<Borders> {
  if (kind === 'card') {
    // White sides part neighbouring cards.
    const gap = { style: 'thick', color: { argb: WHITE } } as const;
    return { left: gap, right: gap };
  }
  if (kind === 'under') return { bottom: { style: 'medium', color: { argb: PRIMARY } } };
  const line = { style: 'thin', color: { argb: LINE } } as const;
  return { top: line, bottom: line, left: line, right: line };
}

/** Every look that a report may use; the adapter gives each its font, fill, border and number format. */
export type StyleName =
  | 'title'
  | 'subtitle'
  | 'banner'
  | 'section'
  | 'legend'
  | 'sentence'
  | 'header'
  | 'text'
  | 'wrapped'
  | 'code'
  | 'word'
  | 'count'
  | 'percent'
  | 'points'
  | 'money'
  | 'number'
  | 'quantity'
  | 'index'
  | 'ratio'
  | 'entry'
  | 'remark'
  | 'bar'
  | 'cardLabel'
  | 'cardPercent'
  | 'cardPoints'
  | 'cardNote'
  | 'cardBar'
  | 'cardWord'
  | 'signature';

/** Meaning of a colour; a word always stands with it. */
export type Tone = 'good' | 'watch' | 'bad' | 'ahead' | 'muted' | 'total';

export interface CellStyle {
  name: StyleName;
  tone?: Tone;
  /** Rests on an assumption: italic. */
  assumed?: boolean;
  /** Steps of indentation, for trees. */
  indent?: number;
  /** Takes input in a locked sheet, and shows it by its colour unless a tone says more. */
  open?: boolean;
}

export interface Colours {
  fill: string;
  ink: string;
}

/** Fills that still differ when printed in grey. */
export const TONE_COLOURS: Record<'good' | 'watch' | 'bad' | 'ahead' | 'none' | 'muted' | 'total', Colours> = {
  good: { fill: 'FFC6EFCE', ink: 'FF006100' },
  watch: { fill: 'FFFFEB9C', ink: 'FF9C5700' },
  bad: { fill: 'FFFFC7CE', ink: 'FF9C0006' },
  ahead: { fill: 'FFDDEBF7', ink: 'FF1F4E78' },
  none: { fill: 'FFE5E7EB', ink: 'FF4B5563' },
  muted: { fill: 'FFF3F4F6', ink: 'FF6B7280' },
  total: { fill: 'FFE4ECF5', ink: 'FF17406D' },
};

/** Where somebody may type. */
export const OPEN_FILL = 'FFFFF8DC';

export const INK = 'FF1F2937';
export const MUTED = 'FF6B7280';
export const PRIMARY = 'FF17406D';
export const LINE = 'FFD5DCE4';
export const CARD = 'FFF5F8FC';
export const WHITE = 'FFFFFFFF';
export const BAR_COLOURS = { primary: 'FF5B8DBE', good: 'FF6BB07F', watch: 'FFE3B341', bad: 'FFD9746C' } as const;
export const TAB_COLOURS = { good: 'FF6BB07F', watch: 'FFE3B341', bad: 'FFD9746C', primary: 'FF17406D' } as const;

import type { CellText } from '../grid/cell-text.js';
import { attributeOf, type Element } from '../xml/xml.js';
import { TEXT } from './names.js';

/**
 * Gathers what a cell shows: its paragraphs as lines, white space folded as the format demands (`text:s` stands for
 * spaces that are meant). Notes pinned to a cell are not its text.
 */
export class Paragraphs {
  private done: string[] = [];
  private current: string | null = null;
  private length = 0;
  private noteDepth = 0;

  constructor(private readonly limit: number) {}

  open(element: Element): void {
    if (element.local === 'annotation' || this.noteDepth > 0) this.noteDepth += 1;
    else if (element.uri !== TEXT) return;
    else if (element.local === 'p' || element.local === 'h') this.current = '';
    else if (element.local === 's')
      this.mean(' '.repeat(Math.min(Number(attributeOf(element, TEXT, 'c') ?? '1'), this.limit)));
    else if (element.local === 'tab') this.mean('\t');
    else if (element.local === 'line-break') this.mean('\n');
  }

  close(local: string): void {
    if (this.noteDepth > 0) this.noteDepth -= 1;
    else if ((local === 'p' || local === 'h') && this.current !== null) {
      this.done.push(this.current.replace(/ +$/, '').replaceAll(MEANT, ' '));
      this.current = null;
    }
  }

  text(piece: string): void {
    if (this.noteDepth > 0 || this.current === null) return;
    const folded = piece.replace(/[ \t\r\n]+/g, ' ');
    const starts = this.current === '' || this.current.endsWith(' ');
    this.keep(starts && folded.startsWith(' ') ? folded.slice(1) : folded);
  }

  /** The text so far, after which a new cell begins. */
  take(): CellText {
    const text = this.length > this.limit ? null : this.done.join('\n');
    this.done = [];
    this.current = null;
    this.length = 0;
    this.noteDepth = 0;
    return text;
  }

  private mean(space: string): void {
    if (this.current !== null) this.keep(space.replaceAll(' ', MEANT));
  }

  private keep(piece: string): void {
    this.length += piece.length;
    if (this.length <= this.limit) this.current += piece;
  }
}

/** Stands for a space that is meant until its paragraph is folded. No XML text can hold it. */
const MEANT = '\uFFFE';

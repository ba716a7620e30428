import { type CellText, decodeEscapes } from '../grid/cell-text.js';
import type { ReadLimits } from '../limits.js';
import { Refusal } from '../refusal.js';
import { type Element, readXml, SHEET_NAMESPACES } from '../xml/xml.js';

/** Gathers the text of one rich-text item: its runs joined, the phonetic reading left out. */
export class TextGatherer {
  private pieces: string[] = [];
  private length = 0;
  private phonetic = false;
  private inText = false;

  constructor(private readonly limit: number) {}

  open(element: Element): void {
    if (element.local === 'rPh') this.phonetic = true;
    this.inText = element.local === 't' && !this.phonetic;
  }

  close(local: string): void {
    if (local === 'rPh') this.phonetic = false;
    if (local === 't') this.inText = false;
  }

  text(piece: string): void {
    if (!this.inText) return;
    this.length += piece.length;
    if (this.length <= this.limit * ESCAPE_CHARS) this.pieces.push(piece);
  }

  /** The text so far, after which a new one begins. */
  take(): CellText {
    const tooLong = this.length > this.limit * ESCAPE_CHARS;
    const text = tooLong ? null : decodeEscapes(this.pieces.join(''));
    this.pieces = [];
    this.length = 0;
    this.inText = false;
    this.phonetic = false;
    return text !== null && text.length > this.limit ? null : text;
  }
}

/** One escaped character takes this many in the file. */
const ESCAPE_CHARS = 7;

/** The shared texts of a workbook, in their order. */
export function readStrings(name: string, bytes: Uint8Array, limits: ReadLimits): CellText[] {
  const strings: CellText[] = [];
  const gatherer = new TextGatherer(limits.textChars);
  readXml({ name, bytes, root: 'sst', namespaces: SHEET_NAMESPACES }, limits, {
    open: (element) => gatherer.open(element),
    close(local) {
      gatherer.close(local);
      if (local !== 'si') return;
      if (strings.length >= limits.sharedStrings)
        throw new Refusal('FILE_STRINGS_TOO_MANY', { limit: limits.sharedStrings });
      strings.push(gatherer.take());
    },
    text: (piece) => gatherer.text(piece),
  });
  return strings;
}

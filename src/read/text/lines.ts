const LF = 10;
const CR = 13;

/** Follows the parser through the bytes of the file and tells the true line on which each record starts. */
export class LineCounter {
  private at: number;

  /** `start` is the first byte of data, `line` the line on which it stands. */
  constructor(
    private readonly bytes: Uint8Array,
    start: number,
    private line: number,
  ) {
    this.at = start;
  }

  /** The line of the next record, past empty lines; `end` is the byte after that record. */
  advance(end: number): number {
    while (this.at < end && (this.bytes[this.at] === LF || this.bytes[this.at] === CR)) this.step();
    const start = this.line;
    while (this.at < end) this.step();
    return start;
  }

  private step(): void {
    const byte = this.bytes[this.at];
    this.at += 1;
    // A carriage return before a line feed is half of one line end.
    if (byte === LF || (byte === CR && this.bytes[this.at] !== LF)) this.line += 1;
  }
}

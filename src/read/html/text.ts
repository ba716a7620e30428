/** Gathers the text of one cell or one line as a browser shows it: white space folded, `<br>` and blocks as line ends. */
export class ShownText {
  private text = '';

  add(piece: string): void {
    const folded = piece.replace(/[ \t\r\n\f]+/g, ' ');
    const starts = this.text === '' || /[ \n]$/.test(this.text);
    this.text += starts && folded.startsWith(' ') ? folded.slice(1) : folded;
  }

  breakLine(): void {
    if (this.text !== '') this.text = `${this.text.replace(/ +$/, '')}\n`;
  }

  take(): string {
    // A no-break space is how empty cells are written; inside a text it is a space.
    const text = this.text.replaceAll('\u00A0', ' ').trim();
    this.text = '';
    return text;
  }
}

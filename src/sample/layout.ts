/** How one file departs from its department's plain form. Only the layout changes, never a figure, a code or a remark. */
export interface Layout {
  /** «بسمه تعالی» and the office's name above the titles. */
  letterhead?: boolean;
  /** The unit stands above the table at its left end and in no header. */
  unitNote?: boolean;
  /** Parents over children: «پیشرفت فیزیکی» over «واقعی» and «تأییدشده», «اعتبار» over «تخصیص» … «هزینه‌کرد». */
  twoRowHeader?: boolean;
  /** As a text file keeps it: a parent over its first child and blanks after it. */
  unmerged?: boolean;
  /** 1, 2, 3 … under the header. */
  numbering?: boolean;
  /** A title line for each mission (goal) between the lines. */
  groups?: boolean;
  /** A sum under each mission. */
  groupTotals?: boolean;
  /** A column «طرح», merged downwards over the lines of one scheme. */
  schemeColumn?: boolean;
  /** «جمع کل» of all money columns. */
  grandTotal?: boolean;
  /** Signatures side by side below the table. */
  signatures?: boolean;
  /** A hidden column that the office uses for its own look-ups. */
  helperColumn?: boolean;
  /** The header again after so many lines, as on printed pages. */
  pageLines?: number;
  /** Lines of a system's export above the table. */
  preamble?: boolean;
  /** `sep=;` for Excel, and semicolons. */
  sepLine?: boolean;
  /** Arabic ي and ك among the Persian letters of headers and titles. */
  mixedLetters?: boolean;
  /** Excel's «Unicode Text»: UTF-16 with tabs. */
  utf16?: boolean;
}

/** The files of 1399 that are laid out in another way, none of them with a planted fault; with words for the README. */
export const LAYOUTS: Readonly<Record<string, Layout & { words: string }>> = {
  'D01/گزارش خرداد 99.xlsx': { twoRowHeader: true, words: 'two-row merged header, the unit in the parent «اعتبار»' },
  'O01/گزارش مرداد 99.xlsx': {
    letterhead: true,
    unitNote: true,
    words: 'title rows with «بسمه تعالی», unit note at the left end, no unit in the headers',
  },
  'O08/گزارش خرداد 99.xlsx': { numbering: true, words: 'column numbers under the header' },
  'U02/گزارش خرداد 99.xlsx': { groups: true, words: 'group rows «مأموریت …» between the lines' },
  'D05/گزارش عملکرد تیر ۹۹ - نهایی.xlsx': { schemeColumn: true, words: 'a column «طرح» merged downwards' },
  'O08/گزارش مرداد 99.xlsx': {
    grandTotal: true,
    signatures: true,
    words: '«جمع کل» that reconciles, signatures side by side',
  },
  'R06/گزارش خرداد 99.xlsx': { helperColumn: true, words: 'a hidden helper column without a header' },
  'D04/گزارش خرداد 99.xlsx': { pageLines: 12, words: 'the header again on each printed page' },
  'O07/گزارش مرداد 99.xlsx': {
    groups: true,
    groupTotals: true,
    grandTotal: true,
    words: 'missions with «جمع مأموریت», then «جمع کل»',
  },
  'O03/گزارش تیر 99.xlsx': {
    letterhead: true,
    unitNote: true,
    twoRowHeader: true,
    numbering: true,
    groups: true,
    grandTotal: true,
    signatures: true,
    words: 'an official form with all of it: letterhead, note, two-row header, numbers, missions, total, signatures',
  },
  'O02/1399-03.csv': { preamble: true, sepLine: true, words: 'preamble lines and `sep=;`' },
  'R05/گزارش خرداد 99.csv': {
    twoRowHeader: true,
    unmerged: true,
    words: 'two-row header in a text file, where merged cells are blanks',
  },
  'R04/1399-06.csv': { mixedLetters: true, words: 'Arabic ي and ك among Persian letters in headers and titles' },
  'O14/1399-06.tsv': { utf16: true, words: 'UTF-16 with tabs, as Excel saves «Unicode Text»' },
};

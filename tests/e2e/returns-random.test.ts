import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type ExcelJs from 'exceljs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filled, openBook, PLAN } from './forms.js';
import { PROJECTS, returnOf } from './returned.js';
import { planFolder, type TestWorkspace, testWorkspace } from './workspace.js';

const OURS = ['A1', 'A3', 'A4', 'A5', 'A6'];
const OUTSIDE = ['X7', 'X8'];
const CORRECTED = 'A6';
const FIELDS = { physical: 'پیشرفت فیزیکی', spent_rial: 'هزینه‌کرد' } as const;
type Field = keyof typeof FIELDS;

/** One cell that somebody writes: a share that counts, one that does not, or a word. */
type Written = 'good' | 'over' | 'word' | 'blank';
interface Line {
  code: string;
  physical: Written;
  spent: 'good' | 'word' | 'blank';
}
interface Edit {
  at: number;
  field: Field;
  clear: boolean;
  recode: boolean;
}
type Step =
  | { kind: 'csv'; lines: Line[]; unit: 'known' | 'unknown' }
  | { kind: 'return' | 'old return'; edits: Edit[] };

const written = fc.constantFrom<Written>('good', 'good', 'over', 'word', 'blank');
const line = fc.record({
  code: fc.constantFrom(...OURS, ...OUTSIDE),
  physical: written,
  spent: fc.constantFrom<Line['spent']>('good', 'good', 'word', 'blank'),
});
const edit = fc.record({
  at: fc.nat(20),
  field: fc.constantFrom<Field>('physical', 'spent_rial'),
  clear: fc.boolean(),
  recode: fc.boolean(),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('csv' as const),
    lines: fc.uniqueArray(line, { minLength: 1, maxLength: 2, selector: ({ code }) => code }),
    unit: fc.constantFrom('known' as const, 'known' as const, 'unknown' as const),
  }),
  fc.record({
    kind: fc.constantFrom('return' as const, 'old return' as const),
    edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
  }),
);

/** No two figures are alike, so that each is known again wherever it stands. */
function numbers(): () => number {
  let last = 20;
  return () => {
    last += 1;
    return last;
  };
}

class Talk {
  /** Who wrote what last: `code field` → as written. */
  readonly said = new Map<string, string>();
  private readonly next = numbers();
  private sent = 0;
  constructor(readonly town: TestWorkspace) {}

  async take(one: Step): Promise<void> {
    this.sent += 1;
    if (one.kind === 'csv') this.town.drop(`D1/${this.sent} 1399-06.csv`, this.csv(one));
    else {
      const from = one.kind === 'return' ? returnOf(this.town) : this.kept;
      if (!existsSync(from)) return;
      this.town.drop(`D1/${this.sent}.xlsx`, await filled(from, (book) => this.write(book, one)));
    }
    await this.town.pipeline.ingest({ dryRun: false });
    if (existsSync(returnOf(this.town)) && !existsSync(this.kept)) copyFileSync(returnOf(this.town), this.kept);
  }

  /** The first return that there was. */
  private get kept(): string {
    return join(this.town.root, 'old.xlsx');
  }

  private csv({ lines, unit }: Extract<Step, { kind: 'csv' }>): string {
    const rows = lines.map(({ code, physical, spent }) => [code, this.cell(physical), this.cell(spent)]);
    for (const [code = '', share = '', money = ''] of rows) {
      if (share !== '') this.said.set(`${code} physical`, share);
      if (money !== '' && (unit === 'known' || /\d/.test(money))) this.said.set(`${code} spent_rial`, money);
    }
    const head = ['کد پروژه', 'پیشرفت فیزیکی (درصد)', `هزینه‌کرد (${unit === 'known' ? 'میلیون ریال' : 'درهم'})`];
    return [head, ...rows].map((row) => row.join(',')).join('\n');
  }

  private cell(what: Written): string {
    if (what === 'blank') return '';
    const number = this.next();
    return what === 'good' ? `${number}` : what === 'over' ? `${number + 1000}` : `w${number}`;
  }

  private speaksOf(code: string): boolean {
    return [...this.said.keys()].some((key) => key.startsWith(`${code} `));
  }

  /** A line outside the plan got the code that was meant: all that was written in it is said of that code. */
  private moved(code: string): void {
    for (const field of Object.keys(FIELDS)) {
      const raw = this.said.get(`${code} ${field}`);
      this.said.delete(`${code} ${field}`);
      if (raw !== undefined) this.said.set(`${CORRECTED} ${field}`, raw);
    }
  }

  private write(book: ExcelJs.Workbook, { kind, edits }: Extract<Step, { edits: Edit[] }>): void {
    const paper = book.getWorksheet(PROJECTS);
    const typed = new Map<string, string>();
    for (const { at, field, clear, recode } of edits) {
      const row = paper?.getRow(7 + (at % Math.max(1, (paper?.rowCount ?? 7) - 6)));
      const code = String(row?.getCell(1).value ?? '');
      const column = columnOf(paper, field);
      if (!row || code === 'A2' || code === '' || column === 0) continue;
      if (
        recode &&
        kind === 'return' &&
        OUTSIDE.includes(code) &&
        !this.speaksOf(CORRECTED) &&
        row.getCell(column).value
      ) {
        row.getCell(1).value = CORRECTED;
        this.moved(code);
        for (const [key, raw] of [...typed])
          if (key.startsWith(`${code} `) && typed.delete(key)) typed.set(key.replace(code, CORRECTED), raw);
        continue;
      }
      const value = this.next();
      const cell = row.getCell(column);
      // A blank cell says nothing: what was written before holds. A line outside the plan is taken out by it.
      if (clear && OUTSIDE.includes(code)) continue;
      cell.value = clear ? null : value;
      if (clear) typed.delete(`${code} ${field}`);
      else typed.set(`${code} ${field}`, String(value));
    }
    for (const [key, raw] of typed) this.said.set(key, raw);
  }
}

function columnOf(paper: ExcelJs.Worksheet | undefined, field: Field): number {
  const head = (paper?.getRow(6).values ?? []) as unknown[];
  return Math.max(
    0,
    head.findIndex((text) => String(text ?? '').startsWith(FIELDS[field])),
  );
}

/** Everything that the return shows of a code: cells and notes. */
async function shownOf(town: TestWorkspace): Promise<(code: string) => string> {
  const texts = new Map<string, string>();
  if (existsSync(returnOf(town)))
    (await openBook(returnOf(town))).getWorksheet(PROJECTS)?.eachRow((row) => {
      const parts: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell) => parts.push(String(cell.value ?? ''), String(cell.note ?? '')));
      const code = String(row.getCell(1).value ?? '');
      texts.set(code, `${texts.get(code) ?? ''} ${parts.join(' ')}`.replace(/[\u200e\u200f\u202a-\u202e]/g, ''));
    });
  return (code) => texts.get(code) ?? '';
}

it('shows in the return every figure that its sender wrote last and that is not in force, whatever is sent in whatever order', async () => {
  const projects = `${PLAN.projects}\n${['A4', 'A5', 'A6'].map((code) => `${code},پروژه ${code},T1,D1,1399,900000000,,,,,,`).join('\n')}`;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
      const town = testWorkspace('2020-09-25T08:00:00Z');
      try {
        await town.pipeline.importPlan(planFolder(town.root, { ...PLAN, projects }), { dryRun: false });
        const talk = new Talk(town);
        for (const one of steps) {
          await talk.take(one);
          const facts = (await town.pipeline.facts({ period: '1399-06' })).facts;
          const force = new Map(facts.map(({ code, field, value }) => [`${code} ${field}`, value ?? 0]));
          const shown = await shownOf(town);
          const lost = [...talk.said].filter(([key, raw]) => {
            const [code = '', field] = key.split(' ');
            const value = Number(raw) * (field === 'physical' ? 0.01 : 1_000_000);
            return (
              force.get(key) !== Number(value.toPrecision(12)) && !new RegExp(`(?<!\\w)${raw}(?!\\d)`).test(shown(code))
            );
          });
          expect(lost).toEqual([]);
        }
      } finally {
        town.remove();
      }
    }),
    { numRuns: 60, seed: 1399 },
  );
});

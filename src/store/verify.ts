import type { Database } from 'better-sqlite3';
import type { StoreContext } from './context.js';
import { factRows } from './fact-rows.js';

/** Something in the file that is not as the program left it. */
export interface StoreProblem {
  fa: string;
  en: string;
}

const LISTED = 20;

/** Asks SQLite whether pages and references are whole. */
export function verifyFile(db: Database): StoreProblem[] {
  const pages = db.prepare<[], string>(`pragma integrity_check(${LISTED})`).pluck().all();
  const references = db.prepare<[], { table: string; parent: string }>('pragma foreign_key_check').all();
  return [
    ...pages
      .filter((line) => line !== 'ok')
      .map((line) => ({ fa: `ساختار پایگاه داده آسیب دیده است: ${line}`, en: `The database is damaged: ${line}` })),
    ...references.slice(0, LISTED).map(({ table, parent }) => ({
      fa: `ردیفی از جدول ${table} به ردیفی از ${parent} اشاره می‌کند که نیست.`,
      en: `A row of table ${table} refers to a row of ${parent} that is not there.`,
    })),
  ];
}

interface CommittedBody {
  submission: number;
  firstFact: number;
  facts: number;
  digest: string;
}

/**
 * Beyond the pages: the chain of events is whole, and every file's facts are those that were committed. SQLite's own
 * check sees pages, not meaning; a changed amount in a sound page shows only here.
 */
export function verifyStore({ db, calendar, ledger }: StoreContext): StoreProblem[] {
  const problems = verifyFile(db);
  const broken = ledger.firstBreak();
  if (broken !== null) {
    problems.push({
      fa: `زنجیرهٔ رویدادها از رویداد ${broken} به بعد دست خورده است.`,
      en: `The chain of events was changed from event ${broken} on.`,
    });
  }
  const facts = factRows(db, calendar);
  let counted = 0;
  for (const entry of ledger.entries()) {
    if (entry.event !== 'submission_committed') continue;
    const body = JSON.parse(entry.body) as CommittedBody;
    counted += body.facts;
    if (facts.digestOf(body.submission, body.firstFact, body.facts) === body.digest) continue;
    problems.push({
      fa: `داده‌های ارسال ${body.submission} با آنچه هنگام دریافت ثبت شد یکی نیست.`,
      en: `The facts of submission ${body.submission} differ from what was committed.`,
    });
  }
  const stored = db.prepare<[], number>('select count(*) from fact').pluck().get() ?? 0;
  if (stored !== counted) {
    problems.push({
      fa: `${stored} داده در پایگاه هست ولی ${counted} داده ثبت شده بود.`,
      en: `There are ${stored} facts, but ${counted} were committed.`,
    });
  }
  return problems;
}

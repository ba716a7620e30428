import type { Database } from 'better-sqlite3';
import type { Calendar, Period } from '../domain/calendar.js';
import { monthOf, yearOf } from '../domain/calendar.js';
import type { Ledger } from './ledger.js';

/** What every part of the store works with. */
export interface StoreContext {
  db: Database;
  file: string;
  calendar: Calendar;
  now: () => string;
  ledger: Ledger;
}

/** Fiscal year and month of a period: in a Gregorian fiscal year text order is not time order. */
export function fiscal(calendar: Calendar, period: Period): { year: number; month: number } {
  return { year: yearOf(calendar, period), month: monthOf(calendar, period) };
}

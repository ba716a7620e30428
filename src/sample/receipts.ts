import { newDate } from 'date-fns-jalali/newDate';

/** A UTC instant in the working hours of a day of the Jalali calendar: the day is the same in Tehran, summer or winter. */
export function instantOf(year: number, month: number, day: number, minutes: number): string {
  const noon = newDate(year, month - 1, day, 12);
  const midnight = Date.UTC(noon.getFullYear(), noon.getMonth(), noon.getDate());
  return new Date(midnight + (4 * 60 + minutes) * 60_000).toISOString();
}

import type { Calendar } from '../calendar.js';
import { fullJalaliYear } from './header-key.js';

export const OTHER_KIND: Record<Calendar['kind'], Calendar['kind']> = { jalali: 'gregorian', gregorian: 'jalali' };

/** The calendar to which a four-digit year belongs (1200..1599 Jalali, 1800..2199 Gregorian); null = no year that we meet. */
export function calendarOfYear(year: number): Calendar['kind'] | null {
  if (year >= 1200 && year <= 1599) return 'jalali';
  return year >= 1800 && year <= 2199 ? 'gregorian' : null;
}

/** A year in full: two digits from 50 are of the ending century, below 50 of the one that began. */
export function fullYear(kind: Calendar['kind'], year: number): number {
  if (kind === 'jalali' || year >= 100) return fullJalaliYear(year);
  return year >= 50 ? 1900 + year : 2000 + year;
}

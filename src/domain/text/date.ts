/** The reading of dates and months, in one place for those who only want to read one. */
export { gregorianOf, parseDate, type ReadDate } from './day.js';
export { findPeriods, parsePeriod } from './period.js';

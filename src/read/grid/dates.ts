const DAY_MS = 86_400_000;
/** Serial 0 of the two date systems of Excel, as UTC. */
const ZERO_1900 = Date.UTC(1899, 11, 30);
const ZERO_1904 = Date.UTC(1904, 0, 1);
/** 31 December 9999, the last day that Excel can show. */
const LAST_SERIAL = 2_958_465;

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z?)?$/;

const TIME = /^(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?$/;
const DURATION = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/;

/** True for a serial that Excel shows as a date; beyond it the cell shows only #####. */
export function isSerial(serial: number): boolean {
  return serial >= 0 && serial < LAST_SERIAL + 1;
}

/** The serial of an ISO date cell (`2024-03-20`, with or without a time, or a time alone); null = no such moment. */
export function serialOfIso(text: string, date1904: boolean): number | null {
  const clock = TIME.exec(text);
  if (clock) return Number(clock[1]) < 24 ? dayFraction(clock) : null;
  const match = ISO.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return null;
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).toISOString().slice(0, 10) !== text.slice(0, 10)) return null;
  if ((hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return null;
  const time = ((hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0)) / 86_400;
  const serial = (midnight - (date1904 ? ZERO_1904 : ZERO_1900)) / DAY_MS + time;
  return isSerial(serial) ? serial : null;
}

/** The serial of a length of time (`PT12H30M00S`); null = not one. */
export function serialOfDuration(text: string): number | null {
  const match = DURATION.exec(text);
  return match && text !== 'PT' ? dayFraction(match) : null;
}

function dayFraction([, hours = '0', minutes = '0', seconds = '0']: RegExpExecArray): number {
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

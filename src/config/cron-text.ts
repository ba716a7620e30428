const FIELDS: readonly (readonly [number, number])[] = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
];

/** True for five fields of numbers, `*`, lists, ranges and steps within the bounds of minute, hour, day, month, weekday. */
export function isCronText(text: string): boolean {
  const fields = text.trim().split(/\s+/);
  return (
    fields.length === FIELDS.length &&
    FIELDS.every(([low, high], index) => (fields[index] ?? '').split(',').every((part) => isPart(part, low, high)))
  );
}

function isPart(part: string, low: number, high: number): boolean {
  const match = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
  if (!match) return false;
  const [, first, last, step] = match;
  const from = first === undefined ? low : Number(first);
  const to = last === undefined ? from : Number(last);
  return from >= low && to <= high && from <= to && (step === undefined || Number(step) >= 1);
}

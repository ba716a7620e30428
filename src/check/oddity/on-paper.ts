import type { FactField } from '../../domain/fact.js';

/** A figure as the sender writes it: physical progress is a ratio inside and a percent on paper. */
export const onPaper = (field: FactField, value: number): number =>
  field === 'physical' ? Number((value * 100).toPrecision(12)) : value;

/** A stored result and a computed one agree: words exactly, numbers to 1e-9. */
export function same(stored: string | number, computed: string | number | undefined): boolean {
  if (typeof stored !== 'number' || typeof computed !== 'number') return stored === computed;
  return Math.abs(stored - computed) <= 1e-9 * Math.max(1, Math.abs(stored));
}

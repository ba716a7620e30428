import { type FormatKind, formatKind } from '../grid/formats.js';
import { attributeOf, type Element } from '../xml/xml.js';
import { SS } from './names.js';

/** Formats that have a name instead of a code. */
const NAMED: ReadonlyMap<string, FormatKind> = new Map([
  ['Percent', 'percent'],
  ...['General Date', 'Long Date', 'Medium Date', 'Short Date', 'Long Time', 'Medium Time', 'Short Time'].map(
    (name) => [name, 'date'] as const,
  ),
  ...['General', 'General Number', 'Currency', 'Euro Currency', 'Fixed', 'Standard', 'Scientific'].map(
    (name) => [name, 'plain'] as const,
  ),
  ['Yes/No', 'plain'],
  ['True/False', 'plain'],
  ['On/Off', 'plain'],
]);

/** Learns the number format of every style; a style without one has that of its parent, or that of `Default`. */
export class StyleBook {
  private readonly kinds = new Map<string, FormatKind>();
  private readonly parents = new Map<string, string>();
  private id = '';

  open(element: Element): void {
    if (element.local === 'Style') {
      this.id = attributeOf(element, SS, 'ID') ?? '';
      const parent = attributeOf(element, SS, 'Parent');
      if (parent !== null) this.parents.set(this.id, parent);
    } else if (element.local === 'NumberFormat') {
      const format = attributeOf(element, SS, 'Format') ?? 'General';
      this.kinds.set(this.id, NAMED.get(format) ?? formatKind(format));
    }
  }

  kindOf(id: string): FormatKind {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = this.parents.get(at)) {
      seen.add(at);
      const kind = this.kinds.get(at);
      if (kind) return kind;
    }
    return this.kinds.get('Default') ?? 'plain';
  }
}

import type { FormatKind } from '../grid/formats.js';
import { attributeOf, type Element } from '../xml/xml.js';
import { NUMBER, STYLE, TABLE } from './names.js';

const KINDS: Readonly<Record<string, FormatKind>> = {
  'percentage-style': 'percent',
  'date-style': 'date',
  'time-style': 'date',
  'number-style': 'plain',
  'currency-style': 'plain',
};

interface CellStyle {
  data: string | null;
  parent: string | null;
}

/** Learns which sheets are hidden, and how each cell style shows a number: some writers say percent only there. */
export class OdsStyles {
  private readonly kinds = new Map<string, FormatKind>();
  private readonly cells = new Map<string, CellStyle>();
  private readonly hiddenTables = new Set<string>();
  private current = '';

  open(element: Element): void {
    const { local, uri } = element;
    if (uri === NUMBER) {
      const kind = KINDS[local];
      if (kind) this.kinds.set(attributeOf(element, STYLE, 'name') ?? '', kind);
    } else if (local === 'style') {
      this.current = attributeOf(element, STYLE, 'name') ?? '';
      const data = attributeOf(element, STYLE, 'data-style-name');
      const parent = attributeOf(element, STYLE, 'parent-style-name');
      if (attributeOf(element, STYLE, 'family') === 'table-cell') this.cells.set(this.current, { data, parent });
    } else if (local === 'table-properties' && attributeOf(element, TABLE, 'display') === 'false')
      this.hiddenTables.add(this.current);
  }

  hidesTable(style: string): boolean {
    return this.hiddenTables.has(style);
  }

  kindOf(style: string): FormatKind {
    const seen = new Set<string>();
    for (let at: string | null = style; at !== null && !seen.has(at); ) {
      seen.add(at);
      const cell: CellStyle | undefined = this.cells.get(at);
      if (cell?.data) return this.kinds.get(cell.data) ?? 'plain';
      at = cell?.parent ?? null;
    }
    return 'plain';
  }
}

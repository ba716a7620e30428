import { builtInFormat, type FormatKind, formatKind } from '../grid/formats.js';
import type { ReadLimits } from '../limits.js';
import { attribute, readXml, SHEET_NAMESPACES } from '../xml/xml.js';

/** The format kind of every cell style, in their order. */
export function readStyles(name: string, bytes: Uint8Array, limits: ReadLimits): FormatKind[] {
  const spelled = new Map<number, FormatKind>();
  const ids: number[] = [];
  readXml({ name, bytes, root: 'styleSheet', namespaces: SHEET_NAMESPACES }, limits, {
    open(element, parent) {
      const id = Number(attribute(element, 'numFmtId') ?? '0');
      if (element.local === 'numFmt' && parent === 'numFmts')
        spelled.set(id, formatKind(attribute(element, 'formatCode') ?? ''));
      if (element.local === 'xf' && parent === 'cellXfs') ids.push(id);
    },
  });
  return ids.map((id) => spelled.get(id) ?? builtInFormat(id));
}

import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { ReadLimits } from '../limits.js';
import { Refusal } from '../refusal.js';

export type Element = SaxesTagNS;

/** What a part tells its reader: elements of the wanted namespaces only, with the parent's local name. */
export interface XmlHandlers {
  open(element: Element, parent: string): void;
  close?(local: string): void;
  text?(text: string): void;
}

export interface XmlPart {
  name: string;
  bytes: Uint8Array;
  root: string;
  namespaces: ReadonlySet<string>;
}

/** SpreadsheetML in the common (transitional) and the strict spelling. */
export const SHEET_NAMESPACES: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
]);

const CHUNK_BYTES = 256 * 1024;

/**
 * Reads one XML part strictly: UTF-8, no DOCTYPE, bounded depth and attributes, the right root, and closed at the end.
 * An element of a foreign namespace is skipped with all that it holds. Throws `Refusal`.
 */
export function readXml(part: XmlPart, limits: ReadLimits, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const damaged = (reason: string) => new Refusal('FILE_XML_DAMAGED', { part: part.name, reason });
  const limited = new Refusal('FILE_XML_LIMIT', { part: part.name });
  const path: string[] = [];
  let foreignDepth = 0;
  let attributes = 0;

  parser.on('error', (fault) => {
    throw damaged(fault.message.slice(0, 120));
  });
  parser.on('doctype', () => {
    throw new Refusal('FILE_XML_DOCTYPE', { part: part.name });
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > limits.xmlAttributes) throw limited;
  });
  parser.on('opentag', (element) => {
    attributes = 0;
    const parent = path.at(-1) ?? '';
    if (path.push(element.local) > limits.xmlDepth) throw limited;
    const wanted = part.namespaces.has(element.uri);
    if (path.length === 1 && (!wanted || element.local !== part.root)) throw damaged(`root is ${element.name}`);
    if (foreignDepth > 0 || !wanted) foreignDepth += 1;
    else handlers.open(element, parent);
  });
  parser.on('closetag', (element) => {
    path.pop();
    if (foreignDepth > 0) foreignDepth -= 1;
    else handlers.close?.(element.local);
  });
  const text = (piece: string) => {
    if (foreignDepth === 0) handlers.text?.(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);

  feed(parser, part);
  parser.close();
}

/** Decodes and hands over piece by piece, so that a large part is never one huge string. */
function feed(parser: SaxesParser<{ xmlns: true; position: false }>, { name, bytes }: XmlPart): void {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk: Uint8Array, stream: boolean): string => {
    try {
      return decoder.decode(chunk, { stream });
    } catch {
      throw new Refusal('FILE_XML_ENCODING', { part: name });
    }
  };
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    parser.write(decode(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES < bytes.length));
    const declared = parser.xmlDecl.encoding;
    if (declared && !/^(utf-8|us-ascii)$/i.test(declared)) throw new Refusal('FILE_XML_ENCODING', { part: name });
  }
}

/** The value of an attribute without a prefix; null = absent. */
export function attribute(element: Element, name: string): string | null {
  return element.attributes[name]?.value ?? null;
}

/** True for the two spellings of an XML boolean that say so. */
export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true';
}

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
  /** Where the last tag ended, in characters from the start. */
  let tagEnd = -1;

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
    tagEnd = parser.position;
  });
  parser.on('closetag', (element) => {
    path.pop();
    if (foreignDepth > 0) foreignDepth -= 1;
    else handlers.close?.(element.local);
    tagEnd = parser.position;
  });
  const text = (piece: string) => {
    if (foreignDepth === 0) handlers.text?.(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);

  let written = 0;
  const write = (piece: string) => {
    parser.write(piece);
    written += piece.length;
  };
  for (const chunk of decoded(part, () => parser.xmlDecl.encoding)) {
    for (const { markup, run } of pieces(chunk)) {
      write(markup);
      // Inside an attribute, a comment or outside of the root it is the parser's to judge.
      if (run !== '' && tagEnd === written && path.length > 0) text(run);
      else if (run !== '') write(run);
    }
  }
  parser.close();
}

/** The text of a part, piece by piece, so that a large part is never one huge string. Throws `Refusal`. */
function* decoded({ name, bytes }: XmlPart, declared: () => string | undefined): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk: Uint8Array, stream: boolean): string => {
    try {
      return decoder.decode(chunk, { stream });
    } catch {
      throw new Refusal('FILE_XML_ENCODING', { part: name });
    }
  };
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    yield decode(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES < bytes.length);
    const encoding = declared();
    if (encoding && !/^(utf-8|us-ascii)$/i.test(encoding)) throw new Refusal('FILE_XML_ENCODING', { part: name });
  }
}

/** A long run without markup, references, controls and anything that XML forbids, behind what may be a tag's end. */
const LONG_RUN = />[^<>&\]\p{Cc}\p{Cs}\uFFFE\uFFFF]{256,}/gu;

/** Cuts a text so that each `run` may be taken as it stands where it follows a tag: most of a large part is such text. */
function* pieces(chunk: string): Generator<{ markup: string; run: string }> {
  let at = 0;
  for (const match of chunk.matchAll(LONG_RUN)) {
    const start = match.index + 1;
    const end = match.index + match[0].length;
    yield { markup: chunk.slice(at, start), run: chunk.slice(start, end) };
    at = end;
  }
  yield { markup: chunk.slice(at), run: '' };
}

/** The value of an attribute without a prefix; null = absent. */
export function attribute(element: Element, name: string): string | null {
  return element.attributes[name]?.value ?? null;
}

/** The value of an attribute of a namespace, whatever its prefix; null = absent. */
export function attributeOf(element: Element, uri: string, name: string): string | null {
  for (const other of Object.values(element.attributes)) {
    if (other.local === name && other.uri === uri) return other.value;
  }
  return null;
}

/** True for the two spellings of an XML boolean that say so. */
export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true';
}

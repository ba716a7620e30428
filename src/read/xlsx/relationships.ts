import type { ReadLimits } from '../limits.js';
import { attribute, readXml } from '../xml/xml.js';
import type { Archive } from '../zip/gate.js';
import { readPart } from '../zip/inflate.js';

/** A link from one part to another: by its kind (`worksheet`, `styles`, …) and its target's part name. */
export interface Relationship {
  id: string;
  kind: string;
  target: string;
}

const NAMESPACES: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/package/2006/relationships',
  'http://purl.oclc.org/ooxml/package/relationships',
]);
const OFFICE_KIND =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/relationships\/(\w+)$/;

/** The relationships of a part (`''` = of the package) inside the package; links to the outside are never followed. */
export function readRelationships(archive: Archive, part: string, limits: ReadLimits): Relationship[] {
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const bytes = readPart(archive, name);
  const found: Relationship[] = [];
  if (!bytes) return found;
  readXml({ name, bytes, root: 'Relationships', namespaces: NAMESPACES }, limits, {
    open(element) {
      if (element.local !== 'Relationship' || attribute(element, 'TargetMode') === 'External') return;
      const kind = OFFICE_KIND.exec(attribute(element, 'Type') ?? '')?.[1] ?? '';
      const target = resolve(part.slice(0, slash), attribute(element, 'Target') ?? '');
      found.push({ id: attribute(element, 'Id') ?? '', kind, target });
    },
  });
  return found;
}

/** A part name from a target: absolute or relative to the folder; `..` only ever walks inside the package. */
function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

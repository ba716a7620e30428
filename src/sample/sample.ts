import { delimited, textFile } from './csv.js';
import { addFaults } from './faults.js';
import type { SampleFile } from './files.js';
import { generate } from './generate.js';
import { gridOf, type PlacementOf } from './grid.js';
import { LAYOUTS } from './layout.js';
import { placements } from './placements.js';
import { planTables } from './plan-tables.js';
import { readme } from './readme.js';
import { workbookFile } from './workbook.js';

const utf8 = new TextEncoder();

/** The whole sample as files: path inside the sample's folder → bytes. The same seed gives the same bytes. */
export async function sampleFiles(): Promise<Map<string, Uint8Array>> {
  const { plan, files: clean } = generate();
  const { files, faults } = addFaults(plan, clean);
  const out = new Map<string, Uint8Array>();
  for (const [name, text] of Object.entries(planTables(plan))) out.set(`plan/${name}.csv`, utf8.encode(text));
  const placementOf = placements(plan);
  for (const file of files) out.set(`inbox/${file.path}`, await bytesOf(file, placementOf));
  out.set('receipts.csv', utf8.encode(delimited([['path', 'received_at'], ...files.map(receiptOf)])));
  const fields = ['file', 'sheet', 'cell', 'code', 'effect', 'what', 'english'] as const;
  out.set(
    'faults.csv',
    utf8.encode(delimited([fields, ...faults.map((fault) => fields.map((field) => fault[field]))])),
  );
  // Lines end in CRLF as offices write them; git must hand the bytes out as they are.
  out.set('.gitattributes', utf8.encode('* -text\n'));
  out.set('README.md', utf8.encode(readme(plan, files, faults)));
  return out;
}

function receiptOf(file: SampleFile): string[] {
  return [file.path, file.receivedAt];
}

async function bytesOf(file: SampleFile, placementOf: PlacementOf): Promise<Uint8Array> {
  const layout = LAYOUTS[file.path];
  const isOfProjects = (code: string | undefined) => placementOf(code ?? '') !== undefined;
  const grids = file.sheets.map((sheet) =>
    // An indicator sheet beside the projects keeps its plain form.
    layout && isOfProjects(sheet.rows[0]?.code) ? gridOf(sheet, layout, placementOf) : gridOf(sheet),
  );
  const [first] = grids;
  if (!first) throw new RangeError(`${file.path} has no sheet`);
  const bytes = file.style.format === 'xlsx' ? await workbookFile(grids) : textFile(first, file.style, layout);
  return file.cutAt === undefined ? bytes : bytes.slice(0, Math.floor(bytes.length * file.cutAt));
}

import { delimited, textFile } from './csv.js';
import { addFaults } from './faults.js';
import type { SampleFile } from './files.js';
import { generate } from './generate.js';
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
  for (const file of files) out.set(`inbox/${file.path}`, await bytesOf(file));
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

async function bytesOf(file: SampleFile): Promise<Uint8Array> {
  const [first] = file.sheets;
  if (!first) throw new RangeError(`${file.path} has no sheet`);
  const bytes = file.style.format === 'xlsx' ? await workbookFile(file.sheets) : textFile(first, file.style);
  return file.cutAt === undefined ? bytes : bytes.slice(0, Math.floor(bytes.length * file.cutAt));
}

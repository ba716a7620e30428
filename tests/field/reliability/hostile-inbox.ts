import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSheet } from '../../read/case.js';
import { mutated } from '../../read/damage.js';
import { HOSTILE_FILES } from '../../read/hostile-cases.js';
import { sound } from '../../read/package-cases.js';
import { worksheet } from '../../read/workbook-parts.js';

const MB = 1024 * 1024;
const MUTATED = 150;

/** Files that are as large or as endless as the limits allow. */
function greedy(): { name: string; bytes: Uint8Array }[] {
  const text = (line: string, megabytes: number) =>
    Buffer.from(line.repeat(Math.floor((megabytes * MB) / line.length)));
  return [
    { name: 'newlines.csv', bytes: text('\n', 24) },
    { name: 'commas.csv', bytes: text(',', 24) },
    { name: 'one endless field.csv', bytes: text('x', 24) },
    { name: 'a quote for ever.csv', bytes: Buffer.concat([Buffer.from('a,b\n1,"'), text('2,3\n', 24)]) },
    { name: 'a million rows.csv', bytes: Buffer.concat([Buffer.from('project,spent_rial\n'), text('A1,1\n', 5)]) },
    { name: 'a bomb.xlsx', bytes: withSheet(worksheet(' '.repeat(160 * MB))) },
    {
      name: 'merged over all.xlsx',
      bytes: withSheet(worksheet('', '', '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    },
    {
      name: 'a column without end.xlsx',
      bytes: withSheet(worksheet('', '<cols><col min="1" max="2147483647" width="9"/></cols>')),
    },
    { name: 'the last row.xlsx', bytes: withSheet(worksheet('<row r="2147483647"><c><v>1</v></c></row>')) },
  ];
}

const NAMES = [
  'line\nbreak.csv',
  '\u202Egnp.csv',
  '<img src=x onerror=alert(1)>.csv',
  "'; drop table fact; --.csv",
  '$(touch pwned).csv',
  '-rf.csv',
  `${'ن'.repeat(120)}.csv`,
  'cafe\u0301.csv',
  'café.csv',
  '__proto__.csv',
];

/** Fills an inbox with all that is hostile; the number of regular files that must come to an end, and of those to be left. */
export function hostileInbox(root: string): { taken: number; left: number } {
  const folder = join(root, 'data', 'inbox', 'D1');
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  const put = (name: string | Buffer, bytes: Uint8Array) => {
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]), bytes);
    taken += 1;
  };
  for (const { name, bytes } of [...HOSTILE_FILES, ...greedy()]) put(name, bytes);
  for (let seed = 0; seed < MUTATED; seed += 1) put(`mutated ${seed}.xlsx`, mutated(sound, seed));
  for (const [index, name] of NAMES.entries()) put(name, Buffer.from(`project,spent_rial\nZ${index},1\n`));
  put(Buffer.from([0x66, 0xff, 0xfe, 0x2e, 0x63, 0x73, 0x76]), Buffer.from('project,spent_rial\nZ99,1\n'));
  // What is no file, or too big, stays where it lies.
  for (let index = 0; index < 8; index += 1) execFileSync('mkfifo', [join(folder, `pipe ${index}.csv`)]);
  symlinkSync('/etc/passwd', join(folder, 'link.csv'));
  symlinkSync('/dev/zero', join(folder, 'endless.csv'));
  symlinkSync('nowhere', join(folder, 'dangling.csv'));
  mkdirSync(join(folder, 'folder.csv'));
  writeFileSync(join(folder, 'a terabyte.xlsx'), '');
  truncateSync(join(folder, 'a terabyte.xlsx'), 1024 ** 4);
  writeFileSync(join(folder, '~$open.xlsx'), 'x');
  writeFileSync(join(folder, 'half.part'), 'x');
  linkSync(join(folder, '-rf.csv'), join(folder, 'second name.csv'));
  taken += 1;
  return { taken, left: 3 };
}

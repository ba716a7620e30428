import { gzipSync } from 'node:zlib';
import { type Case, latin1, tall, utf8 } from './case.js';
import { xlsx, zip } from './workbook-parts.js';

const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(`${stream}\0`, 'utf16le')]);

export const FORMATS: Case[] = [
  ['no bytes', new Uint8Array(), ['FILE_EMPTY']],
  ['blank lines only', utf8('\n\n  \n'.replaceAll(' ', '')), ['FILE_EMPTY']],
  ['delimiters only', utf8(';;;\n;;;\n'), ['FILE_EMPTY']],
  ['a workbook without a filled cell', xlsx('<row r="1"><c r="A1" s="1"/></row>'), ['FILE_EMPTY']],
  ['a file above the limit', utf8('a,b\n1,2\n'), ['FILE_TOO_BIG'], { fileBytes: 5 }],
  ['a workbook with a password', ole('EncryptedPackage'), ['FILE_ENCRYPTED']],
  ['a stub of an old workbook', ole('Workbook'), ['FILE_BOOK_DAMAGED']],
  ['an old Word document', ole('WordDocument'), ['FILE_FORMAT_DOCUMENT']],
  [
    'HTML in UTF-16 without a table',
    Buffer.from('\uFEFF<html><body>پروژه</body></html>', 'utf16le'),
    ['FILE_FORMAT_DOCUMENT'],
  ],
  ['other XML', utf8('<?xml version="1.0"?><data/>'), ['FILE_FORMAT_DOCUMENT']],
  ['PDF renamed', latin1('%PDF-1.7\n%\xe2\xe3'), ['FILE_FORMAT_DOCUMENT']],
  ['a photograph', Buffer.from('ffd8ffe000104a464946', 'hex'), ['FILE_FORMAT_DOCUMENT']],
  ['gzip', gzipSync('a,b\n1,2\n'), ['FILE_FORMAT_PACKED']],
  ['a zip of a text file', zip({ 'report.csv': 'a,b\n1,2\n' }), ['FILE_FORMAT_PACKED']],
  ['docx renamed', zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<d/>' }), ['FILE_FORMAT_DOCUMENT']],
  ['Apple Numbers', zip({ 'Index/Document.iwa': 'x', 'Index/Tables.iwa': 'y' }), ['FILE_FORMAT_OLD']],
  [
    'PowerPoint renamed',
    zip({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' }),
    ['FILE_FORMAT_DOCUMENT'],
  ],
  [
    'an OpenDocument text',
    zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
    ['FILE_FORMAT_PACKED'],
  ],
  ['RTF', utf8('{\\rtf1 x}'), ['FILE_FORMAT_DOCUMENT']],
  ['RAR', Buffer.from('526172211a0700', 'hex'), ['FILE_FORMAT_PACKED']],
  ['7-Zip', Buffer.from('377abcaf271c0004', 'hex'), ['FILE_FORMAT_PACKED']],
  ['a PNG', Buffer.from('89504e470d0a1a0a', 'hex'), ['FILE_FORMAT_DOCUMENT']],
  ['a program', Buffer.from('7f454c4602010100000000000001020304050607', 'hex'), ['FILE_FORMAT_UNKNOWN']],
];

export const TEXTS: Case[] = [
  ['zeros behind a text', Buffer.concat([utf8('a,b\n1,2\n'), Buffer.alloc(40)]), ['FILE_ZERO_TAIL']],
  ['only zeros', Buffer.alloc(4096), ['FILE_ZERO_TAIL']],
  ['a NUL inside', utf8('a,b\n1\0,2\n'), ['FILE_NUL']],
  [
    'damaged UTF-8',
    latin1(`${utf8('پروژه,مبلغ\nپل کابلی فاز یک,۱۲\n').toString('latin1')}\xff,3\n`),
    ['FILE_ENCODING_DAMAGED'],
  ],
  ['UTF-8 cut inside a letter', utf8('پروژه,مبلغ\nپل کابلی فاز یک,۱۲').subarray(0, -1), ['FILE_ENCODING_DAMAGED']],
  [
    'UTF-16 cut inside a letter',
    Buffer.from('\uFEFFکد,ب\n1,2\n', 'utf16le').subarray(0, -1),
    ['FILE_ENCODING_DAMAGED'],
  ],
  ['French Windows', latin1('projet;d\xe9pense;ann\xe9e\n1;2;3\n'), ['FILE_ENCODING_UNKNOWN']],
  ['UTF-8 saved as if 1256', utf8('ط´ظ‡ط±ط¯ط§ط±غŒ;ظ‚ظ…\n1;2\n'), ['FILE_MOJIBAKE']],
  ['a quote never closed', utf8('a,b\n1,"2\n3,4\n'), ['FILE_QUOTE_OPEN']],
  [
    'a quote closed two rows later',
    utf8('a,b,c\n1,2,3\n"4,5,6\n7,8,9\n10",11,12\n13,14,15\n'),
    ['FILE_QUOTE_SWALLOWED'],
  ],
  ['an endless record', utf8(`a,b\n1,"${'x'.repeat(70_000)}"\n`), ['FILE_RECORD_TOO_LONG']],
  ['too many rows', utf8('a,b\n1,2\n3,4\n'), ['FILE_ROWS_TOO_MANY'], { records: 2 }],
  ['too many rows of a sheet', xlsx(tall(3)), ['FILE_ROWS_TOO_MANY'], { records: 2 }],
  ['too many columns', utf8('a,b,c\n1,2,3\n'), ['FILE_COLUMNS_BEYOND'], { columns: 2 }],
  ['a last line cut off', utf8('a,b,c\n1,2,3\n4,5,6\n7,8'), ['FILE_MAYBE_CUT']],
];

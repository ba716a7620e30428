/** Namespaces of an OpenDocument sheet. Elements of any other (drawings, scripts) are passed over with what they hold. */
export const OFFICE = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0';
export const TABLE = 'urn:oasis:names:tc:opendocument:xmlns:table:1.0';
export const TEXT = 'urn:oasis:names:tc:opendocument:xmlns:text:1.0';
export const STYLE = 'urn:oasis:names:tc:opendocument:xmlns:style:1.0';
export const NUMBER = 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0';
export const CALC = 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0';

export const ODS_NAMESPACES: ReadonlySet<string> = new Set([OFFICE, TABLE, TEXT, STYLE, NUMBER]);

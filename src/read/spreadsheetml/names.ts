export const SS = 'urn:schemas-microsoft-com:office:spreadsheet';
export const EXCEL = 'urn:schemas-microsoft-com:office:excel';

/** The spreadsheet's own elements, and the HTML in which rich text is written. */
export const SS_NAMESPACES: ReadonlySet<string> = new Set([SS, EXCEL, 'http://www.w3.org/TR/REC-html40']);

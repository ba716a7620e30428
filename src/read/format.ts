/** What a file turned out to be; `unknown` where no reader takes it. */
export const FORMATS = ['csv', 'xlsx', 'xls', 'xlsb', 'ods', 'xml', 'html', 'unknown'] as const;
export type Format = (typeof FORMATS)[number];

/** A fault of a template file, its path inside it, and the smallest file that has it. */
export const TEMPLATE_FAULTS: [code: string, path: string, value: unknown][] = [
  ['TEMPLATE_SHAPE', '$', []],
  ['TEMPLATE_KEY_UNKNOWN', '$.sinonims', { sinonims: [] }],
  ['TEMPLATE_SHAPE', 'synonyms', { synonyms: {} }],
  ['TEMPLATE_SHAPE', 'synonyms[0].header', { synonyms: [{ header: '', field: 'note' }] }],
  ['TEMPLATE_SHAPE', 'synonyms[0].sheet', { synonyms: [{ header: 'x', field: 'note', sheet: 'plan' }] }],
  ['TEMPLATE_FIELD_UNKNOWN', 'synonyms[0].field', { synonyms: [{ header: 'x', field: 'spent_rials' }] }],
  ['TEMPLATE_FIELD_UNKNOWN', 'synonyms[0].field', { synonyms: [{ header: 'x', field: 'value', sheet: 'project' }] }],
  ['TEMPLATE_UNIT_UNKNOWN', 'synonyms[0].unit', { synonyms: [{ header: 'x', field: 'spent_rial', unit: 'دلار' }] }],
  [
    'TEMPLATE_HEADER_TWICE',
    'synonyms[1].header',
    {
      synonyms: [
        { header: 'مبلغ', field: 'spent_rial' },
        { header: 'مبلغ ', field: 'note' },
      ],
    },
  ],
  ['TEMPLATE_LAYOUT_TWICE', 'layouts[1].department', { layouts: [{ department: 'R03' }, { department: 'R03' }] }],
];

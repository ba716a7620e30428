/** Sample: the departments that carry out a goal; the first one owns it. */
export const UNITS_OF_GOAL: Readonly<Record<string, readonly string[]>> = {
  '1': ['D04', 'O13', 'O14', 'O10'],
  '2': ['D05', 'O12', 'U02', 'O04'],
  '3': ['O13', 'D04', 'O11'],
  '4': ['O13', 'O14', 'D04'],
  '5': ['D03', 'O06', 'O08', 'O09'],
  '6': ['D02', 'D03', 'O07'],
  '7': ['O01', 'D02'],
  '8': ['O02', 'O03', 'O11', 'O10'],
  '9': ['D05', 'D02', 'O04', 'O12'],
  '10': ['O05', 'U03'],
  '11': ['D06', 'D01', 'U01', 'U02', 'U03'],
};

/** Districts of the zones of spatial schemes: centre, west, south, east. */
export const DISTRICTS_OF_ZONE: Readonly<Record<number, readonly number[]>> = {
  1: [1, 7],
  2: [2, 6],
  3: [4, 8],
  4: [3, 5],
};

/** Departments whose sheets name no unit of money: they agreed on million rial once for all. */
export const AGREED_UNIT: ReadonlySet<string> = new Set(['R04', 'O12']);

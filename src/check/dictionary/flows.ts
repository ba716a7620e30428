/** The flow of one month, by the cumulative column that the contract asks for. */
const FLOWS: Readonly<Record<string, string>> = {
  physical_percent: 'phys_month',
  quantity: 'quantity_month',
  allocated_rial: 'allocated_month',
  committed_rial: 'committed_month',
  certified_rial: 'certified_month',
  spent_rial: 'spent_month',
  spent_noncash_rial: 'spent_noncash_month',
};

const CUMULATIVE: ReadonlyMap<string, string> = new Map(
  Object.entries(FLOWS).map(([cumulative, flow]): [string, string] => [flow, cumulative]),
);

/** The name of a column that holds the flow of one month of this field; null where a flow of it makes no sense. */
export function flowField(field: string): string | null {
  return FLOWS[field] ?? null;
}

/** The cumulative field behind a column of flows; null for every other column. */
export function cumulativeOf(field: string): string | null {
  return CUMULATIVE.get(field) ?? null;
}

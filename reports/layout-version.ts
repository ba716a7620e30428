/** How workbooks look; printed with each, and no part of a run's digest: another look alone makes no new edition. */
export const LAYOUT_VERSION = 'layout-3';

import { hearGaps } from '../src/domain/catalogue/render.js';

/** Loaded before every test: what a person would read as «unknown» for want of a parameter of ours fails the test that meets it. */
export function refuseGaps(): void {
  hearGaps((what) => {
    throw new Error(what);
  });
}

refuseGaps();

import { beforeAll, describe, expect, it } from 'vitest';
import { type Expected, expectedOfPlan } from '../../src/sample/expected.js';
import { addFaults } from '../../src/sample/faults.js';
import { generate } from '../../src/sample/generate.js';

describe('calibration of the sample', () => {
  let expected: Expected;
  beforeAll(() => {
    const { plan, files } = generate();
    expected = expectedOfPlan(plan, addFaults(plan, files).files, 6);
  });

  it('puts the headline of 1399-06 where the story wants it', () => {
    expect(expected.physical).toBeGreaterThan(0.59);
    expect(expected.physical).toBeLessThan(0.599);
    expect(expected.budget).toBeGreaterThan(0.985);
    expect(expected.budget).toBeLessThan(1.005);
  });
});

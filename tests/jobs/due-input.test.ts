import { expect, it } from 'vitest';
import { duePeriods } from '../../jobs/due.js';
import { dueInput } from '../../jobs/due-input.js';
import { readConfig } from '../../src/config/index.js';
import { pipelineOf } from '../cli/fakes.js';

it('reports nothing of the months before a plan begins, however early the plan was loaded', async () => {
  const { config } = readConfig('{}');
  const version = { id: 1, effective: '1400-01', recordedAt: '2020-12-25T08:00:00.000Z', digest: '' };
  const plan = { version, projects: 1, nodes: 1, firstPeriod: '1400-01', lastPeriod: '1400-12' };
  const pipeline = pipelineOf({
    status: async () => ({
      period: null,
      plan,
      departments: [],
      reporting: null,
      periods: [],
      jobs: [],
      ignored: [],
      mail: null,
      problems: [],
      recoveries: [],
      questions: { open: 0, overdue: 0, answered: 0 },
      service: null,
    }),
    periodsWithFacts: () => [],
    jobRuns: () => [],
  });
  const input = await dueInput(pipeline, config, new Date('2021-06-30T08:00:00Z'));
  expect(duePeriods(input)[0]).toBe('1400-01');
});

import type { ControlFigures, IndicatorMonth } from '../domain/month.js';
import { departmentEarnedValues, nodeEarnedValues, projectEarnedValues } from '../measure/control/earned-value.js';
import { workForecasts } from '../measure/control/works.js';
import type { Context } from './context.js';
import { controlOf } from './evm.js';
import { indicatorsOf } from './indicators.js';
import type { Question } from './questions.js';

/** Project control of a month at every place, for the reports. */
export function controlFigures(context: Context, question: Question): ControlFigures {
  const { control, critical, remarks } = controlOf(context, question);
  return {
    nodes: nodeEarnedValues(control),
    departments: departmentEarnedValues(control),
    projects: projectEarnedValues(control),
    works: workForecasts(control.model.input),
    critical,
    remarks,
  };
}

/** Indicators in the headline's own scope and basis, at every place where they stand. */
export function indicatorMonth(context: Context, question: Question): IndicatorMonth {
  const { figures, tree } = indicatorsOf(context, question);
  const departments = [...new Set(figures.map(({ department }) => department))];
  return {
    figures,
    weights: tree.weightsAt(question.plan.code),
    rollups: new Map(tree.places().map((code) => [code, tree.of(code)])),
    departments: new Map(departments.map((code) => [code, tree.ofDepartment(code)])),
  };
}

/** The floors of the house: who may import whom. One rule for each floor, with its reason. */

/** A floor may import itself and what is listed; everything else inside the project is forbidden. */
function floor(name, from, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from },
    to: { path: '^(src|jobs|reports|tests)/', pathNot: [from, '^src/domain/', ...allowed] },
  };
}

/** A package may be used on one floor only. */
function only(packageName, from, comment) {
  return {
    name: `only-${packageName}`,
    comment,
    severity: 'error',
    from: { path: '^(src|jobs|reports)/', pathNot: from },
    to: { path: `^node_modules/${packageName}/` },
  };
}

module.exports = {
  forbidden: [
    floor('domain', '^src/domain/', [], 'records and arithmetic know nothing of stages, files or SQL'),
    {
      name: 'domain-packages',
      comment: 'the domain may use the calendar library, and nothing else from outside',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/domain/', '^node_modules/date-fns'] },
    },
    floor('read', '^src/read/', [], 'a stage: bytes to tables; stages never import each other'),
    floor('check', '^src/check/', [], 'a stage: tables to facts and findings, pure'),
    floor('store', '^src/store/', [], 'a stage: the only place with SQL'),
    floor('measure', '^src/measure/', [], 'a stage: plan and facts to measures, pure'),
    floor('report', '^src/report/', [], 'a stage: the sheet model and its one adapter'),
    floor('deliver', '^src/deliver/', [], 'a stage: publication'),
    floor('config', '^src/config/', [], 'configuration is read by everyone and knows no one'),
    floor(
      'pipeline',
      '^src/pipeline/',
      ['^src/(read|check|store|measure|report|deliver|config)/', '^reports/'],
      'the only floor that knows the stages and the outside world',
    ),
    floor('reports', '^reports/', ['^src/report/'], 'definitions are pure: month figures to sheets'),
    floor('jobs', '^jobs/', ['^src/(pipeline|config)/', '^reports/'], 'jobs say when, the pipeline says how'),
    floor(
      'cli',
      '^src/cli/',
      ['^src/(pipeline|config)/', '^reports/', '^jobs/'],
      'serve starts the scheduler of jobs/',
    ),
    floor(
      'bench',
      '^src/bench/',
      ['^src/(read|check|measure|pipeline|config)/'],
      'measures stages from outside: against the bare libraries, or against a truth that it planted, through the whole pipeline where a city would; ships with nobody',
    ),
    floor(
      'sample',
      '^src/sample/',
      [],
      'the sample is made without the program that reads it, so that the two can disagree',
    ),
    only('better-sqlite3', '^src/store/', 'SQLite is spoken in the store only'),
    only('exceljs', '^src/(report|sample|bench)/', 'exceljs writes workbooks; it reads no stranger’s file'),
    only('csv-parse', '^src/(read|bench)/', 'text tables are split in the read stage only'),
    only('@e965/xlsx', '^src/(read|bench)/', 'old workbooks are read in the read stage only, behind the fence'),
    only('htmlparser2', '^src/read/', 'foreign HTML is parsed in the read stage only'),
    only('saxes', '^src/read/', 'foreign XML is parsed in the read stage only'),
    only('nodemailer', '^src/deliver/', 'mail leaves through the delivery stage only'),
    only('node-cron', '^jobs/', 'cron is only the wake-up'),
    only('commander', '^src/cli/', 'the command line library stays at the command line'),
    {
      name: 'no-cycles',
      comment: 'a file can be read on its own',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'pure-stages',
      comment: 'measure, check, reports and domain touch no files, processes or network',
      severity: 'error',
      from: { path: '^(src/(domain|measure|check)|reports)/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};

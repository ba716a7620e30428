import type { Texts } from './organisation.js';

export const NODES = 'plan,code,parent,level,title,weight,owner';
export const PROJECTS = 'code,title,node,department,year';
const project = (columns: string, values: string): Texts => ({
  projects: `${PROJECTS},${columns}\nP1,Bridge,S1,D1,1398\nP2,Bridge 2,S1,D1,1399,${values}`,
});
const INDICATORS = 'code,title,department,node,direction,aggregation,frequency';
const indicator = (direction: string, targets: string): Texts => ({
  indicators: `${INDICATORS}\nK,Beds,D1,G,${direction},last,monthly`,
  targets: `indicator,period_or_year,target,low,high,zero_below\n${targets}`,
});
const schedule = (rows: string): Texts => ({
  schedule: `project,period,planned_physical_percent,planned_quantity,planned_spend_rial\n${rows}`,
});
/** Two plans, an indicator of each, and rows from one to the other. */
export const crosswalk = (rows: string): Texts => ({
  plans: 'plan,title,first_year,last_year\nQ,Plan,1398,1399\nR,Next,1400,1404',
  nodes: `${NODES}\nQ,G,,goal,Roads\nQ,S1,G,scheme,Bridges\nQ,S2,G,scheme,Lights\nR,T,,scheme,Trees\nR,U,,scheme,Lamps`,
  indicators: `${INDICATORS}\nK,Beds,D1,G,up,last,monthly\nL,Beds,D1,T,up,last,monthly`,
  targets: 'indicator,period_or_year,target\nK,1399,9\nL,1400,9',
  crosswalk: `from_plan,from_code,to_plan,to_code,share\n${rows}`,
});
const quantity = { projects: `${PROJECTS},quantity,unit\nP1,Bridge,S1,D1,1399,20,km` };

/** What is written → what is found, and exactly there. One case for each code, in the catalogue's order. */
export const PLAN_CASES: [found: string, texts: Texts][] = [
  ['PLAN_TABLE_UNKNOWN colours.csv!', { colours: 'a,b\n1,2' }],
  ['PLAN_TABLE_REPEATED برنامه‌ها.csv!', { برنامه‌ها: 'plan,title,first_year,last_year\nZ,Z,1398,1399' }],
  ['PLAN_TABLE_MISSING nodes.csv!', { nodes: '' }],
  ['PLAN_TABLE_MISSING plans.csv!', { plans: 'plan,title,first_year,last_year' }],
  ['PLAN_HEADER_MISSING nodes.csv!row 1', { nodes: 'Q,G,,goal,Roads\nQ,S1,G,scheme,Bridges' }],
  ['PLAN_COLUMN_MISSING departments.csv!row 1 title', { departments: 'code,email\nD1,a@b.ir' }],
  [
    'PLAN_COLUMN_UNKNOWN departments.csv!C1 Blood type',
    { departments: 'code,title,Blood type\nD1,Works,0\nD2,Parks,A' },
  ],
  ['PLAN_COLUMN_REPEATED departments.csv!C1 Title', { departments: 'code,title,Title\nD1,Works,W\nD2,Parks,P' }],
  ['PLAN_TOTAL_ROW works.csv!row 3', { works: 'work,title,start,end,total_rial\nW,Metro,,,10\nجمع کل,,,,10' }],
  ['PLAN_UNIT_ASSUMED projects.csv!F1 اعتبار مصوب', { projects: `${PROJECTS},اعتبار مصوب\nP1,Bridge,S1,D1,1398,1000` }],
  [
    'PLAN_UNKNOWN_UNIT departments.csv!C2 money_unit',
    { departments: 'code,title,money_unit\nD1,Works,dollar\nD2,Parks,' },
  ],
  ['PLAN_CELL_REQUIRED departments.csv!B3 title', { departments: 'code,title\nD1,Works\nD2,' }],
  ['PLAN_ERROR_CELL departments.csv!B3 title', { departments: 'code,title\nD1,Works\nD2,#REF!' }],
  ['PLAN_NOT_A_NUMBER projects.csv!F3 weight', project('weight', 'heavy')],
  ['PLAN_AMBIGUOUS_NUMBER projects.csv!F3 approved_rial', project('approved_rial', '1/250')],
  ['PLAN_DATE_IN_NUMBER projects.csv!F3 approved_rial', project('approved_rial', '1399/06/31')],
  ['PLAN_NUMBER_TOO_LARGE projects.csv!F3 approved_rial', project('approved_rial', '9007199254740993')],
  ['PLAN_NEGATIVE projects.csv!F3 approved_rial', project('approved_rial', '-5')],
  ['PLAN_PERCENT_RANGE projects.csv!F3 target_percent', project('target_percent', '101')],
  ['PLAN_MONEY_NOT_WHOLE projects.csv!F3 approved_rial', project('approved_rial', '10.5')],
  ['PLAN_NOT_WHOLE indicators.csv!D2 lag_months', { indicators: 'code,title,department,lag_months\nK,Beds,D1,1.5' }],
  ['PLAN_NOT_A_YEAR plans.csv!C2 first_year', { plans: 'plan,title,first_year,last_year\nQ,Plan,98,1399' }],
  ['PLAN_NOT_A_PERIOD projects.csv!F3 status_effective', project('status_effective', '1399-14')],
  ['PLAN_NOT_A_PERIOD projects.csv!F3 status_effective', project('status_effective', '2020-06')],
  ['PLAN_NOT_A_DATE projects.csv!F3 start', project('start', '1399/07/31')],
  ['PLAN_UNKNOWN_WORD projects.csv!F3 status', project('status', 'paused-ish')],
  ['PLAN_DATES_OUTSIDE_YEAR projects.csv!F3 start', project('start', '1400-01')],
  ['PLAN_DATES_REVERSED projects.csv!G3 end', project('start,end', '1399-06,1399/05/31')],
  ['PLAN_DUPLICATE_CODE projects.csv!A3 code', { projects: `${PROJECTS}\nP1,a,S1,D1,1398\np1,b,S1,D1,1399` }],
  ['PLAN_DUPLICATE_CODE departments.csv!A4 code', { departments: 'code,title\nD1,Works\nD2,Parks\nD1,Works' }],
  ['PLAN_DUPLICATE_ROW links.csv!row 3', { ...indicator('up', 'K,1399,5'), links: 'indicator,code\nK,G\nK,G' }],
  ['PLAN_UNKNOWN_PLAN nodes.csv!A3 plan', { nodes: `${NODES}\nQ,S1,,scheme,a\nZ,S2,,scheme,b` }],
  ['PLAN_UNKNOWN_NODE projects.csv!C2 node', { projects: `${PROJECTS}\nP1,a,S9,D1,1398` }],
  ['PLAN_UNKNOWN_NODE nodes.csv!C2 parent', { nodes: `${NODES}\nQ,S1,S9,scheme,a\nQ,S2,,scheme,b` }],
  ['PLAN_UNKNOWN_DEPARTMENT projects.csv!D2 department', { projects: `${PROJECTS}\nP1,a,S1,D9,1398` }],
  ['PLAN_UNKNOWN_DEPARTMENT nodes.csv!G2 owner', { nodes: `${NODES}\nQ,S1,,scheme,a,,D9\nQ,S2,,scheme,b` }],
  ['PLAN_UNKNOWN_PROJECT schedule.csv!A2 project', schedule('P9,1399-12,100')],
  ['PLAN_UNKNOWN_PROJECT projects.csv!F3 continues', project('continues', 'P9')],
  [
    'PLAN_UNKNOWN_COUNTERPART budget_changes.csv!D2 counterpart',
    { budget_changes: 'project,effective,approved_rial,counterpart\nP2,1399-05,10,P9' },
  ],
  ['PLAN_UNKNOWN_WORK projects.csv!F3 work', project('work', 'W9')],
  ['PLAN_UNKNOWN_INDICATOR targets.csv!A2 indicator', { targets: 'indicator,period_or_year,target\nK9,1399,5' }],
  ['PLAN_UNKNOWN_CODE reporters.csv!C2 code', { reporters: 'department,fields,code\nD1,money,X9' }],
  ['PLAN_NODE_CYCLE nodes.csv!C2 parent', { nodes: `${NODES}\nQ,S1,A,scheme,a\nQ,A,S1,goal,b\nQ,S2,,scheme,c` }],
  [
    'PLAN_PROJECT_CYCLE projects.csv!F2 continues',
    { projects: `${PROJECTS},continues\nP1,a,S1,D1,1398,P2\nP2,b,S1,D1,1399,P1` },
  ],
  ['PLAN_NOT_AN_EMAIL departments.csv!C2 email', { departments: 'code,title,email\nD1,Works,nobody\nD2,Parks,' }],
  ['PLAN_YEARS_REVERSED plans.csv!D2 last_year', { plans: 'plan,title,first_year,last_year\nQ,Plan,1399,1398' }],
  [
    'PLAN_HORIZON_EARLY plans.csv!E2 horizon_year',
    { plans: 'plan,title,first_year,last_year,horizon_year\nQ,P,1398,1399,1398' },
  ],
  [
    'PLAN_WITHOUT_NODES plans.csv!A3 plan',
    { plans: 'plan,title,first_year,last_year\nQ,Plan,1398,1399\nR,Next,1400,1404' },
  ],
  [
    'PLAN_PARENT_OF_OTHER_PLAN nodes.csv!C4 parent',
    {
      plans: 'plan,title,first_year,last_year\nQ,Plan,1398,1399\nR,Next,1400,1404',
      nodes: `${NODES}\nQ,S1,,scheme,a\nQ,S2,,scheme,b\nR,T,S1,scheme,c`,
      projects: `${PROJECTS}\nP3,Lamps,S2,D2,1399`,
    },
  ],
  ['PLAN_PROJECT_ABOVE_LEAF projects.csv!C2 node', { projects: `${PROJECTS}\nP1,a,G,D1,1398` }],
  ['PLAN_PROJECT_YEAR_OUTSIDE projects.csv!E2 year', { projects: `${PROJECTS}\nP1,a,S1,D1,1400` }],
  ['PLAN_WEIGHTS_ZERO nodes.csv!F3 weight', { nodes: `${NODES}\nQ,G,,goal,g,1\nQ,S1,G,s,a,0\nQ,S2,G,s,b,` }],
  ['PLAN_WEIGHTS_NOT_WHOLE nodes.csv!F2 weight', { nodes: `${NODES}\nQ,S1,,s,a,50\nQ,S2,,s,b,45` }],
  ['PLAN_WEIGHT_BLANK nodes.csv!F3 weight', { nodes: `${NODES}\nQ,S1,,s,a,50\nQ,S2,,s,b,` }],
  [
    'PLAN_SHARES_NOT_100 year_shares.csv!C2 share_percent',
    { year_shares: 'node,year,share_percent\nS1,1398,60\nS1,1399,39.98' },
  ],
  ['PLAN_SHARE_ABOVE_LEAF year_shares.csv!A2 node', { year_shares: 'node,year,share_percent\nG,1398,100' }],
  ['PLAN_SHARE_YEAR_OUTSIDE year_shares.csv!B2 year', { year_shares: 'node,year,share_percent\nS1,1397,100' }],
  ['PLAN_QUANTITY_MISSING projects.csv!row 3 quantity', project('progress_method', 'quantity')],
  ['PLAN_UNIT_MISSING projects.csv!row 3 unit', project('quantity', '16')],
  ['PLAN_BASIS_UNUSED projects.csv!F3 progress_basis', project('progress_basis,quantity,unit', 'life,16,km')],
  [
    'PLAN_LIFE_PERCENTS projects.csv!G3 target_percent',
    project('progress_basis,target_percent,opening_percent', 'life,,30'),
  ],
  [
    'PLAN_LIFE_PERCENTS_REVERSED projects.csv!G3 target_percent',
    project('progress_basis,target_percent,opening_percent', 'life,30,30'),
  ],
  ['PLAN_SUCCESSOR_MISSING projects.csv!row 3 successor', project('status', 'merged')],
  ['PLAN_SUCCESSOR_UNUSED projects.csv!F3 successor', project('successor', 'P1')],
  ['PLAN_SUCCESSOR_OTHER_YEAR projects.csv!F3 successor', project('successor,status', 'P1,merged')],
  ['PLAN_RELEASE_UNUSED projects.csv!F3 released', project('released', 'decision 12')],
  ['PLAN_CARRIED_WITHOUT_CONTINUES projects.csv!F3 carried_work', project('carried_work', 'بلی')],
  ['PLAN_CREDIT_WITHOUT_CONTINUES projects.csv!F3 carried_rial', project('carried_rial', '5')],
  [
    'PLAN_CARRIED_OVER_APPROVED projects.csv!F3 carried_rial',
    project('carried_rial,approved_rial,continues', '500,400,P1'),
  ],
  [
    'PLAN_CARRIED_TWICE projects.csv!F4 continues',
    {
      projects: `${PROJECTS},continues,carried_work\nP1,a,S1,D1,1398,,\nP2,b,S1,D1,1399,P1,yes\nP3,c,S1,D1,1399,P1,yes`,
    },
  ],
  [
    'PLAN_CONTINUES_LATER projects.csv!F2 continues',
    { projects: `${PROJECTS},continues\nP1,a,S1,D1,1398,P2\nP2,b,S1,D1,1399,` },
  ],
  ['PLAN_SCHEDULE_OUTSIDE_YEAR schedule.csv!B2 period', schedule('P2,1399-13,100')],
  [
    'PLAN_SCHEDULE_FALLS schedule.csv!C2 planned_physical_percent',
    schedule('P2,1399-06,40\nP2,1399-03,50\nP2,1399-12,100'),
  ],
  ['PLAN_SCHEDULE_FALLS schedule.csv!E3 planned_spend_rial', schedule('P2,1399-03,10,,2001\nP2,1399-12,100,,2000')],
  ['PLAN_SCHEDULE_NOT_COMPLETE schedule.csv!C3 planned_physical_percent', schedule('P2,1399-06,40\nP2,1399-12,99')],
  ['PLAN_SCHEDULE_NOT_COMPLETE schedule.csv!D2 planned_quantity', { ...quantity, ...schedule('P1,1399-12,,19') }],
  ['PLAN_SCHEDULE_QUANTITY schedule.csv!D2 planned_quantity', schedule('P2,1399-12,,5')],
  [
    'PLAN_SCHEDULE_DIFFERS schedule.csv!D2 planned_quantity',
    { ...quantity, ...schedule('P1,1399-06,40,9\nP1,1399-12,100,20') },
  ],
  ['PLAN_SCHEDULE_EMPTY schedule.csv!B2 period', schedule('P2,1399-06\nP2,1399-12,100')],
  ['PLAN_SPEND_NOT_BUDGET schedule.csv!E2 planned_spend_rial', schedule('P2,1399-12,100,,1999')],
  [
    'PLAN_CHANGE_OUTSIDE_YEAR budget_changes.csv!B2 effective',
    { budget_changes: 'project,effective,approved_rial\nP2,1400-01,10' },
  ],
  [
    'PLAN_TOTAL_OUTSIDE_YEAR budget_totals.csv!B2 period',
    { budget_totals: 'year,period,approved_rial,spent_rial\n1398,1399-01,1,1' },
  ],
  ['PLAN_INDICATOR_ASSUMED indicators.csv!A2 code', { indicators: 'code,title,department,node\nK,Beds,D1,G' }],
  ['PLAN_INDICATOR_WITHOUT_TARGET indicators.csv!A2 code', { indicators: 'code,title,department,node\nK,Beds,D1,G' }],
  ['PLAN_INDICATOR_WITHOUT_NODE indicators.csv!row 2 node', { indicators: 'code,title,department\nK,Beds,D1' }],
  ['PLAN_TARGET_BLANK targets.csv!C2 target', indicator('up', 'K,1399,')],
  ['PLAN_BAND_INCOMPLETE targets.csv!E2 high', indicator('band', 'K,1399,,5,')],
  ['PLAN_BAND_REVERSED targets.csv!F2 zero_below', indicator('band', 'K,1399,,5,8,6')],
  ['PLAN_UNKNOWN_MAPPED crosswalk.csv!B2 from_code', crosswalk('Q,S9,R,T,100')],
  ['PLAN_UNKNOWN_MAPPED crosswalk.csv!D2 to_code', crosswalk('Q,S1,R,P1,100')],
  ['PLAN_CROSSWALK_ORDER crosswalk.csv!C2 to_plan', crosswalk('R,T,Q,S1,100')],
  ['PLAN_CROSSWALK_ELSEWHERE crosswalk.csv!B2 from_code', crosswalk('Q,T,R,T,100')],
  ['PLAN_CROSSWALK_ELSEWHERE crosswalk.csv!D2 to_code', crosswalk('Q,K,R,K,100')],
  ['PLAN_CROSSWALK_KINDS crosswalk.csv!D2 to_code', crosswalk('Q,S1,R,L,100')],
  ['PLAN_CROSSWALK_ABOVE_100 crosswalk.csv!E2 share', crosswalk('Q,S1,R,T,60\nQ,S1,R,U,40.02')],
  ['PLAN_CROSSWALK_BLANK crosswalk.csv!E3 share', crosswalk('Q,S1,R,T,60\nQ,S1,R,U,')],
  ['PLAN_DUPLICATE_ROW crosswalk.csv!row 3', crosswalk('Q,S1,R,T,60\nQ,S1,R,T,40')],
];

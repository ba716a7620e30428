import { columnLetters } from '../domain/table.js';
import { CHART_COLOURS, type Chart, type ChartRange, type ChartSeries } from './chart.js';
import { refTo } from './sheet.js';
import { escaped } from './xml.js';

/** What stands in the cells of a range: a chart keeps a copy for programs that draw without computing. */
export type ValuesOf = (range: ChartRange) => (string | number | null)[];

export interface ChartVoice {
  rightToLeft: boolean;
  font: string;
  /** Prefix of number formats that asks for the digits of the language. */
  digits: string;
}

const AXES = { category: 111, value: 112 } as const;
const GREY = '6B7280';
const GRID = 'E2E7ED';
const LABEL_INK = '1F2937';

/** The chart part of a package. The order of elements is that of the schema (ECMA-376, DrawingML charts). */
export function chartXml(chart: Chart, valuesOf: ValuesOf, voice: ChartVoice): string {
  const drawn = chart.kind === 'lines' ? lineChart(chart, valuesOf, voice) : barChart(chart, valuesOf, voice);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"' +
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"' +
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    '<c:roundedCorners val="0"/>' +
    `<c:chart>${title(chart.title, 1100, voice)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${drawn}${categoryAxis(chart, voice)}${valueAxis(chart, voice)}</c:plotArea>` +
    `${chart.legend ? legend(chart, voice) : ''}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>${line(6350, 'D5DCE4')}</c:spPr>` +
    `${textLook(900, voice)}</c:chartSpace>`
  );
}

function barChart(chart: Chart, valuesOf: ValuesOf, voice: ChartVoice): string {
  const stacked = chart.kind === 'waterfall';
  const series = chart.series.map((one, index) => {
    const fill =
      one.look === 'unseen' ? '<a:noFill/><a:ln><a:noFill/></a:ln>' : `${solidFill(one)}<a:ln><a:noFill/></a:ln>`;
    const look = `<c:spPr>${fill}</c:spPr><c:invertIfNegative val="0"/>`;
    const labels = one.labelled ? dataLabels(chart, stacked ? 'ctr' : 'outEnd', voice) : '';
    return `<c:ser>${head(one, index, valuesOf)}${look}${labels}${body(chart, one, valuesOf, voice)}</c:ser>`;
  });
  return (
    `<c:barChart><c:barDir val="${chart.kind === 'bars' ? 'bar' : 'col'}"/>` +
    `<c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${series.join('')}` +
    `<c:gapWidth val="${stacked ? 40 : 60}"/>${stacked ? '<c:overlap val="100"/>' : ''}${axisIds()}</c:barChart>`
  );
}

function lineChart(chart: Chart, valuesOf: ValuesOf, voice: ChartVoice): string {
  const series = chart.series.map((one, index) => {
    const dash = one.look === 'dashed' ? '<a:prstDash val="sysDash"/>' : '';
    const pen = `<a:ln w="25400" cap="rnd">${solidFill(one)}${dash}<a:round/></a:ln>`;
    const dot = `<c:spPr>${solidFill(one)}<a:ln><a:noFill/></a:ln></c:spPr>`;
    const marker =
      one.look === 'dashed'
        ? '<c:marker><c:symbol val="none"/></c:marker>'
        : `<c:marker><c:symbol val="circle"/><c:size val="5"/>${dot}</c:marker>`;
    const labels = one.labelled ? dataLabels(chart, 't', voice) : '';
    const look = `<c:spPr>${pen}</c:spPr>${marker}${labels}`;
    const smooth = '<c:smooth val="0"/>';
    return `<c:ser>${head(one, index, valuesOf)}${look}${body(chart, one, valuesOf, voice)}${smooth}</c:ser>`;
  });
  return (
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}` +
    `<c:marker val="1"/>${axisIds()}</c:lineChart>`
  );
}

function axisIds(): string {
  return `<c:axId val="${AXES.category}"/><c:axId val="${AXES.value}"/>`;
}

function head({ name }: ChartSeries, index: number, valuesOf: ValuesOf): string {
  return `<c:idx val="${index}"/><c:order val="${index}"/><c:tx>${textRef(name, valuesOf)}</c:tx>`;
}

function body({ categories, format }: Chart, { values }: ChartSeries, valuesOf: ValuesOf, voice: ChartVoice): string {
  const stored = valuesOf(values);
  const points = stored.flatMap((value, index) =>
    typeof value === 'number' ? [`<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`] : [],
  );
  const cache =
    `<c:numCache><c:formatCode>${escaped(formatCode(format, voice))}</c:formatCode>` +
    `<c:ptCount val="${stored.length}"/>${points.join('')}</c:numCache>`;
  return (
    `<c:cat>${textRef(categories, valuesOf)}</c:cat>` +
    `<c:val><c:numRef><c:f>${escaped(address(values))}</c:f>${cache}</c:numRef></c:val>`
  );
}

function textRef(range: ChartRange, valuesOf: ValuesOf): string {
  const stored = valuesOf(range);
  const points = stored.map((value, index) => `<c:pt idx="${index}"><c:v>${escaped(String(value ?? ''))}</c:v></c:pt>`);
  const cache = `<c:strCache><c:ptCount val="${stored.length}"/>${points.join('')}</c:strCache>`;
  return `<c:strRef><c:f>${escaped(address(range))}</c:f>${cache}</c:strRef>`;
}

function address({ sheet, column, firstRow, lastRow }: ChartRange): string {
  const at = (row: number) => `$${columnLetters(column)}$${row}`;
  return refTo(sheet, firstRow === lastRow ? at(firstRow) : `${at(firstRow)}:${at(lastRow)}`);
}

function solidFill({ colour }: ChartSeries): string {
  return `<a:solidFill><a:srgbClr val="${CHART_COLOURS[colour]}"/></a:solidFill>`;
}

function line(width: number, colour: string): string {
  return `<a:ln w="${width}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln>`;
}

/** One decimal where points are meant; shares of the whole need none on an axis. */
function formatCode(format: Chart['format'], { digits }: ChartVoice): string {
  const code = format === 'percent' ? '0%' : '0.0';
  return `${digits}${code};\\-${digits}${code}`;
}

/** Time and rank run as the language reads; lying bars grow from the side where reading begins. */
function categoryAxis(chart: Chart, voice: ChartVoice): string {
  const lying = chart.kind === 'bars';
  const order = lying || voice.rightToLeft ? 'maxMin' : 'minMax';
  const side = lying ? (voice.rightToLeft ? 'r' : 'l') : 'b';
  return (
    `<c:catAx><c:axId val="${AXES.category}"/><c:scaling><c:orientation val="${order}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${side}"/>` +
    `${chart.categoryTitle === null ? '' : title(chart.categoryTitle, 800, voice)}` +
    '<c:numFmt formatCode="General" sourceLinked="0"/>' +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    `<c:spPr>${line(9525, 'AAB4C0')}</c:spPr>${textLook(lying ? 600 : 800, voice)}` +
    `<c:crossAx val="${AXES.value}"/><c:crosses val="autoZero"/><c:auto val="0"/>` +
    // Of lying bars each has its name, however many there are.
    `<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${lying ? '<c:tickLblSkip val="1"/>' : ''}` +
    '<c:noMultiLvlLbl val="1"/></c:catAx>'
  );
}

function valueAxis(chart: Chart, voice: ChartVoice): string {
  const lying = chart.kind === 'bars';
  const order = lying && voice.rightToLeft ? 'maxMin' : 'minMax';
  const side = lying ? 'b' : voice.rightToLeft ? 'r' : 'l';
  return (
    `<c:valAx><c:axId val="${AXES.value}"/><c:scaling><c:orientation val="${order}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${side}"/>` +
    `<c:majorGridlines><c:spPr>${line(6350, GRID)}</c:spPr></c:majorGridlines>` +
    `${chart.valueTitle === null ? '' : title(chart.valueTitle, 800, voice)}` +
    `<c:numFmt formatCode="${escaped(formatCode(chart.format, voice))}" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textLook(800, voice)}` +
    `<c:crossAx val="${AXES.category}"/><c:crosses val="${lying ? 'max' : 'autoZero'}"/>` +
    '<c:crossBetween val="between"/></c:valAx>'
  );
}

function legend({ series }: Chart, voice: ChartVoice): string {
  const unseen = series.flatMap(({ look }, index) =>
    look === 'unseen' ? [`<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`] : [],
  );
  return `<c:legend><c:legendPos val="b"/>${unseen.join('')}<c:overlay val="0"/>${textLook(800, voice)}</c:legend>`;
}

/** A step of nothing has no label; parts of a gap are told to a tenth, as in their table. */
function dataLabels({ kind, format }: Chart, position: string, voice: ChartVoice): string {
  const code = kind === 'waterfall' ? `${voice.digits}0.0%;\\-${voice.digits}0.0%;;` : formatCode(format, voice);
  return (
    `<c:dLbls><c:numFmt formatCode="${escaped(code)}" sourceLinked="0"/>` +
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textLook(700, voice, LABEL_INK)}<c:dLblPos val="${position}"/>` +
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>' +
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
  );
}

function title(text: string, size: number, voice: ChartVoice): string {
  const bold = size > 1000 ? 1 : 0;
  const lang = voice.rightToLeft ? 'fa-IR' : 'en-GB';
  const run = `<a:r><a:rPr lang="${lang}" sz="${size}" b="${bold}">${inks(voice)}</a:rPr><a:t>${escaped(text)}</a:t></a:r>`;
  const look = `<a:defRPr sz="${size}" b="${bold}">${inks(voice)}</a:defRPr>`;
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr${direction(voice)}>${look}</a:pPr>${run}</a:p></c:rich></c:tx>` +
    '<c:overlay val="0"/></c:title>'
  );
}

function textLook(size: number, voice: ChartVoice, ink = GREY): string {
  return (
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr${direction(voice)}>` +
    `<a:defRPr sz="${size}" b="0">${inks(voice, ink)}</a:defRPr></a:pPr>` +
    `<a:endParaRPr lang="${voice.rightToLeft ? 'fa-IR' : 'en-GB'}"/></a:p></c:txPr>`
  );
}

function direction({ rightToLeft }: ChartVoice): string {
  return rightToLeft ? ' rtl="1"' : '';
}

/** Ink and faces; the complex face is the one that Persian letters take. */
function inks({ font }: ChartVoice, ink = GREY): string {
  const face = escaped(font);
  return `<a:solidFill><a:srgbClr val="${ink}"/></a:solidFill><a:latin typeface="${face}"/><a:cs typeface="${face}"/>`;
}

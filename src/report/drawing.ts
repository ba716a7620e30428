import { strToU8 } from 'fflate';
import { invariant } from '../domain/invariant.js';
import type { Chart, ChartPlace, ChartRange } from './chart.js';
import { type ChartVoice, chartXml, type ValuesOf } from './chart-xml.js';
import { sheetName, sheetText } from './sanitise.js';
import type { Picture, Sheet, Workbook } from './sheet.js';
import { escaped } from './xml.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWINGML = 'http://schemas.openxmlformats.org/drawingml/2006';
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = {
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
} as const;

/** Parts that the writing library does not make: drawings with their charts and pictures, ready to join a package. */
export interface Drawings {
  parts: Map<string, Uint8Array>;
  /** Content types of the new parts; those of pictures go by the ends of their names. */
  overrides: { part: string; type: string }[];
  defaults: Set<string>;
  /** Which drawing belongs to which sheet, counted from 1. */
  bySheet: Map<number, string>;
}

export function drawingsOf(workbook: Workbook, voice: ChartVoice): Drawings {
  const drawings: Drawings = { parts: new Map(), overrides: [], defaults: new Set(), bySheet: new Map() };
  const valuesOf = valuesIn(workbook.sheets);
  let charts = 0;
  workbook.sheets.forEach((sheet, index) => {
    const { charts: own = [], picture } = sheet;
    if (own.length === 0 && !picture) return;
    const name = `drawing${index + 1}.xml`;
    const anchors: string[] = [];
    const relations: string[] = [];
    const relate = (type: string, target: string): string => {
      const id = `rId${relations.length + 1}`;
      relations.push(`<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`);
      return id;
    };
    if (picture) {
      const file = `logo${index + 1}.${picture.kind}`;
      drawings.parts.set(`xl/media/${file}`, picture.bytes);
      drawings.defaults.add(picture.kind);
      anchors.push(pictureAnchor(picture, relate('image', `../media/${file}`)));
    }
    for (const chart of own) {
      charts += 1;
      const part = `xl/charts/chart${charts}.xml`;
      drawings.parts.set(part, strToU8(chartXml(plainChart(chart), valuesOf, voice)));
      drawings.overrides.push({ part: `/${part}`, type: TYPES.chart });
      anchors.push(chartAnchor(chart, anchors.length + 2, relate('chart', `../charts/chart${charts}.xml`)));
    }
    const space = `xmlns:xdr="${DRAWINGML}/spreadsheetDrawing" xmlns:a="${DRAWINGML}/main"`;
    drawings.parts.set(`xl/drawings/${name}`, strToU8(`${HEADER}<xdr:wsDr ${space}>${anchors.join('')}</xdr:wsDr>`));
    drawings.parts.set(`xl/drawings/_rels/${name}.rels`, strToU8(relationships(relations.join(''))));
    drawings.overrides.push({ part: `/xl/drawings/${name}`, type: TYPES.drawing });
    drawings.bySheet.set(index + 1, name);
  });
  return drawings;
}

export function relationships(inner: string): string {
  return `${HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
}

/** Adds a relation to a part of relations, or begins one; returns it with the id of the new relation. */
export function withRelation(xml: string | null, type: string, target: string): { xml: string; id: string } {
  const known = xml ?? relationships('');
  const id = 'rIdDrawing';
  const relation = `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return { id, xml: known.replace('</Relationships>', `${relation}</Relationships>`) };
}

/** Names and titles in a chart as a sheet would hold them. */
function plainChart(chart: Chart): Chart {
  const named = (range: ChartRange): ChartRange => ({ ...range, sheet: sheetName(range.sheet) });
  return {
    ...chart,
    title: sheetText(chart.title),
    categories: named(chart.categories),
    series: chart.series.map((one) => ({ ...one, name: named(one.name), values: named(one.values) })),
  };
}

function valuesIn(sheets: readonly Sheet[]): ValuesOf {
  const byName = new Map(sheets.map((sheet) => [sheetName(sheet.name), sheet]));
  return ({ sheet, column, firstRow, lastRow }) => {
    const source = byName.get(sheet);
    invariant(source, `a chart draws from a sheet that the workbook has not: ${sheet}`);
    return source.rows.slice(firstRow - 1, lastRow).map(({ cells }) => {
      const value = cells[column - 1]?.value ?? null;
      return typeof value === 'string' ? sheetText(value) : value;
    });
  };
}

function chartAnchor({ place, title, description }: Chart, id: number, relation: string): string {
  const frame =
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${properties(id, title, description)}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${DRAWINGML}/chart">` +
    `<c:chart xmlns:c="${DRAWINGML}/chart" xmlns:r="${OFFICE}" r:id="${relation}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame>';
  return `<xdr:twoCellAnchor>${corners(place)}${frame}<xdr:clientData/></xdr:twoCellAnchor>`;
}

function properties(id: number, name: string, description: string): string {
  const plain = (text: string) => escaped(sheetText(text).replaceAll('\n', ' '));
  return `<xdr:cNvPr id="${id}" name="${plain(name)}" descr="${plain(description)}"/>`;
}

function corners({ firstColumn, firstRow, lastColumn, lastRow }: ChartPlace): string {
  const corner = (name: 'from' | 'to', column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return corner('from', firstColumn - 1, firstRow - 1) + corner('to', lastColumn, lastRow);
}

// English Metric Units in a point.
const EMU = 12_700;

function pictureAnchor({ column, row, width, height, description }: Picture, relation: string): string {
  const from = `<xdr:from><xdr:col>${column - 1}</xdr:col><xdr:colOff>${2 * EMU}</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>${2 * EMU}</xdr:rowOff></xdr:from>`;
  const size = `cx="${Math.round(width * EMU)}" cy="${Math.round(height * EMU)}"`;
  const picture =
    `<xdr:pic><xdr:nvPicPr>${properties(1, 'logo', description)}<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>` +
    `<xdr:blipFill><a:blip xmlns:r="${OFFICE}" r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`;
  return `<xdr:oneCellAnchor>${from}<xdr:ext ${size}/>${picture}<xdr:clientData/></xdr:oneCellAnchor>`;
}

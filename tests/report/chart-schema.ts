import type { Element } from './package.js';

/**
 * The order of children that the schema of DrawingML charts and drawings (ECMA-376 part 1, 21.2 and 20.5) gives each element
 * that we write; `!` = must be there, `*` = may repeat. What is not in the list may not stand there.
 */
const ORDERS: Record<string, string> = {
  'c:chartSpace': 'c:roundedCorners c:chart! c:spPr c:txPr',
  'c:chart': 'c:title c:autoTitleDeleted c:plotArea! c:legend c:plotVisOnly c:dispBlanksAs',
  'c:title': 'c:tx c:layout c:overlay',
  'c:rich': 'a:bodyPr! a:lstStyle a:p!*',
  'c:plotArea': 'c:layout c:barChart c:lineChart c:catAx! c:valAx!',
  'c:barChart': 'c:barDir! c:grouping c:varyColors c:ser* c:dLbls c:gapWidth c:overlap c:axId!*',
  'c:lineChart': 'c:grouping! c:varyColors c:ser* c:dLbls c:marker c:smooth c:axId!*',
  'barChart/c:ser': 'c:idx! c:order! c:tx c:spPr c:invertIfNegative c:dPt* c:dLbls c:cat c:val',
  'lineChart/c:ser': 'c:idx! c:order! c:tx c:spPr c:marker c:dPt* c:dLbls c:cat c:val c:smooth',
  'ser/c:marker': 'c:symbol c:size c:spPr',
  'c:dLbls':
    'c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize',
  'c:cat': 'c:strRef!',
  'c:val': 'c:numRef!',
  'ser/c:tx': 'c:strRef!',
  'title/c:tx': 'c:rich!',
  'c:strRef': 'c:f! c:strCache',
  'c:numRef': 'c:f! c:numCache',
  'c:strCache': 'c:ptCount c:pt*',
  'c:numCache': 'c:formatCode c:ptCount c:pt*',
  'c:pt': 'c:v!',
  'c:catAx':
    'c:axId! c:scaling! c:delete c:axPos! c:majorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx! c:crosses c:auto c:lblAlgn c:lblOffset c:tickLblSkip c:noMultiLvlLbl',
  'c:valAx':
    'c:axId! c:scaling! c:delete c:axPos! c:majorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx! c:crosses c:crossBetween c:majorUnit',
  'c:scaling': 'c:orientation c:max c:min',
  'c:majorGridlines': 'c:spPr',
  'c:legend': 'c:legendPos c:legendEntry* c:layout c:overlay c:spPr c:txPr',
  'c:legendEntry': 'c:idx! c:delete!',
  'c:spPr': 'a:noFill a:solidFill a:ln',
  'c:txPr': 'a:bodyPr! a:lstStyle a:p!*',
  'a:p': 'a:pPr a:r* a:endParaRPr',
  'a:pPr': 'a:defRPr',
  'a:defRPr': 'a:solidFill a:latin a:cs',
  'a:rPr': 'a:solidFill a:latin a:cs',
  'a:r': 'a:rPr a:t!',
  'a:ln': 'a:noFill a:solidFill a:prstDash a:round',
  'a:solidFill': 'a:srgbClr!',
  'xdr:wsDr': 'xdr:oneCellAnchor* xdr:twoCellAnchor*',
  'xdr:twoCellAnchor': 'xdr:from! xdr:to! xdr:graphicFrame! xdr:clientData!',
  'xdr:oneCellAnchor': 'xdr:from! xdr:ext! xdr:pic! xdr:clientData!',
  'xdr:from': 'xdr:col! xdr:colOff! xdr:row! xdr:rowOff!',
  'xdr:to': 'xdr:col! xdr:colOff! xdr:row! xdr:rowOff!',
  'xdr:graphicFrame': 'xdr:nvGraphicFramePr! xdr:xfrm! a:graphic!',
  'xdr:nvGraphicFramePr': 'xdr:cNvPr! xdr:cNvGraphicFramePr!',
  'xdr:xfrm': 'a:off a:ext',
  'a:graphic': 'a:graphicData!',
  'a:graphicData': 'c:chart!',
  'xdr:pic': 'xdr:nvPicPr! xdr:blipFill! xdr:spPr!',
  'xdr:nvPicPr': 'xdr:cNvPr! xdr:cNvPicPr!',
  'xdr:cNvPicPr': 'a:picLocks',
  'xdr:blipFill': 'a:blip a:stretch',
  'a:stretch': 'a:fillRect',
  'xdr:spPr': 'a:xfrm a:prstGeom',
  'a:xfrm': 'a:off a:ext',
  'a:prstGeom': 'a:avLst',
};

/** Faults of an element and everything in it: a child out of order, too many, unknown or missing. */
export function schemaFaults(element: Element, parent = ''): string[] {
  // In a drawing the element c:chart only points at its part.
  if (element.name === 'c:chart' && parent === 'a:graphicData') return [];
  const key = `${parent.replace(/^\w+:/, '')}/${element.name}`;
  const order = (ORDERS[key] ?? ORDERS[element.name] ?? '').split(' ').filter((rule) => rule !== '');
  const names = order.map((rule) => rule.replace(/[!*]/g, ''));
  const found = element.children.map(({ name }) => name);
  const faults: string[] = [];
  let last = -1;
  for (const name of found) {
    const place = names.indexOf(name);
    if (place < 0) faults.push(`${key}: ${name} may not stand here`);
    else if (place < last) faults.push(`${key}: ${name} stands too late`);
    else if (place === last && !order[place]?.includes('*')) faults.push(`${key}: ${name} twice`);
    last = Math.max(last, place);
  }
  for (const [index, rule] of order.entries()) {
    if (rule.includes('!') && !found.includes(names[index] ?? '')) faults.push(`${key}: ${names[index]} is missing`);
  }
  return [...faults, ...element.children.flatMap((child) => schemaFaults(child, element.name))];
}

import { attributeIn } from '../../read/dmn/carried/digest.ts';
import { element, type XmlNode } from './xml.ts';

interface Node {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** The requirements: their ids, and the ids of what is required. */
  readonly requires: readonly { readonly id: string; readonly of: string }[];
}

interface Placed extends Node {
  readonly x: number;
  readonly y: number;
}

const sizes: ReadonlyMap<string, readonly [width: number, height: number]> = new Map([
  ['inputData', [160, 45]],
  ['decision', [180, 80]],
  ['businessKnowledgeModel', [160, 60]],
  ['knowledgeSource', [140, 63]],
]);
const COLUMN = 220;
const LAYER = 150;
const MARGIN = 40;

/**
 * The diagram of a model's elements: each stands above all that it requires, in the order of what it requires, so that
 * lines cross little.
 */
export function diagramOf(elements: readonly XmlNode[], name: string): XmlNode {
  const placed = layOut(elements.flatMap(nodeOf));
  const byId = new Map(placed.map((node) => [node.id, node]));
  const edges = placed.flatMap((node) => node.requires.flatMap(({ id, of }) => {
    const required = byId.get(of);
    return required === undefined ? [] : [edge(id, required, node)];
  }));
  return element('dmndi:DMNDI', {}, element('dmndi:DMNDiagram', { id: 'diagram', name }, ...placed.map(shape), ...edges));
}

function nodeOf(node: XmlNode): readonly Node[] {
  const [width, height] = sizes.get(node.name) ?? [];
  const id = attributeIn(node, 'id');
  if (width === undefined || height === undefined || id === undefined) return [];
  const requires = node.children.flatMap((requirement) => {
    const [required] = requirement.children;
    const href = required && attributeIn(required, 'href');
    const own = attributeIn(requirement, 'id');
    return requirement.name.endsWith('Requirement') && own !== undefined && href?.startsWith('#') === true ? [{ id: own, of: href.slice(1) }] : [];
  });
  return [{ id, width, height, requires }];
}

/** Layers from what requires nothing, at the bottom, upwards. */
function layOut(nodes: readonly Node[]): readonly Placed[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const depths = new Map<string, number>();
  const depthOf = (node: Node): number => {
    const known = depths.get(node.id);
    if (known !== undefined) return known;
    const below = node.requires.flatMap(({ of }) => byId.get(of) ?? []).map(depthOf);
    const depth = below.length === 0 ? 0 : Math.max(...below) + 1;
    depths.set(node.id, depth);
    return depth;
  };
  const deepest = Math.max(0, ...nodes.map(depthOf));
  const centres = new Map<string, number>();
  const placed: Placed[] = [];
  for (let depth = 0; depth <= deepest; depth += 1) {
    const layer = nodes.filter((node) => depthOf(node) === depth).map((node) => ({ node, wish: meanOf(node.requires.flatMap(({ of }) => centres.get(of) ?? [])) }));
    if (depth > 0) layer.sort((a, b) => a.wish - b.wish);
    layer.forEach(({ node }, column) => {
      const x = MARGIN + column * COLUMN;
      centres.set(node.id, x + node.width / 2);
      placed.push({ ...node, x, y: MARGIN + (deepest - depth) * LAYER });
    });
  }
  return placed;
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

function shape({ id, x, y, width, height }: Placed): XmlNode {
  return element('dmndi:DMNShape', { id: `shape_${id}`, dmnElementRef: id }, element('dc:Bounds', { x: String(x), y: String(y), width: String(width), height: String(height) }));
}

/** From the top of what is required to the bottom of what requires it. */
function edge(id: string, from: Placed, to: Placed): XmlNode {
  return element('dmndi:DMNEdge', { id: `edge_${id}`, dmnElementRef: id }, waypoint(from.x + from.width / 2, from.y), waypoint(to.x + to.width / 2, to.y + to.height));
}

function waypoint(x: number, y: number): XmlNode {
  return element('di:waypoint', { x: String(x), y: String(y) });
}

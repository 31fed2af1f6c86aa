import { diagnostic, type Report } from '../diagnostics/diagnostic.ts';
import { parseDecimal } from '../feel/values/decimal.ts';
import { parseDuration } from '../feel/values/duration.ts';
import { parseDate, parseDateTime, parseTime } from '../feel/values/temporal.ts';
import type { Value } from '../feel/values/value.ts';
import { childNamed, childrenNamed } from '../read/dmn/elements.ts';
import { attributeOfNamespace, type XmlElement } from '../read/dmn/xml/element.ts';

const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** XML Schema's types as FEEL's (DMN 1.5, table 40); each reads a text, or answers undefined where it is none of that type. */
const simpleTypes: ReadonlyMap<string, (text: string) => Value | undefined> = new Map<string, (text: string) => Value | undefined>([
  ['string', (text) => text],
  ['anyURI', (text) => text],
  ['boolean', (text) => booleans.get(text.trim())],
  ['date', (text) => parseDate(text.trim())],
  ['time', (text) => parseTime(text.trim())],
  ['dateTime', (text) => parseDateTime(text.trim())],
  ...['duration', 'dayTimeDuration', 'yearMonthDuration'].map((name) => [name, (text: string) => parseDuration(text.trim())] as const),
  ...['decimal', 'integer', 'int', 'long', 'double', 'float'].map((name) => [name, (text: string) => parseDecimal(text.trim())] as const),
]);

const booleans = new Map([['true', true], ['1', true], ['false', false], ['0', false]]); // prettier-ignore

/** The value that an `inputNode`, `expected`, `item` or `component` holds: a simple value, a list, or components. With none of them it is null. */
export function readTestValue(holder: XmlElement, report: Report): Value {
  if (isNil(holder)) return null;
  const simple = childNamed(holder, 'value');
  if (simple !== undefined) return readSimple(simple, report);
  const list = childNamed(holder, 'list');
  if (list !== undefined) return isNil(list) ? null : childrenNamed(list, 'item').map((item) => readTestValue(item, report));
  const components = childrenNamed(holder, 'component');
  return components.length === 0 ? null : new Map(components.map((component) => [readKey(component, report), readTestValue(component, report)]));
}

/** The key of a context's entry, as it is written: keys can be empty or hold spaces. */
function readKey(component: XmlElement, report: Report): string {
  const name = component.attributes.get('name');
  if (name === undefined) report(diagnostic('dmn-attribute-missing', component.span, { element: 'component', attribute: 'name' }));
  return name?.text ?? '';
}

/** A value that does not say its type is a string. */
function readSimple(element: XmlElement, report: Report): Value {
  if (isNil(element)) return null;
  const type = schemaAttribute(element, 'type') ?? 'string';
  const value = simpleTypes.get(type.replace(/^.*:/, ''))?.(element.text.text);
  if (value !== undefined) return value;
  report(diagnostic('kit-value-unreadable', element.span, { text: element.text.text, type }));
  return null;
}

function isNil(element: XmlElement): boolean {
  return /^(?:true|1)$/.test(schemaAttribute(element, 'nil') ?? '');
}

/** An attribute of XML Schema's own, whatever its prefix. */
function schemaAttribute(element: XmlElement, name: string): string | undefined {
  return attributeOfNamespace(element, SCHEMA_INSTANCE, name)?.text.trim();
}

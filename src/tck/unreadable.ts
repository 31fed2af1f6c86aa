import { dmn } from '../diagnostics/codes/dmn.ts';
import { reading } from '../diagnostics/codes/reading.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { severityOf } from '../diagnostics/message.ts';
import type { Model } from '../library/models.ts';
import type { ModelTree, Requirement } from '../read/dmn/tree.ts';

type Element = ModelTree['decisions'][number] | ModelTree['functions'][number] | ModelTree['services'][number];

/** An element with the namespace of the model that declares it. */
interface Placed {
  readonly namespace: string;
  readonly element: Element;
}

const codes: ReadonlySet<string> = new Set(Object.keys({ ...reading, ...dmn }));

/**
 * Whether an element of one of these models, by its name, rests on a text that could not be read, its own or one of an element that it requires:
 * what it answers is then no answer to what is written.
 */
export function unreadableIn(models: readonly Model[], found: readonly Diagnostic[]): (model: Model, name: string) => boolean {
  const placed = models.flatMap(({ tree }) => [...tree.decisions, ...tree.functions, ...tree.services].map((element): Placed => ({ namespace: tree.namespace, element })));
  const byReference = new Map(placed.map((one) => [`${one.namespace}#${one.element.id ?? ''}`, one]));
  const broken = new Set(found.filter((one) => codes.has(one.code) && severityOf(one) === 'error').map((one) => elementAround(placed, one)));
  return ({ tree }, name) => {
    const needed = new Set(placed.filter(({ namespace, element }) => namespace === tree.namespace && element.name.name === name));
    for (const one of needed) {
      for (const { namespace, id } of requirementsOf(one.element)) {
        const required = byReference.get(`${namespace ?? one.namespace}#${id}`);
        if (required !== undefined) needed.add(required);
      }
    }
    return [...needed].some((one) => broken.has(one.element));
  };
}

function requirementsOf(element: Element): readonly Requirement[] {
  return 'requires' in element ? element.requires : [...element.outputs, ...element.encapsulated];
}

/** The element in which a problem stands: the last that begins before it. */
function elementAround(placed: readonly Placed[], { span }: Diagnostic): Element | undefined {
  const before = placed.map(({ element }) => element).filter((element) => element.span.file === span?.file && element.span.start <= span.start);
  return before.sort((a, b) => b.span.start - a.span.start)[0];
}

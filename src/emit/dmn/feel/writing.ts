import type { Policy } from '../../../model/policy.ts';
import type { Needed, Needs } from '../needs.ts';
import type { Refuse } from '../refusal.ts';

/** What every expression of a model is written with. */
export interface Writing {
  readonly policy: Policy;
  readonly needs: Needs;
  readonly refuse: Refuse;
  /** The variable that `item` stands for: the element of the filter around. */
  readonly item: string | undefined;
  /** The text of variables that FEEL calls otherwise: the value that a cell tests, entries of a context. */
  readonly called: ReadonlyMap<string, string>;
}

/** What the model declares under a name, as seen from the policy that the model is of. */
export function qualified({ policy }: Pick<Writing, 'policy'>, owner: string, name: string): string {
  return owner === policy.name ? name : `${owner}.${name}`;
}

/** The name of the input that holds what people have answered. */
export const MANUAL = 'manual';

/** The name of the input that is the date decided for. */
export const AS_OF = 'as_of';

/** The name of the variable: two of the same name in one body differ by a number. */
export function variableText(name: string): string {
  return name.replace('~', '·');
}

/** How an element that is needed is called: the date is the model's own, whoever asks. */
export function neededText({ kind, policy, name }: Needed, writing: Writing): string {
  return kind === 'as of' ? AS_OF : qualified(writing, policy, name);
}

import { expect, test } from 'vitest';
import { compile } from '../../library/compile.ts';
import { readSource } from '../../read/read-source.ts';
import { canonicalText } from '../../read/tree/canonical.ts';
import { editedText } from './edited.ts';
import type { Mutant } from './mutants.ts';
import { mutantsOf } from './mutants.ts';
import { operators } from './variants/variant.ts';

const { policies, trees } = await compile(['rules', 'tests/golden/good']);
const mutants = trees.flatMap((tree) => {
  const policy = policies.get(tree.policy?.name.name ?? '');
  return policy === undefined ? [] : mutantsOf(tree, policy);
});

/** Of each kind of slip one in each file, since reading a file again takes long. */
const few = trees.flatMap((tree) => operators.flatMap((operator) => mutants.filter((mutant) => mutant.original === tree && mutant.operator === operator).slice(0, 2)));

function told({ operator, edits }: Mutant): string {
  return `${operator}: ${edits.map(({ span: { file, start, end }, text }) => `${file.path}: ${file.text.slice(start, end)} -> ${text}`).join('; ')}`;
}

test('what a mutant is and what its edits make of the text are the same policy', () => {
  const different = few.filter(({ tree, edits }) => {
    const read = readSource({ path: tree.file.path, text: editedText(tree.file, edits) }, () => undefined);
    return canonicalText(read) !== canonicalText(tree);
  });
  expect(different.map(told)).toEqual([]);
});

test('every kind of slip is made somewhere', () => {
  const made = new Set(mutants.map(({ operator }) => operator));
  expect(operators.filter((operator) => !made.has(operator))).toEqual([]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { call } from '../feel-calls.ts';

/**
 * Character classes with subtraction, held to JavaScript's own `v` mode, which has set difference too: an engine that
 * shares nothing with RE2 and our translator.
 */
interface ClassTree {
  readonly negated: boolean;
  readonly parts: readonly { readonly xpath: string; readonly javascript: string }[];
  readonly without: ClassTree | undefined;
}

const letters = 'aeimpz09_-éÉ贷款٣ \t!$€🐎'.split('');
const samples = Array.from('aeimpzAEIMPZ059_-^]éÉ贷款别٣ \t\n!$€🐎😀');

const part = fc.oneof(
  fc.constantFrom('a', 'e', 'm', 'z', '0', '9', '_', 'é', '贷', '🐎', '!').map((one) => ({ xpath: one, javascript: one === '!' ? '\\!' : one })),
  fc.constantFrom('-', ']', '[', '^', '$', '\\').map((one) => ({ xpath: `\\${one}`, javascript: `\\${one}` })),
  fc.constantFrom('a-m', 'e-z', 'A-Z', '0-9', '一-龥').map((one) => ({ xpath: one, javascript: one })),
  fc.constantFrom('L', 'Lu', 'Ll', 'Nd', 'P', 'S', 'Z', 'Sc').chain((category) => fc.constantFrom('p', 'P').map((letter) => ({ xpath: `\\${letter}{${category}}`, javascript: `\\${letter}{gc=${category}}` }))),
  fc.constantFrom(
    { xpath: '\\d', javascript: '\\p{Nd}' },
    { xpath: '\\D', javascript: '\\P{Nd}' },
    { xpath: '\\s', javascript: '[\\t\\n\\r\\x20]' },
    { xpath: '\\S', javascript: '[^\\t\\n\\r\\x20]' },
    { xpath: '\\w', javascript: '[^\\p{P}\\p{Z}\\p{C}]' },
    { xpath: '\\W', javascript: '[\\p{P}\\p{Z}\\p{C}]' },
  ),
);

const { tree } = fc.letrec<{ tree: ClassTree }>((tie) => ({
  tree: fc.record({
    negated: fc.boolean(),
    parts: fc.array(part, { minLength: 1, maxLength: 4 }),
    without: fc.option(tie('tree'), { nil: undefined, depthSize: 'small' }),
  }),
}));

const xpath = ({ negated, parts, without }: ClassTree): string => `[${negated ? '^' : ''}${parts.map((one) => one.xpath).join('')}${without ? `-${xpath(without)}` : ''}]`;

const javascript = ({ negated, parts, without }: ClassTree): string => {
  const set = `[${negated ? '^' : ''}${parts.map((one) => one.javascript).join('')}]`;
  return without ? `[${set}--${javascript(without)}]` : set;
};

test('a class matches the characters that it does in JavaScript, however its parts are subtracted', () => {
  fc.assert(
    fc.property(tree, (one) => {
      const oracle = new RegExp(`^${javascript(one)}$`, 'v');
      for (const character of samples) expect([character, call('matches', character, `^${xpath(one)}$`)]).toEqual([character, oracle.test(character)]);
    }),
    { numRuns: 1500 },
  );
});

test('a text taken literally matches itself, and replaces itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...letters, '\\', '(', ')', '[', ']', '{', '}', '|', '.', '*', '+', '?', '^', '\n'), minLength: 1 }), fc.string(), (text, replacement) => {
      expect(call('matches', `<${text}>`, text, 'q')).toBe(true);
      expect(call('replace', `<${text}>`, text, replacement, 'q')).toBe(`<${text}>`.split(text).join(replacement));
    }),
    { numRuns: 2000 },
  );
});

test('what is split at a separator and joined with it is the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ';', '🐎') }), (text) => {
      expect(call('string join', call('split', text, ';'), ';')).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

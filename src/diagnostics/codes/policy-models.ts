import { define, type Phrase } from '../define.ts';

/** Problems of policies that become DMN models, and of such models when they come back. */
export const policyModels = {
  'dmn-cannot-say': define<{ what: string; why: Phrase; instead: Phrase }>({
    severity: 'error',
    message: { en: ({ what, why }) => `DMN cannot say \`${what}\`: ${why.en}`, zh: ({ what, why }) => `DMN 无法表达 \`${what}\`：${why.zh}` },
    remedy: { en: ({ instead }) => instead.en, zh: ({ instead }) => `请${instead.zh}` },
  }),
};

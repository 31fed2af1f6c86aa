import type { Language } from '../diagnostics/message.ts';
import { languages } from '../diagnostics/message.ts';

/**
 * The language that a caller prefers of those that Plumbline speaks, from `Accept-Language` (RFC 9110, 12.5.4):
 * `zh-CN,zh;q=0.9,en;q=0.8` is Chinese. English where the header names neither.
 */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { language: languages.find((language) => range === language || range.startsWith(`${language}-`)), quality: Number(quality ?? '1') };
  });
  const [best] = wishes.filter(({ language, quality }) => language !== undefined && quality > 0).sort((a, b) => b.quality - a.quality);
  return best?.language ?? 'en';
}

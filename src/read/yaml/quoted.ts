/**
 * A text as a YAML scalar in quotes, on one line. Double quotes, unless the text holds some and single ones spare the
 * escapes.
 */
export function quotedScalar(text: string): string {
  const plainInSingle = /["\\]/.test(text) && !/['\p{Cc}\p{Cs}\u2028\u2029\uFEFF]/u.test(text);
  if (plainInSingle) return `'${text}'`;
  // JSON's strings are YAML's; the characters that YAML does not print or takes for line ends are escaped besides.
  return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\uFEFF]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

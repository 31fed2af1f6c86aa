/** What `check` and `test` can print their findings as, besides text for a person and JSON. */
export const checkFormats = ['text', 'json', 'sarif', 'junit', 'github'] as const;
export type CheckFormat = (typeof checkFormats)[number];

export const testFormats = ['text', 'json', 'junit'] as const;
export type TestFormat = (typeof testFormats)[number];

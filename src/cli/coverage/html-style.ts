/** The looks of the report. Colours are never the only sign: what is not covered is underlined too. */
export const style = `body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; color: #1b1f24; background: #fff; }
h1 { font-size: 1.4rem; }
table.counts { border-collapse: collapse; margin: 1rem 0; }
table.counts th, table.counts td { padding: .2rem .8rem; text-align: left; border-bottom: 1px solid #d8dde3; }
tr.total { font-weight: bold; }
td.covered { color: #116329; }
td.uncovered { color: #a40e26; }
table.source { border-collapse: collapse; font: 13px/1.5 ui-monospace, Consolas, "Noto Sans Mono CJK SC", monospace; }
table.source td { padding: 0 .6rem; white-space: pre; vertical-align: top; }
table.source td.line, table.source td.tests { color: #6b7480; text-align: right; user-select: none; }
table.source tr.covered td.tests { background: #d7f2dd; }
table.source tr.uncovered td { background: #ffe3e6; }
table.source tr.partly td.tests { background: #fff1c2; }
mark { color: inherit; background: #d7f2dd; }
mark.uncovered { background: #ffc9d0; text-decoration: underline wavy #a40e26; }
`;

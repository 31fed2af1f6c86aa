import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderAll } from '../../src/diagnostics/render.ts';
import { readModels } from '../../src/read/dmn/read-models.ts';

const kit = '../shared/tck';
const models = existsSync(kit) ? readdirSync(kit, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.dmn')) : [];
const folders = [...new Set(models.map((path) => dirname(path)))].sort();

describe.skipIf(models.length === 0)('the models of the DMN TCK in ../shared/tck', () => {
  test.each(folders)('%s is read without a problem', (folder) => {
    const found: Diagnostic[] = [];
    const files = models.filter((path) => dirname(path) === folder).map((path) => ({ path, text: readFileSync(`${kit}/${path}`, 'utf8') }));
    const trees = readModels(files, (one) => found.push(one));
    expect(renderAll(found, { language: 'en', colour: false })).toBe('');
    expect(trees).toHaveLength(files.length);
  });
});

import { expect, test } from 'vitest';
import { workplace } from './plumbline.ts';

const rates = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="rates" name="rates" namespace="urn:bank:rates">
  <inputData id="base" name="Base rate"><variable name="Base rate" typeRef="number"/></inputData>
</definitions>
`;

/** `broken`: FEEL that cannot be read, on line 13. */
function lending(grade = 'if Days overdue > 90 then "loss" else "normal"'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="lending" name="lending" namespace="urn:bank:lending">
  <import name="rates" namespace="urn:bank:rates" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
  <inputData id="days" name="Days overdue"><variable name="Days overdue" typeRef="number"/></inputData>
  <inputData id="granted" name="Granted"><variable name="Granted" typeRef="date"/></inputData>
  <decision id="grade" name="Grade">
    <variable name="Grade" typeRef="string"/>
    <informationRequirement id="r1"><requiredInput href="#days"/></informationRequirement>
    <literalExpression>
      <text>${grade.replaceAll('>', '&gt;')}</text>
    </literalExpression>
  </decision>
  <decision id="price" name="Price">
    <variable name="Price"/>
    <informationRequirement id="r2"><requiredInput href="urn:bank:rates#base"/></informationRequirement>
    <informationRequirement id="r3"><requiredInput href="#granted"/></informationRequirement>
    <literalExpression>
      <text>{ rate: rates.Base rate + 0.1, age: today() - Granted }</text>
    </literalExpression>
  </decision>
</definitions>
`;
}

const { plumbline } = workplace({
  'rates.dmn': rates,
  'lending.dmn': lending(),
  'broken.dmn': lending('if Days overdue then'),
  'loose.dmn': lending().replace('href="#days"', 'href="#dayz"').replace('name="Price"/>', 'name="Price" typeRef="tPrice"/>'),
  'one.json': '{"Days overdue": 91, "Granted": "2024-01-01", "Base rate": 0.2}',
  'many.json': '[{"Days overdue": 91, "Granted": "2024-01-01", "Base rate": 0.2}, {"Days overdue": null, "Granted": "2024-01-01", "Base rate": 9007199254740993}]',
  'text.json': '"facts"',
});

test('models without errors: a line that says what was checked', async () => {
  expect(await plumbline(['model', 'lending.dmn', 'rates.dmn'])).toEqual({ status: 0, error: '', out: 'checked: 2 models, 2 decisions; no errors\n' });
});

test('an import that is not given, and FEEL that cannot be read: file, line, column, status 1', async () => {
  const missing = await plumbline(['model', 'lending.dmn']);
  expect(missing.status).toBe(1);
  expect(missing.error).toContain('lending.dmn:3:3: error[model-unknown]');
  const broken = await plumbline(['model', 'broken.dmn', 'rates.dmn']);
  expect(broken.error).toContain('broken.dmn:10:33: error[clause-ends-early]');
});

test('what a model requires or names as a type, but nothing declares, is an error before any evaluation', async () => {
  const { status, error } = await plumbline(['model', 'loose.dmn', 'rates.dmn']);
  expect(status).toBe(1);
  expect(error).toContain('loose.dmn:8:58: error[requirement-unknown]');
  expect(error).toContain('error[item-definition-unknown]');
});

test('a model is evaluated: inputs by name, imported ones too, dates as strings, every digit kept', async () => {
  const { status, out } = await plumbline(['model', 'lending.dmn', 'rates.dmn', '--facts', 'one.json', '--as-of', '2024-01-31']);
  expect(out).toBe('Grade = "loss"\nPrice = {rate: 0.3, age: P30D}\n');
  expect(status).toBe(0);
});

test('where FEEL has null for an error, the value is null or what follows from null, and standard error says why', async () => {
  const { status, out, error } = await plumbline(['model', 'lending.dmn', 'rates.dmn', '--facts', 'many.json', '--decision', 'Grade', '--decision', 'Price']);
  expect(out).toBe('Grade = "loss"\nPrice = {rate: 0.3, age: null}\n\nGrade = "normal"\nPrice = {rate: 9007199254740993.1, age: null}\n\n');
  expect(error).toContain('lending.dmn:10:16: error[type-without-order]');
  expect(status).toBe(1);
});

test('as JSON: numbers as plain decimal strings, the reasons beside each value', async () => {
  const { out } = await plumbline(['model', 'lending.dmn', 'rates.dmn', '--facts', 'one.json', '--format', 'json', '--decision', 'Price', '--as-of', '2024-01-31']);
  expect(JSON.parse(out)).toEqual({ decisions: { Price: { value: { rate: '0.3', age: 'P30D' }, diagnostics: [] } } });
});

test('what cannot be asked is refused: status 2', async () => {
  const given = ['model', 'lending.dmn', 'rates.dmn', '--facts'];
  expect((await plumbline([...given, 'one.json', '--decision', 'Grad'])).error).toContain('did you mean `Grade`?');
  for (const refused of [[...given, 'one.json', '--decision', 'Grad'], [...given, 'absent.json'], [...given, 'text.json'], [...given, 'one.json', '--as-of', '2023-02-29']]) {
    expect((await plumbline(refused)).status).toBe(2);
  }
});

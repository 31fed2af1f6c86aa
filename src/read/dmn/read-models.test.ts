import { describe, expect, test } from 'vitest';
import { expressionText } from '../tree/expression-text.ts';
import { dmnVersions } from './versions.ts';
import { DMN_1_1, literal, logicOf, modelText, readTexts } from './model-text.fixture.ts';
import type { Boxed } from './tree.ts';

function printed(boxed: Boxed | undefined): string | undefined {
  return boxed?.kind === 'literal' && boxed.expression !== undefined ? expressionText(boxed.expression) : undefined;
}

const requires = (kind: string, href: string): string =>
  kind === 'requiredKnowledge' ? `<knowledgeRequirement><${kind} href="${href}"/></knowledgeRequirement>` : `<informationRequirement><${kind} href="${href}"/></informationRequirement>`;

describe('the requirement graph', () => {
  test('inputs, decisions, functions and services, with what they require', () => {
    const { models, found } = readTexts(
      modelText(`
        <inputData id="i" name="overdue  days"><variable name="overdue days" typeRef="number"/></inputData>
        <businessKnowledgeModel id="f" name="late"><variable name="late" typeRef="boolean"/>
          <encapsulatedLogic><formalParameter name="n" typeRef="number"/>${literal('n > 90')}</encapsulatedLogic>
          ${requires('requiredKnowledge', 'https://bank.example/other#g')}
        </businessKnowledgeModel>
        <decision id="d" name="class"><variable name="class" typeRef="string"/>
          ${requires('requiredInput', '#i')}${requires('requiredDecision', '#e')}${requires('requiredKnowledge', 'https://bank.example/loans#f')}
          <authorityRequirement><requiredAuthority href="#k"/></authorityRequirement>
        </decision>
        <decision id="e" name="review"/>
        <knowledgeSource id="k" name="law"/>
        <decisionService id="s" name="grading"><outputDecision href="#d"/><encapsulatedDecision href="#e"/><inputDecision href="#e"/><inputData href="#i"/></decisionService>
      `),
    );
    expect(found).toEqual([]);
    const [model] = models;
    expect(model).toMatchObject({
      name: { name: 'loans' },
      namespace: 'https://bank.example/loans',
      inputs: [{ id: 'i', name: { name: 'overdue days' }, type: { path: [{ name: 'number' }] } }],
      functions: [{ id: 'f', name: { name: 'late' }, requires: [{ namespace: 'https://bank.example/other', id: 'g' }], logic: { kind: 'function', language: 'FEEL' } }],
      decisions: [
        { id: 'd', name: { name: 'class' }, requires: [{ namespace: undefined, id: 'i' }, { namespace: undefined, id: 'e' }, { namespace: undefined, id: 'f' }], logic: undefined },
        { id: 'e', requires: [] },
      ],
      services: [{ id: 's', outputs: [{ id: 'd' }], encapsulated: [{ id: 'e' }], inputDecisions: [{ id: 'e' }], inputData: [{ id: 'i' }] }],
    });
  });

  test('a function may name itself', () => {
    const { models } = readTexts(modelText(`<businessKnowledgeModel name="sum-of"><encapsulatedLogic><formalParameter name="n"/>${literal('n + sum-of(n - 1)')}</encapsulatedLogic></businessKnowledgeModel>`));
    expect(printed(models[0]?.functions[0]?.logic?.body)).toBe('n + `sum-of`(n - 1)');
  });

  test('a model needs a name, and a namespace by which others import it', () => {
    expect(readTexts('<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/"/>').found).toEqual(['dmn-attribute-missing 1:1', 'dmn-attribute-missing 1:1']);
  });

  test('what has no name and what points nowhere is reported', () => {
    expect(readTexts(modelText('<decision>\n<informationRequirement><requiredInput/></informationRequirement></decision>')).found).toEqual(['dmn-attribute-missing 2:1', 'dmn-attribute-missing 3:25']);
  });
});

describe('names in scope', () => {
  test.each([
    ['days in weekend * 2', 'days in weekend', '`days in weekend` * 2'],
    ['Approved/Declined = "x"', 'Approved/Declined', '`Approved/Declined` = "x"'],
    ['Post-bureau affordability', 'Post-bureau affordability', '`Post-bureau affordability`'],
    ["Student's name + 1", "Student's name", "`Student's name` + 1"],
    ['decision A 2.1 + 1', 'decision A 2.1', '`decision A 2.1` + 1'],
    ['v1.2 - 1', 'v1.2', '`v1.2` - 1'],
    ['贷款 余额 - 1', '贷款 余额', '`贷款 余额` - 1'],
    ['debt / income', 'debt/income', '`debt/income`'],
    ['debt/income', 'debt / income', '`debt / income`'],
    ['profit\n  - loss', 'profit - loss', '`profit - loss`'],
  ])('%j with an input `%s`', (text, input, meant) => {
    expect(printed(logicOf(literal(text), { inputs: [input] }))).toBe(meant);
  });

  test('the longest wins, and operators are operators where no name has them', () => {
    expect(printed(logicOf(literal('profit - loss - tax'), { inputs: ['profit', 'loss', 'tax', 'profit - loss'] }))).toBe('`profit - loss` - tax');
    expect(printed(logicOf(literal('profit - loss'), { inputs: ['profit', 'loss'] }))).toBe('profit - loss');
  });

  test('only what an element requires joins its words, unless it makes no sense without the rest', () => {
    const inputs = ['a', 'b', 'a-b', 'and then'].map((name, at) => `<inputData id="i${at}" name="${name}"/>`).join('');
    const decision = (text: string): string => `<decision name="d">${requires('requiredInput', '#i0')}${requires('requiredInput', '#i1')}${literal(text)}</decision>`;
    const { models, found } = readTexts(modelText(`${inputs}${decision('a-b')}${decision('a + b.if')}`));
    expect(printed(models[0]?.decisions[0]?.logic)).toBe('a - b');
    expect(found).toEqual(['reserved-word 2:565']);
  });

  test('an element of the model that is not required still has its name', () => {
    const { models, found } = readTexts(modelText(`<inputData id="i" name="late or lost"/><decision name="d">${literal('late or lost or not(late or lost)')}</decision>`));
    expect(found).toEqual([]);
    expect(printed(models[0]?.decisions[0]?.logic)).toBe('late or lost or not(late or lost)');
    const unreadable = readTexts(modelText(`<inputData id="i" name="rate if late"/><decision name="d">${literal('rate if late + 1')}</decision>`));
    expect(unreadable.found).toEqual([]);
    expect(printed(unreadable.models[0]?.decisions[0]?.logic)).toBe('`rate if late` + 1');
  });

  test('components of types, outputs and columns are names after a dot', () => {
    const definitions = '<itemDefinition name="tLoan"><itemComponent name="terms"><itemComponent name="rate+margin"><typeRef>number</typeRef></itemComponent></itemComponent></itemDefinition>';
    expect(printed(logicOf(literal('loan.terms.rate+margin + 1'), { inputs: ['loan'], definitions }))).toBe('loan.terms.`rate+margin` + 1');
    expect(printed(logicOf(literal('loan.rate+margin'), { inputs: ['loan'] }))).toBe('loan.rate + margin');
  });
});

describe('imports', () => {
  const library = modelText(`<itemDefinition name="tRisk"/><inputData id="r" name="risk-weight"/><businessKnowledgeModel id="w" name="weigh"><encapsulatedLogic/></businessKnowledgeModel>`, { name: 'library' });
  const importing = (name: string, text: string): string =>
    modelText(`<import ${name} namespace="https://bank.example/library" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
      <inputData name="i"><variable typeRef="${name === '' ? '' : 'lib.'}tRisk"/></inputData>
      <decision name="d">${requires('requiredInput', 'https://bank.example/library#r')}${literal(text)}</decision>`);

  test('what is imported is named after the import, in any order of the files', () => {
    for (const texts of [[importing('name="lib"', 'lib.risk-weight + 1'), library], [library, importing('name="lib"', 'lib.risk-weight + 1')]]) {
      const { models, found } = readTexts(...texts);
      expect(found).toEqual([]);
      const model = models.find(({ name }) => name.name === 'loans');
      expect(printed(model?.decisions[0]?.logic)).toBe('lib.`risk-weight` + 1');
      expect(model).toMatchObject({
        imports: [{ name: { name: 'lib' }, namespace: 'https://bank.example/library' }],
        inputs: [{ type: { kind: 'named', path: [{ name: 'lib' }, { name: 'tRisk' }] } }],
      });
    }
  });

  test('an import without a name brings the names as they are', () => {
    const { models, found } = readTexts(importing('', 'risk-weight + 1'), library);
    expect(found).toEqual([]);
    expect(printed(models[0]?.decisions[0]?.logic)).toBe('`risk-weight` + 1');
    expect(models[0]?.inputs[0]?.type).toMatchObject({ path: [{ name: 'tRisk' }] });
  });

  test('an import of something else than a model is passed over', () => {
    const { models, found } = readTexts(modelText('<import name="x" namespace="urn:x" importType="http://www.w3.org/2001/XMLSchema"/>'));
    expect(found).toEqual([]);
    expect(models[0]?.imports).toEqual([]);
  });
});

describe('versions', () => {
  test.each([...dmnVersions])('%s is DMN %s', (version) => {
    expect(printed(logicOf(literal('1'), { version }))).toBe('1');
  });

  test('prefixes as DMN 1.1 writes them', () => {
    const { models, found } = readTexts(`<dmn:definitions xmlns:dmn="${DMN_1_1}" xmlns:feel="http://www.omg.org/spec/FEEL/20140401" xmlns="https://bank.example/loans" name="loans" namespace="https://bank.example/loans" expressionLanguage="http://www.omg.org/spec/FEEL/20140401">
      <dmn:inputData name="rate" id="r"><dmn:variable name="rate" typeRef="feel:number"/></dmn:inputData>
      <dmn:decision name="d"><dmn:literalExpression><dmn:text>1</dmn:text></dmn:literalExpression></dmn:decision></dmn:definitions>`);
    expect(found).toEqual([]);
    expect(models[0]?.inputs[0]?.type).toMatchObject({ path: [{ name: 'number' }] });
    expect(printed(models[0]?.decisions[0]?.logic)).toBe('1');
  });

  test('another root, another version', () => {
    expect(readTexts('<html/>', modelText('', { version: 'urn:dmn:9' }), modelText('')).found).toEqual(['dmn-version-unknown 1:1', 'dmn-version-unknown 1:1']);
  });
});

describe('other languages than FEEL', () => {
  const decision = `<decision name="d">\n${literal('rate.toFixed(')}</decision>`;
  test('of an expression, and of a whole model', () => {
    expect(readTexts(modelText(decision.replace('<literalExpression', '<literalExpression expressionLanguage="javascript"'))).found).toEqual(['dmn-language-unsupported 3:40']);
    expect(readTexts(modelText(decision, { attributes: 'expressionLanguage="javascript"' })).found).toEqual(['dmn-language-unsupported 3:26']);
    expect(readTexts(modelText(decision.replace('rate.toFixed(', '1'), { attributes: 'expressionLanguage="feel"' })).found).toEqual([]);
  });
});

describe('places of problems in FEEL', () => {
  const at = (text: string): readonly string[] => readTexts(modelText(`<decision name="d"><literalExpression>\n<text>${text}</text></literalExpression></decision>`)).found;

  test.each([
    ['as it is', '1 + )', 'unexpected-token 3:11'],
    ['after a reference', '1 &lt; )', 'unexpected-token 3:14'],
    ['in a CDATA section', '<![CDATA[1 < )]]>', 'unexpected-token 3:20'],
    ['after a comment', '1 <!-- one --> + )', 'unexpected-token 3:24'],
    ['on a later line', '1 +\r\n  &lt;', 'unexpected-token 4:3'],
    ['at the end', '1 &lt;', 'clause-ends-early 3:13'],
  ])('%s', (_, text, expected) => {
    expect(at(text)).toEqual([expected]);
  });

  test('each problem is reported, and what can be read is', () => {
    const { models, found } = readTexts(modelText(`<decision name="a">${literal('(')}</decision>\n<decision name="b">${literal('2')}</decision>\n<decision name="c">${literal(')')}</decision>`));
    expect(found).toEqual(['bracket-not-closed 2:45', 'unexpected-token 4:45']);
    expect(models[0]?.decisions.map(({ logic }) => printed(logic))).toEqual([undefined, '2', undefined]);
  });
});

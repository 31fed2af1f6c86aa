import type { Identifier, TypeExpression } from '../../src/read/tree/expression.ts';
import * as T from '../tokens.ts';
import { NameGrammar } from './name-grammar.ts';

/** Types: FEEL's (`list<number>`) and the policy dialect's (`list of Loan`, `money CNY`). */
export abstract class TypeGrammar extends NameGrammar {
  typeExpression = this.RULE('typeExpression', (): TypeExpression =>
    this.OR<TypeExpression>([
      { GATE: () => this.LA(2).tokenType === T.Of || this.LA(2).tokenType === T.Less, ALT: () => this.SUBRULE(this.listType) },
      { GATE: () => this.LA(2).tokenType === T.Less, ALT: () => this.SUBRULE(this.rangeType) },
      { GATE: () => this.LA(2).tokenType === T.Less, ALT: () => this.SUBRULE(this.contextType) },
      { ALT: () => this.SUBRULE(this.functionType) },
      { ALT: () => this.SUBRULE(this.namedType) },
    ]),
  );

  private listType = this.RULE('listType', (): TypeExpression => {
    const first = this.CONSUME(T.policyWords.list);
    const item = this.OR<TypeExpression>([
      {
        ALT: () => {
          this.CONSUME(T.Of);
          return this.SUBRULE(this.typeExpression);
        },
      },
      { ALT: () => this.SUBRULE(this.typeArgument) },
    ]);
    return this.node(first, (span) => ({ kind: 'list', item, span }));
  });

  private rangeType = this.RULE('rangeType', (): TypeExpression => {
    const first = this.CONSUME(T.policyWords.range);
    const item = this.SUBRULE(this.typeArgument);
    return this.node(first, (span) => ({ kind: 'range', item, span }));
  });

  private typeArgument = this.RULE('typeArgument', (): TypeExpression => {
    this.CONSUME(T.Less);
    const type = this.SUBRULE(this.typeExpression);
    this.CONSUME(T.Greater);
    return type;
  });

  private contextType = this.RULE('contextType', (): TypeExpression => {
    const fields: { name: Identifier; type: TypeExpression }[] = [];
    const first = this.CONSUME(T.policyWords.context);
    this.CONSUME(T.Less);
    this.MANY_SEP({
      SEP: T.Comma,
      DEF: () => {
        const name = this.SUBRULE(this.bindingName, { ARGS: [T.Colon] });
        this.CONSUME(T.Colon);
        fields.push({ name, type: this.SUBRULE(this.typeExpression) });
      },
    });
    this.CONSUME(T.Greater);
    return this.node(first, (span) => ({ kind: 'context', fields, span }));
  });

  private functionType = this.RULE('functionType', (): TypeExpression => {
    const parameters: TypeExpression[] = [];
    const first = this.CONSUME(T.Function);
    this.CONSUME(T.Less);
    this.MANY_SEP({ SEP: T.Comma, DEF: () => parameters.push(this.SUBRULE(this.typeExpression)) });
    this.CONSUME(T.Greater);
    this.CONSUME(T.Arrow);
    const result = this.SUBRULE2(this.typeExpression);
    return this.node(first, (span) => ({ kind: 'function', parameters, result, span }));
  });

  private namedType = this.RULE('namedType', (): TypeExpression => {
    const path: Identifier[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: T.Dot, DEF: () => path.push(this.SUBRULE(this.typeName)) });
    let currency: Identifier | undefined;
    this.OPTION({
      GATE: () => this.dialect === 'policy' && path[0]?.name === 'money' && /^[A-Z]{3}$/.test(this.LA(1).image),
      DEF: () => {
        const code = this.CONSUME(T.Name);
        currency = this.node(code, (span) => ({ name: code.image, span }));
      },
    });
    return this.node(this.ACTION(() => path[0] as Identifier) ?? this.LA(1), (span) => ({ kind: 'named', path, currency, span }));
  });

  private typeName = this.RULE('typeName', (): Identifier =>
    this.OR<Identifier>([
      { ALT: () => this.SUBRULE(this.quotedName) },
      { ALT: () => this.SUBRULE(this.joinedName, { ARGS: [[this.types]] }) },
    ]),
  );
}

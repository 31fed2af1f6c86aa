import type { ParserMethod } from 'chevrotain';
import type { Expression, FunctionDefinition, Iterator, TypeExpression } from '../../src/read/tree/expression.ts';
import * as T from '../tokens.ts';
import { TypeGrammar } from './type-grammar.ts';

/** `if`, `for`, `some`, `every` and functions. */
export abstract class ControlGrammar extends TypeGrammar {
  /** Defined by the layer above; expressions nest. */
  abstract expression: ParserMethod<[], Expression>;

  protected conditional = this.RULE('conditional', (): Expression => {
    const first = this.CONSUME(T.If);
    const condition = this.SUBRULE(this.expression);
    this.CONSUME(T.Then);
    const then = this.SUBRULE2(this.expression);
    this.CONSUME(T.Else);
    const otherwise = this.SUBRULE3(this.expression);
    return this.node(first, (span) => ({ kind: 'if', condition, then, otherwise, span }));
  });

  protected iterators = this.RULE('iterators', (): Iterator[] => {
    const all: Iterator[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: T.Comma,
      DEF: () => {
        const variable = this.SUBRULE(this.bindingName, { ARGS: [T.In] });
        this.CONSUME(T.In);
        const source = this.SUBRULE(this.expression);
        let to: Expression | undefined;
        this.OPTION(() => {
          this.CONSUME(T.DotDot);
          to = this.SUBRULE2(this.expression);
        });
        this.ACTION(() => {
          all.push({ variable, source, to });
          this.scope.add(variable.name);
        });
      },
    });
    return all;
  });

  protected loop = this.RULE('loop', (): Expression => {
    const first = this.CONSUME(T.For);
    const outer = this.enterScope();
    const iterators = this.SUBRULE(this.iterators);
    this.CONSUME(T.Return);
    const result = this.SUBRULE(this.expression);
    this.scope = outer;
    return this.node(first, (span) => ({ kind: 'for', iterators, result, span }));
  });

  protected quantified = this.RULE('quantified', (): Expression => {
    const first = this.OR([{ ALT: () => this.CONSUME(T.Some) }, { ALT: () => this.CONSUME(T.Every) }]);
    const outer = this.enterScope();
    const iterators = this.SUBRULE(this.iterators);
    this.CONSUME(T.Satisfies);
    const condition = this.SUBRULE(this.expression);
    this.scope = outer;
    const quantifier = first.tokenType === T.Some ? 'some' : 'every';
    return this.node(first, (span) => ({ kind: 'quantified', quantifier, iterators, condition, span }));
  });

  protected functionDefinition = this.RULE('functionDefinition', (): Expression => {
    const parameters: FunctionDefinition['parameters'][number][] = [];
    const first = this.CONSUME(T.Function);
    this.CONSUME(T.LeftParen);
    const outer = this.enterScope();
    this.MANY_SEP({
      SEP: T.Comma,
      DEF: () => {
        const name = this.SUBRULE(this.bindingName, { ARGS: [T.Colon] });
        let type: TypeExpression | undefined;
        this.OPTION(() => {
          this.CONSUME(T.Colon);
          type = this.SUBRULE(this.typeExpression);
        });
        this.ACTION(() => {
          parameters.push({ name, type });
          this.scope.add(name.name);
        });
      },
    });
    this.CONSUME(T.RightParen);
    let language: FunctionDefinition['language'] = 'FEEL';
    this.OPTION2({
      GATE: () => this.dialect === 'strict' && this.LA(2).tokenType === T.LeftBrace,
      DEF: () => {
        this.CONSUME(T.External);
        language = 'external';
      },
    });
    const body = this.SUBRULE(this.expression);
    this.scope = outer;
    return this.node(first, (span) => ({ kind: 'function', language, parameters, body, span }));
  });
}

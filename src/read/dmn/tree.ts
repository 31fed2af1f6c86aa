import type { Cell, Expression, Identifier, TypeExpression } from '../tree/expression.ts';
import type { SourceFile, Span } from '../tree/span.ts';
import type { HitPolicy } from '../tree/statement.ts';

/**
 * The syntax tree of a DMN model (OMG DMN 1.1 to 1.5): its requirement graph and its boxed expressions, with every FEEL
 * text in the strict dialect read into the same expressions that policies are made of. Nothing is resolved yet.
 */
export interface ModelTree {
  readonly file: SourceFile;
  readonly name: Identifier;
  /** What other models import it by. */
  readonly namespace: string;
  readonly imports: readonly ModelImport[];
  readonly types: readonly ItemDefinition[];
  readonly inputs: readonly InputData[];
  readonly decisions: readonly ModelDecision[];
  readonly functions: readonly BusinessKnowledgeModel[];
  readonly services: readonly DecisionService[];
}

interface Node {
  /** The opening tag of the element; of a name or an `href` its text. */
  readonly span: Span;
}

/** `import`: the model of a namespace, called `name` here. An empty name brings what it declares into scope as it is. */
export interface ModelImport extends Node {
  readonly name: Identifier;
  readonly namespace: string;
}

export interface ItemDefinition extends Node {
  readonly name: Identifier;
  readonly type: ItemType;
}

/** What an item definition, or a component of one, says of its values. */
export interface ItemType extends Node {
  readonly base:
    /** Undefined: any value. */
    | { readonly kind: 'reference'; readonly type: TypeExpression | undefined }
    | { readonly kind: 'components'; readonly components: readonly ItemDefinition[] }
    | { readonly kind: 'function'; readonly parameters: readonly { readonly name: Identifier; readonly type: TypeExpression | undefined }[]; readonly result: TypeExpression | undefined };
  readonly collection: boolean;
  /** `allowedValues`: of the value, or of each element of a collection. */
  readonly allowed: Cell | undefined;
  /** `typeConstraint`: of the value or of a collection as a whole. */
  readonly constraint: Cell | undefined;
}

/** An element of the requirement graph. */
interface GraphElement extends Node {
  /** What requirements point at. */
  readonly id: string | undefined;
  readonly name: Identifier;
}

export interface InputData extends GraphElement {
  readonly type: TypeExpression | undefined;
}

/** `href`: an element of this model, or of the imported model of a namespace. */
export interface Requirement extends Node {
  readonly namespace: string | undefined;
  readonly id: string;
}

export interface ModelDecision extends GraphElement {
  readonly type: TypeExpression | undefined;
  /** Inputs, decisions, functions and services that its logic may name. */
  readonly requires: readonly Requirement[];
  /** Undefined: a decision without logic, whose value is null. */
  readonly logic: Boxed | undefined;
}

export interface BusinessKnowledgeModel extends GraphElement {
  readonly type: TypeExpression | undefined;
  readonly requires: readonly Requirement[];
  readonly logic: BoxedFunction | undefined;
}

export interface DecisionService extends GraphElement {
  readonly type: TypeExpression | undefined;
  readonly outputs: readonly Requirement[];
  readonly encapsulated: readonly Requirement[];
  readonly inputDecisions: readonly Requirement[];
  readonly inputData: readonly Requirement[];
}

/** A boxed expression (DMN 1.5, clauses 7.3 and 10.2). Its value is made to fit `type` where it has one. */
export type Boxed =
  | BoxedLiteral
  | BoxedTable
  | BoxedContext
  | BoxedInvocation
  | BoxedList
  | BoxedRelation
  | BoxedFunction
  | BoxedConditional
  | BoxedIteration
  | BoxedFilter;

interface BoxedNode extends Node {
  readonly type: TypeExpression | undefined;
}

export interface BoxedLiteral extends BoxedNode {
  readonly kind: 'literal';
  /** Undefined where there is no text, or it could not be read (a diagnostic says so): its value is null. */
  readonly expression: Expression | undefined;
}

export interface BoxedTable extends BoxedNode {
  readonly kind: 'table';
  readonly hitPolicy: HitPolicy;
  readonly columns: readonly { readonly expression: Expression | undefined; readonly type: TypeExpression | undefined; readonly values: Cell | undefined; readonly span: Span }[];
  readonly outputs: readonly OutputClause[];
  readonly rows: readonly ModelRow[];
}

export interface OutputClause extends Node {
  /** Undefined where the table has one output and no name for it. */
  readonly name: Identifier | undefined;
  readonly type: TypeExpression | undefined;
  /** `outputValues`, in order of priority. */
  readonly values: Cell | undefined;
  /** `defaultOutputEntry`: what the output is where no row matches. */
  readonly otherwise: Expression | undefined;
}

export interface ModelRow extends Node {
  /** Undefined where one could not be read (a diagnostic says so). An empty cell is the test `any`. */
  readonly cells: readonly (Cell | undefined)[];
  readonly outputs: readonly (Expression | undefined)[];
  readonly annotations: readonly string[];
}

export interface BoxedContext extends BoxedNode {
  readonly kind: 'context';
  readonly entries: readonly { readonly name: Identifier; readonly type: TypeExpression | undefined; readonly value: Boxed }[];
  /** The entry without a name: what the context comes to. */
  readonly result: Boxed | undefined;
}

export interface BoxedInvocation extends BoxedNode {
  readonly kind: 'invocation';
  readonly callee: Boxed | undefined;
  readonly arguments: readonly { readonly name: Identifier; readonly type: TypeExpression | undefined; readonly value: Boxed | undefined }[];
}

export interface BoxedList extends BoxedNode {
  readonly kind: 'list';
  readonly items: readonly Boxed[];
}

export interface BoxedRelation extends BoxedNode {
  readonly kind: 'relation';
  readonly columns: readonly Identifier[];
  readonly rows: readonly (readonly Boxed[])[];
}

export interface BoxedFunction extends BoxedNode {
  readonly kind: 'function';
  /** `external`: in Java or PMML, which is not run: calls give null. */
  readonly language: 'FEEL' | 'external';
  readonly parameters: readonly { readonly name: Identifier; readonly type: TypeExpression | undefined }[];
  readonly body: Boxed | undefined;
}

export interface BoxedConditional extends BoxedNode {
  readonly kind: 'conditional';
  readonly condition: Boxed | undefined;
  readonly then: Boxed | undefined;
  readonly otherwise: Boxed | undefined;
}

export interface BoxedIteration extends BoxedNode {
  readonly kind: 'for' | 'some' | 'every';
  readonly variable: Identifier;
  readonly source: Boxed | undefined;
  /** `return` or `satisfies`. */
  readonly body: Boxed | undefined;
}

export interface BoxedFilter extends BoxedNode {
  readonly kind: 'filter';
  readonly source: Boxed | undefined;
  readonly condition: Boxed | undefined;
}

import type { Cell, Expression, Identifier, Test, TypeExpression } from './expression.ts';
import type { SourceFile, Span } from './span.ts';

/**
 * The syntax tree of a policy file, the same for both spellings. Every statement keeps the order and the words it was
 * written with; nothing is resolved yet.
 */
export interface PolicyTree {
  readonly file: SourceFile;
  /** Undefined where the file lacks a readable `policy` statement (a diagnostic says so). */
  readonly policy: PolicyStatement | undefined;
  readonly statements: readonly Statement[];
  /**
   * Names whose declarations could not be read (a diagnostic says so). The checker lets references to them pass as
   * `any`, so that one mistake gives one error.
   */
  readonly unreadable: readonly Identifier[];
  /** In file order; a formatter puts them back. */
  readonly comments: readonly Comment[];
  readonly spelling: Spelling;
}

export type Spelling =
  | { readonly kind: 'policy' }
  /** `scalars`: those that hold comments or line breaks, by the node read from each. */
  | { readonly kind: 'yaml'; readonly scalars: ReadonlyMap<object, ScalarText> };

/** What a YAML scalar says, without quotes and escapes, and where it does. */
export interface ScalarText {
  readonly text: string;
  readonly span: Span;
}

export interface Comment {
  readonly marker: '#' | '//' | '/*';
  /** Without its markers, trimmed. */
  readonly text: string;
  readonly span: Span;
  /** True where nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
}

interface Node {
  readonly span: Span;
}

/** What most statements can carry, in clauses of their own or in columns. */
export interface Annotations {
  readonly inForce: Period | undefined;
  readonly cites: readonly CitationTree[];
  readonly basis: BasisTree | undefined;
  readonly note: Text | undefined;
}

/** A word that stands by itself. */
export interface Mark extends Node {
  readonly word: string;
}

/** A string that only people read: a label or a note. */
export interface Text extends Node {
  readonly text: string;
}

/** `FROM .. TO`, both inclusive, either left out. The ends are ISO dates. */
export interface Period extends Node {
  readonly from: Text | undefined;
  readonly to: Text | undefined;
}

/** `Measures2023 art 10`, `Renewal2024 items 3..5`, `vocabulary.Measures2023 art 20`. */
export interface CitationTree extends Node {
  readonly source: readonly Identifier[];
  /** `art`, `article`, `item`, … as written. */
  readonly unit: string | undefined;
  /** `10`, `20-1`, as written. `to` where it cites a run of articles. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export type Basis = 'law' | 'bank_choice' | 'unconfirmed';
export interface BasisTree extends Node {
  readonly basis: Basis;
}

export type Statement =
  | ImportStatement
  | SourceStatement
  | TypeStatement
  | InputStatement
  | ManualStatement
  | DecisionStatement
  | FunctionStatement
  | ParameterStatement
  | TriggerStatement
  | PropertyStatement
  | FactsStatement
  | TestStatement;

interface Named extends Node {
  readonly name: Identifier;
  readonly label: Text | undefined;
}

/** `policy name "label"`. */
export interface PolicyStatement extends Named, Annotations {
  readonly kind: 'policy';
}

export interface ImportStatement extends Node {
  readonly kind: 'import';
  readonly name: Identifier;
}

/** `source Name "title" articles 1..48`; several ranges or single articles may be listed. */
export interface SourceStatement extends Named {
  readonly kind: 'source';
  /** `articles` or `items`, as written. */
  readonly unit: string | undefined;
  readonly listed: readonly { readonly from: string; readonly to: string | undefined; readonly span: Span }[];
}

export interface TypeStatement extends Named {
  readonly kind: 'type';
  readonly definition:
    | { readonly kind: 'enum'; readonly members: readonly EnumMemberTree[]; readonly order: 'worst last' | 'worst first' | 'ordered' | undefined }
    | { readonly kind: 'record'; readonly fields: readonly Field[] }
    | { readonly kind: 'alias'; readonly use: TypeUse };
}

export interface EnumMemberTree extends Node {
  readonly name: Identifier;
  readonly label: Text | undefined;
}

/** A type with what narrows it: `days >= 0`, `percent 0%..100%`, `number step 0.01`, `money CNY >= 0 optional`. */
export interface TypeUse extends Node {
  readonly type: TypeExpression;
  readonly constraint: readonly Test[];
  readonly step: Expression | undefined;
  readonly optional: boolean;
}

export interface Field extends Named {
  readonly use: TypeUse;
}

/** `input loan` with fields below it, or `input loan : Loan`. */
export interface InputStatement extends Named {
  readonly kind: 'input';
  readonly definition: { readonly kind: 'record'; readonly fields: readonly Field[] } | { readonly kind: 'use'; readonly use: TypeUse };
}

/** `manual M : Type "…"`: policy text that a person must answer. */
export interface ManualStatement extends Node {
  readonly kind: 'manual';
  readonly name: Identifier;
  readonly use: TypeUse;
  readonly question: Text | undefined;
  readonly annotations: Annotations;
}

export interface DecisionStatement extends Named, Annotations {
  readonly kind: 'decision';
  readonly use: TypeUse;
  readonly bodies: readonly Body[];
  readonly exceptions: readonly ExceptionTree[];
}

export interface FormalParameter {
  readonly name: Identifier;
  readonly use: TypeUse;
}

export interface FunctionStatement extends Named, Annotations {
  readonly kind: 'function';
  readonly parameters: readonly FormalParameter[];
  readonly use: TypeUse;
  readonly bodies: readonly Body[];
}

/** A function with dated rows. Its one table is `unique` unless it says otherwise. */
export interface ParameterStatement extends Named, Annotations {
  readonly kind: 'parameter';
  readonly parameters: readonly FormalParameter[];
  readonly use: TypeUse;
  readonly bodies: readonly TableTree[];
}

export type Body = ExpressionBody | TableTree;

/** `= expression`, then perhaps `round half up to 0.01`. */
export interface ExpressionBody extends Node {
  readonly kind: 'expression';
  readonly expression: Expression;
  readonly rounding: RoundingTree | undefined;
}

export type RoundingMethod = 'half up' | 'half down' | 'half even' | 'up' | 'down' | 'floor' | 'ceiling';
export interface RoundingTree extends Node {
  readonly method: RoundingMethod;
  readonly step: Expression;
}

export type HitPolicy =
  | 'unique'
  | 'any'
  | 'first'
  | 'priority'
  | 'rule order'
  | 'output order'
  | 'collect'
  | 'collect sum'
  | 'collect min'
  | 'collect max'
  | 'collect count';

export interface TableTree extends Node, Annotations {
  readonly kind: 'table';
  readonly hitPolicy: HitPolicy;
  /** For priority and output order on an ordered enum: which end wins. */
  readonly preference: 'worst first' | 'best first' | undefined;
  readonly columns: readonly ColumnTree[];
  readonly outputs: readonly Identifier[];
  readonly rows: readonly RowTree[];
  readonly rounding: RoundingTree | undefined;
}

export interface ColumnTree extends Node {
  readonly expression: Expression;
}

export interface RowTree extends Node, Annotations {
  readonly id: Identifier;
  /** `otherwise` rows catch what no other row does; their cells are all `-`. */
  readonly otherwise: boolean;
  /** One for each column, in order. Undefined where the cell was unreadable (a diagnostic says so). */
  readonly cells: readonly (Cell | undefined)[];
  readonly outputs: readonly (Expression | undefined)[];
}

/** `exception name to target` with `when` and `then`. */
export interface ExceptionTree extends Named, Annotations {
  /** A row id, another exception's name, or the decision's own name. Undefined: the decision it stands in. */
  readonly target: Identifier | undefined;
  readonly when: Expression | undefined;
  readonly then: Expression | undefined;
}

export interface TriggerStatement extends Named, Annotations {
  readonly kind: 'trigger';
  readonly when: Expression | undefined;
  readonly emits: readonly EmitTree[];
}

/** `emit watch { loan: loan.id }`. */
export interface EmitTree extends Node {
  readonly event: Identifier;
  readonly data: Expression | undefined;
}

export interface PropertyStatement extends Node {
  readonly kind: 'property';
  readonly title: Text;
  readonly claim: PropertyClaim | undefined;
}

export type PropertyClaim =
  /** `class never improves when loan.overdue_days increases`. */
  | (Node & {
      readonly kind: 'monotone';
      readonly subject: Expression;
      readonly never: 'improves' | 'worsens' | 'increases' | 'decreases';
      readonly driver: Expression;
      readonly moves: 'increases' | 'decreases';
    })
  /** `always provision <= loan.balance`, perhaps with `when condition`. */
  | (Node & { readonly kind: 'always'; readonly condition: Expression; readonly when: Expression | undefined });

/** `facts ordinary_loan "label"`: facts that tests take over. */
export interface FactsStatement extends Named {
  readonly kind: 'facts';
  readonly taken: readonly TakenTree[];
  readonly givens: readonly GivenTree[];
}

export interface TestStatement extends Node {
  readonly kind: 'test';
  readonly title: Text;
  /** An ISO date. Undefined where it is missing (a diagnostic says so). */
  readonly asOf: Text | undefined;
  /** Where it says `unconfirmed`: what it expects is what the policy gives, and no person has confirmed it. */
  readonly unconfirmed: Mark | undefined;
  readonly taken: readonly TakenTree[];
  readonly givens: readonly GivenTree[];
  /** `cases "boundary-days.csv"`: each record of that file is a test of its own. */
  readonly cases: CasesTree | undefined;
  readonly expectations: readonly ExpectationTree[];
}

export interface CasesTree extends Node {
  /** From the folder of the policy. */
  readonly path: Text;
  /** Undefined before the file has been read, and where it cannot be (a diagnostic says so). */
  readonly table: CaseTable | undefined;
}

/** The records of a CSV file, with the place of each field. */
export interface CaseTable {
  readonly header: CaseRecord;
  readonly records: readonly CaseRecord[];
}

export interface CaseRecord extends Node {
  readonly fields: readonly CaseField[];
}

/** What a field holds, its quotes taken away; `places` of its characters where a quote in it is written twice. */
export interface CaseField extends Text {
  readonly places: readonly number[] | undefined;
}

/** `given ordinary_loan`: takes the facts over that stand under that name. */
export interface TakenTree extends Node {
  readonly path: readonly Identifier[];
}

/** `given loan { … }`, `given loan.overdue_days 91`, `given manual.M { value: …, who: "…", when: "…" }`. */
export interface GivenTree extends Node {
  readonly path: readonly Identifier[];
  readonly value: Expression;
}

export type Outcome = 'decided' | 'no_match' | 'missing_facts' | 'conflict' | 'error';

export interface ExpectationTree extends Node {
  /** The decision or trigger. */
  readonly subject: readonly Identifier[];
  readonly expected:
    /** `= value`, perhaps `by overdue_floor.F5, C2`, perhaps `cites Measures2023 art 10`. */
    | { readonly kind: 'value'; readonly value: Expression; readonly by: readonly (readonly Identifier[])[]; readonly cites: readonly CitationTree[] }
    /** `no_match`, `missing_facts loan.overdue_days`, or with the code of a reason `error "division-by-zero"`. */
    | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly reason: Text | undefined; readonly paths: readonly (readonly Identifier[])[] }
    /** `emits watch { … }`. */
    | { readonly kind: 'emits'; readonly event: Identifier; readonly data: Expression | undefined }
    /** `silent`: the trigger does not fire. */
    | { readonly kind: 'silent' };
}

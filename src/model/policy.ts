import type { FeelDate } from '../feel/values/temporal.ts';
import type { Basis, HitPolicy, Outcome } from '../read/tree/statement.ts';
import type { SourceFile, Span } from '../read/tree/span.ts';
import type { CellTest, Typed } from './expression.ts';
import type { Type } from './type.ts';

export type { Basis, HitPolicy, Outcome };

/** A checked policy: what every later stage shares. References are the objects themselves. */
export interface Policy {
  readonly name: string;
  readonly label: string | undefined;
  readonly file: SourceFile;
  readonly span: Span;
  readonly inForce: Period;
  /** Policies imported by this one directly, in the order written. */
  readonly imports: readonly Policy[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly types: ReadonlyMap<string, Type>;
  readonly inputs: ReadonlyMap<string, Input>;
  readonly manuals: ReadonlyMap<string, Manual>;
  /** In an order in which none comes before one it reads. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Functions and parameters. */
  readonly functions: ReadonlyMap<string, FunctionModel>;
  readonly triggers: ReadonlyMap<string, Trigger>;
  readonly properties: readonly Property[];
  readonly sharedFacts: ReadonlyMap<string, SharedFacts>;
  readonly tests: readonly PolicyTest[];
  /** Where each name is declared that the policy declares, those of its imports too. */
  readonly places: ReadonlyMap<string, Span>;
  /**
   * Those of its imports, types and sources that a text names: its own, or that of a policy that imports it. Expressions
   * hold what such a name stands for and no longer say it. Whole when the whole set has been checked.
   */
  readonly used: ReadonlySet<string>;
  /** SHA-256, hex, of the canonical text: ignores layout and comments, nothing else. */
  readonly contentHash: string;
}

/** Both ends inclusive; an undefined end is open for ever. */
export interface Period {
  readonly from: FeelDate | undefined;
  readonly to: FeelDate | undefined;
}

export interface Source {
  readonly name: string;
  readonly title: string | undefined;
  readonly unit: string | undefined;
  readonly span: Span;
}

/** A checked citation, printed as `text` (`Measures2023 art 10`). */
export interface Citation {
  readonly text: string;
  readonly source: Source;
  readonly span: Span;
}

export interface Annotated {
  readonly inForce: Period;
  readonly cites: readonly Citation[];
  readonly basis: Basis | undefined;
  readonly note: string | undefined;
}

export interface Input {
  readonly kind: 'input';
  readonly policy: string;
  readonly name: string;
  readonly label: string | undefined;
  readonly type: Type;
  readonly optional: boolean;
  readonly span: Span;
  /** The leaf facts: for a record input one for each field (of fields, for nested records), else the input itself. */
  readonly facts: readonly Fact[];
}

/** A leaf of the inputs: what a caller sends. Lists are leaves, whatever they hold. */
export interface Fact {
  /** `loan.overdue_days`, `manual.confirmed`, as seen from the policy that declares it. */
  readonly path: string;
  /** Keys from the input's name to the leaf. */
  readonly keys: readonly string[];
  readonly policy: string;
  readonly label: string | undefined;
  readonly type: Type;
  readonly optional: boolean;
  readonly span: Span;
}

/** Policy text that a machine cannot execute, answered in the facts as `manual.NAME` {value, who, when}. */
export interface Manual extends Annotated {
  readonly kind: 'manual';
  readonly name: string;
  readonly question: string | undefined;
  readonly type: Type;
  readonly span: Span;
  readonly fact: Fact;
}

export interface Decision extends Annotated {
  readonly kind: 'decision';
  readonly policy: string;
  readonly name: string;
  readonly label: string | undefined;
  readonly type: Type;
  readonly bodies: readonly ModelBody[];
  readonly exceptions: readonly Exception[];
  readonly span: Span;
}

export type ModelBody =
  /** Its rounding, if any, is part of the expression. */
  | { readonly kind: 'expression'; readonly expression: Typed; readonly inForce: Period; readonly span: Span }
  | Table;

export interface Table extends Annotated {
  readonly kind: 'table';
  readonly hitPolicy: HitPolicy;
  readonly preference: 'worst first' | 'best first' | undefined;
  readonly columns: readonly Column[];
  readonly outputs: readonly Output[];
  readonly rows: readonly Row[];
  /** Rounds the outcome, after the hit policy. */
  readonly rounding: { readonly method: import('../read/tree/statement.ts').RoundingMethod; readonly step: import('../feel/values/decimal.ts').Decimal } | undefined;
  readonly span: Span;
}

export interface Column {
  /** As written. */
  readonly text: string;
  readonly expression: Typed;
  /** The optional fact that the column reads, if it is one: then its value may be missing. */
  readonly mayBeMissing: boolean;
  readonly span: Span;
}

export interface Output {
  readonly name: string;
  readonly type: Type;
}

export interface Row extends Annotated {
  readonly id: string;
  readonly otherwise: boolean;
  /** One for each column. */
  readonly cells: readonly CellTest[];
  /** One for each output. */
  readonly outputs: readonly Typed[];
  readonly span: Span;
}

export interface Exception extends Annotated {
  readonly name: string;
  readonly label: string | undefined;
  readonly target: { readonly kind: 'row'; readonly id: string } | { readonly kind: 'exception'; readonly name: string } | { readonly kind: 'decision' };
  readonly when: Typed;
  readonly then: Typed;
  readonly span: Span;
}

/** A function (DMN: business knowledge model) or a parameter, which is a function with dated rows. */
export interface FunctionModel extends Annotated {
  readonly kind: 'function' | 'parameter';
  readonly policy: string;
  readonly name: string;
  readonly label: string | undefined;
  readonly parameters: readonly { readonly name: string; readonly type: Type; readonly variable: string }[];
  readonly type: Type;
  readonly bodies: readonly ModelBody[];
  readonly span: Span;
}

export interface Trigger extends Annotated {
  readonly kind: 'trigger';
  readonly policy: string;
  readonly name: string;
  readonly label: string | undefined;
  readonly when: Typed;
  readonly emits: readonly { readonly event: string; readonly data: Typed | undefined; readonly span: Span }[];
  readonly span: Span;
}

export interface Property {
  readonly title: string;
  readonly span: Span;
  readonly claim:
    | { readonly kind: 'monotone'; readonly subject: Typed; readonly never: 'improves' | 'worsens' | 'increases' | 'decreases'; readonly driver: Typed; readonly moves: 'increases' | 'decreases' }
    | { readonly kind: 'always'; readonly condition: Typed; readonly when: Typed | undefined };
}

/** Facts that tests take over. */
export interface SharedFacts {
  readonly name: string;
  readonly label: string | undefined;
  readonly span: Span;
  /** What it gives, with what it takes over itself. */
  readonly givens: ReadonlyMap<Fact, import('../feel/values/value.ts').Value>;
}

export interface PolicyTest {
  readonly title: string;
  readonly span: Span;
  readonly asOf: FeelDate;
  /** False where it says `unconfirmed`: what it expects is what the policy gives, and no person has confirmed it. */
  readonly confirmed: boolean;
  /** The leaf facts given, taken over or its own, with values that have been checked against their types. */
  readonly givens: ReadonlyMap<Fact, import('../feel/values/value.ts').Value>;
  readonly expectations: readonly Expectation[];
}

export interface Expectation {
  readonly subject: Decision | Trigger;
  readonly span: Span;
  readonly expected:
    /** Citations are met by those of the answer that are of the same source and read alike. */
    | { readonly kind: 'value'; readonly value: Typed; readonly by: readonly string[]; readonly cites: readonly Citation[] }
    /** `reason`: the code of one of the decision's reasons. */
    | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly reason: string | undefined; readonly paths: readonly string[] }
    | { readonly kind: 'emits'; readonly event: string; readonly data: Typed | undefined }
    | { readonly kind: 'silent' };
}

/** An enum as values see it. Two are the same only if they are the same object: one declaration, one vocabulary. */
export interface Vocabulary {
  readonly name: string;
  readonly members: readonly EnumMember[];
  /** Undefined where the enum is not ordered. `worst last` (the default of `ordered`) ranks the last member worst. */
  readonly order: 'worst last' | 'worst first' | undefined;
}

/** A member of an enum; there is one object for each, so that equality is identity. */
export class EnumMember {
  constructor(
    readonly vocabulary: Vocabulary,
    readonly name: string,
    /** Its place in the declaration, from 0; `<` compares it. */
    readonly rank: number,
    /** What people call it. */
    readonly label: string | undefined = undefined,
  ) {}
}

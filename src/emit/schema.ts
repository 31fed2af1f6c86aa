import type { Json } from '../evaluate/answer.ts';

/** A JSON Schema (2020-12), which is JSON itself. */
export type Schema = { readonly [keyword: string]: Json };

/**
 * Whether a schema demands every fact that is not optional. `complete` describes what every decision can be reached
 * with; `accepted` what the endpoint takes, which answers `missing_facts` where one that is needed is absent.
 */
export type Demand = 'complete' | 'accepted';

import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';
import { compile } from '../../src/library/compile.ts';
import type { Sources } from '../../src/library/compile.ts';
import type { Policy } from '../../src/model/policy.ts';
import { createService } from '../../src/service/service.ts';

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** The body as JSON.parse sees it. */
  readonly json: unknown;
}

/** A service that listens on a free port while a file's tests run. */
export function serving(sources: Sources): { readonly origin: () => string; readonly policies: () => ReadonlyMap<string, Policy>; readonly internalErrors: readonly unknown[] } {
  const internalErrors: unknown[] = [];
  let compiled: ReadonlyMap<string, Policy> = new Map();
  const service = createService({ policies: () => compiled, onInternalError: (error) => internalErrors.push(error) });
  beforeAll(async () => {
    const { policies, diagnostics } = await compile(sources);
    if (diagnostics.length > 0) throw new Error(`the policies have problems: ${diagnostics.map(({ code }) => code).join(', ')}`);
    compiled = policies;
    await service.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => service.close());
  return { origin: () => `http://127.0.0.1:${(service.server.address() as AddressInfo).port}`, policies: () => compiled, internalErrors };
}

export async function send(url: string, init?: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, text, headers: response.headers, json: JSON.parse(text) };
}

/** POSTs text as JSON, exactly as it stands. */
export function post(url: string, body: string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  return send(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
}

import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { lending } from '../service/lending-policy.ts';
import { ended, workplace } from './plumbline.ts';

const { plumbline, start } = workplace({ ...lending, 'bad/bad.policy': 'policy bad\ndecision x : Y = 1\n' });

test.each(['SIGTERM', 'SIGINT'] as const)('serves until it is told to end, by %s, and ends cleanly', async (signal) => {
  const child = start('serve', 'lending.policy', '--port', '0');
  const [first] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  const end = ended(child);
  const origin = /http:\/\/\S+:\d+/.exec(first.toString())?.[0] ?? '';
  expect(first.toString()).toContain(`POST ${origin}/v1/policies/lending/evaluate`);
  const response = await fetch(`${origin}/v1/policies/lending/evaluate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"facts": {"loan": {"overdue_days": 91}}, "as_of": "2024-01-31", "decisions": ["class"]}',
  });
  expect(await response.json()).toMatchObject({ decisions: { class: { value: 'loss' } } });
  child.kill(signal);
  expect(await end).toMatchObject({ status: 0, error: '' });
  await expect(fetch(origin)).rejects.toThrow();
});

test('policies with errors are not served: status 1', async () => {
  const { status, error } = await plumbline(['serve', 'bad', '--port', '0']);
  expect(status).toBe(1);
  expect(error).toContain('bad/bad.policy:2:');
});

test('a port that is taken is named: status 2', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { status, error } = await plumbline(['serve', 'lending.policy', '--port', String(port)]);
  expect(status).toBe(2);
  expect(error).toContain(`port ${port} is taken`);
  other.close();
});

test.each(['abc', '70000', '-1', '80.5'])('%s is no port: status 2', async (port) => {
  expect((await plumbline(['serve', '.', '--port', port])).status).toBe(2);
});

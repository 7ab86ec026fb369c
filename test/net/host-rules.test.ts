import { describe, expect, it } from 'vitest';
import { hostRule } from '../../src/net/host-rules.ts';

const judge = (url: string, policy: Partial<Parameters<typeof hostRule>[0]> = {}): string | undefined =>
  hostRule({ privateHosts: [], httpHosts: [], loopback: false, ...policy })(new URL(url));

describe('hosts of registrations', () => {
  it.each([
    'https://a.example.com/mcp',
    'https://x.gateway.bedrock-agentcore.us-east-1.amazonaws.com/mcp',
    'https://8.8.8.8/',
  ])('takes the public %s', (url) => {
    expect(judge(url)).toBeUndefined();
  });

  it.each([
    'https://10.1.2.3/mcp',
    'https://10.1.2.3./mcp',
    'https://0xa010203/mcp',
    'https://192.168.1.1/',
    'https://172.16.0.1/',
    'https://100.64.0.1/',
    'https://[fd12::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://orders/mcp',
    'https://orders.internal/mcp',
    'https://orders.tools.svc.cluster.local/mcp',
  ])('takes the private %s only where it is listed', (url) => {
    expect(judge(url)).toMatch(/network\.privateHosts/);
    expect(judge(url, { privateHosts: [new URL(url).hostname] })).toBeUndefined();
  });

  it.each([
    'https://169.254.169.254/latest',
    'https://2852039166/latest',
    'https://[::ffff:169.254.169.254]/',
    'https://[fe80::1]/',
    'https://[fd00:ec2::254]/',
    'https://0.0.0.0/',
    'https://100.100.100.200/',
    'https://metadata.google.internal/',
    'https://METADATA.google.internal./',
    'https://instance-data/latest',
    // No name at all: what a resolver makes of it nobody knows.
    'https://metadata.google.internal../',
    'https://localhost../',
    'https://../mcp',
    'https://a..example.com/',
    'https://.example.com/',
  ])('never takes %s', (url) => {
    const listed = { privateHosts: [new URL(url).hostname], httpHosts: [new URL(url).hostname], loopback: true };
    expect(judge(url, listed)).toMatch(/never registered/);
  });

  it.each([
    'https://localhost/',
    'http://127.0.0.1:8080/mcp',
    'http://a.localhost/',
    'http://[::1]/',
    'https://127.1/',
  ])('takes %s only where the registry is on this machine too', (url) => {
    expect(judge(url)).toMatch(/loopback/);
    expect(judge(url, { privateHosts: [new URL(url).hostname] })).toMatch(/loopback/);
    expect(judge(url, { loopback: true })).toBeUndefined();
  });

  it('takes http where the host is listed for it, public or not', () => {
    expect(judge('http://tools.example.com/mcp', { loopback: true })).toMatch(/expected https/);
    expect(judge('http://orders:8000/mcp', { privateHosts: ['orders'] })).toMatch(/expected https/);
    const listed = { privateHosts: ['orders', '*.tools.svc'], httpHosts: ['orders', '*.tools.svc'] };
    expect(judge('http://orders:8000/mcp', listed)).toBeUndefined();
    expect(judge('http://prices.tools.svc/mcp', listed)).toBeUndefined();
    expect(judge('http://tools.svc/mcp', listed)).toMatch(/private/);
    expect(judge('ftp://orders/mcp', listed)).toMatch(/expected https/);
  });
});

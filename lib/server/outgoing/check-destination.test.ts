// D10, D12: where outgoing requests may go, in every spelling an address can have.
import { describe, expect, it } from 'vitest';
import { checkDestination, checkHost, checkUrl } from './check-destination';
import { isGlobalAddress } from './global-address';
import type { OutgoingRules } from './rules';

const PUBLIC = [{ address: '93.184.215.14', family: 4 }];

function rules(more: Partial<OutgoingRules> = {}): OutgoingRules {
  return {
    allowHttp: false,
    allowHosts: [],
    ownHosts: ['own.example'],
    resolve: async () => PUBLIC,
    ...more,
  };
}

async function codeOf(url: string, more: Partial<OutgoingRules> = {}): Promise<string> {
  const checked = await checkDestination(url, rules(more));
  return checked.ok ? 'ok' : checked.refusal.code;
}

describe('isGlobalAddress', () => {
  it.each([
    ['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254'],
    ['172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1'],
    ['198.51.100.1', '203.0.113.9', '224.0.0.1', '239.1.1.1', '240.0.0.1', '255.255.255.255'],
    ['::', '::1', '::127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::ffff:0:1.2.3.4', '64:ff9b::7f00:1'],
    ['64:ff9b:1::1', '2002:7f00:1::', '2001::1', '2001:db8::1', '3fff::1', 'fc00::1', 'fd12::1', 'fe80::1'],
    ['fe80::1%eth0', 'fec0::1', 'ff02::1', '100::1', '5f00::1', 'not an address', ''],
  ])('refuses what is not public: %s, %s …', (...addresses) => {
    expect(addresses.filter((address) => isGlobalAddress(address))).toEqual([]);
  });

  it('accepts public addresses', () => {
    const addresses = ['8.8.8.8', '93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '2a00:1450::1'];
    expect(addresses.filter((address) => !isGlobalAddress(address))).toEqual([]);
  });
});

describe('checkDestination', () => {
  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://0x7f.0.0.0x1/',
    'https://127.0.0.1./',
    'https://10.0.0.1/hook',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[0:0:0:0:0:ffff:7f00:0001]/',
    'https://[64:ff9b::a00:1]/',
    'https://[fd00::1]/',
    'https://①②⑦.⓪.⓪.①/',
  ])('refuses %s without a lookup', async (url) => {
    const resolve = () => Promise.reject(new Error('must not be asked'));
    expect(await codeOf(url, { resolve })).toBe('forbidden-address');
  });

  it.each(['https://localhost/', 'https://inside.example/', 'https://own.example/'])(
    'refuses %s by the address behind the name',
    async (url) => {
      const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
      expect(await codeOf(url, { resolve })).toBe('forbidden-address');
    },
  );

  it('refuses our own name even where its address is public', async () => {
    expect(await codeOf('https://own.example/')).toBe('forbidden-address');
  });

  it('refuses a name of which only one address is inside', async () => {
    const resolve = async () => [...PUBLIC, { address: 'fd00::1', family: 6 }];
    expect(await codeOf('https://mixed.example/', { resolve })).toBe('forbidden-address');
  });

  it.each([
    ['ftp://shop.example/', 'bad-url'],
    ['file:///etc/passwd', 'bad-url'],
    ['javascript:alert(1)', 'bad-url'],
    ['//shop.example', 'bad-url'],
    ['https://', 'bad-url'],
    ['https://user@shop.example/', 'user-info'],
    ['https://user:word@shop.example/', 'user-info'],
    ['http://shop.example/', 'not-https'],
    ['https://shop.example:22/', 'forbidden-port'],
    ['https://shop.example:6379/', 'forbidden-port'],
  ])('refuses %s as %s', async (url, code) => {
    expect(await codeOf(url)).toBe(code);
  });

  it('looks a name up once and pins the first address', async () => {
    const answers = [PUBLIC, [{ address: '127.0.0.1', family: 4 }]];
    let lookups = 0;
    const resolve = async () => answers[lookups++] ?? [];
    const checked = await checkDestination('https://rebind.example/', rules({ resolve }));
    expect(checked).toMatchObject({ ok: true, value: { pinned: PUBLIC[0] } });
    expect(lookups).toBe(1);
  });

  it('lets the operator allow a host, with or without its port', async () => {
    const inside = { resolve: async () => [{ address: '10.0.0.5', family: 4 }] };
    expect(await codeOf('http://crm.inside:9000/', { ...inside, allowHosts: ['crm.inside'] })).toBe('ok');
    expect(await codeOf('http://crm.inside:9000/', { ...inside, allowHosts: ['crm.inside:9000'] })).toBe(
      'ok',
    );
    expect(await codeOf('https://crm.inside/', { ...inside, allowHosts: ['crm.inside:9000'] })).toBe(
      'forbidden-address',
    );
  });

  it('allows http by flag, on its usual ports only', async () => {
    expect(await codeOf('http://shop.example/', { allowHttp: true })).toBe('ok');
    expect(await codeOf('http://shop.example:443/', { allowHttp: true })).toBe('forbidden-port');
  });

  it('says so where a name is unknown', async () => {
    expect(await codeOf('https://nowhere.example/', { resolve: async () => [] })).toBe('unknown-host');
    const broken = { resolve: () => Promise.reject(new Error('SERVFAIL')) };
    expect(await codeOf('https://nowhere.example/', broken)).toBe('unknown-host');
  });
});

describe('the shell of the rules', () => {
  it('takes flags from the environment and knows its own name', () => {
    expect(checkUrl('https://shop.example/')).toMatchObject({ ok: true });
  });

  it('judges a host without a URL the same way', async () => {
    expect(await checkHost('127.0.0.1', 25, rules())).toMatchObject({ ok: false });
    expect(await checkHost('smtp.example', 587, rules())).toEqual({ ok: true, value: PUBLIC[0] });
  });
});

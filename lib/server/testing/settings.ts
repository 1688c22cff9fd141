// The environment tests run under: parsed like any other, with a fixed key and loopback allowed for test peers.
import { type Env, parseEnv } from '../env';

export function testEnv(more: Record<string, string> = {}): Env & { secretKey: Buffer } {
  const env = parseEnv({
    SECRET_KEY: '42'.repeat(32),
    ALLOW_TIME_TRAVEL: '1',
    ALLOW_HTTP_WEBHOOKS: '1',
    PUBLIC_URL: 'http://localhost:3000',
    ...more,
  });
  return { ...env, secretKey: env.secretKey ?? Buffer.alloc(32) };
}

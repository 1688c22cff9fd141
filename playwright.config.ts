// Browser tests against the real server with the embedded database: built, seeded, on a data folder of their own.
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

// Workers evaluate this file again: the environment hands them the first process's choice.
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), 'throughline-e2e-'));
const port = 3100;
const smtpPort = 3125;
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: process.env.E2E_REPORT ? [['list'], ['json', { outputFile: process.env.E2E_REPORT }]] : 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(existsSync(chromium) ? { executablePath: chromium } : {}),
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node --enable-source-maps .build/main.js',
    url: `http://localhost:${port}/readyz`,
    timeout: 180_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      NODE_ENV: 'production',
      SEED_DEMO: '1',
      PORT: String(port),
      DATA_DIR: process.env.E2E_DATA_DIR,
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      ALLOW_TIME_TRAVEL: '1',
      ALLOW_HTTP_WEBHOOKS: '1',
      OUTGOING_ALLOW_HOSTS: '127.0.0.1,localhost',
    },
  },
});

// `npm run build`: the studio by Next, then the entries that run outside it. Nothing is reported to anybody.
import { must } from './run.mjs';

await must('npx', ['next', 'build'], { env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } });
await import('./build-server.mjs');

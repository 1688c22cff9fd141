// One Argon2id run, off the main thread: it takes a tenth of a second, which ingestion must not wait for.
import { parentPort, workerData } from 'node:worker_threads';
import { argon2id, argon2Verify } from 'hash-wasm';

// OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
const cost = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 };

const { password, hash, salt } = workerData;
const answer = hash
  ? await argon2Verify({ password, hash })
  : await argon2id({ ...cost, password, salt, outputType: 'encoded' });
parentPort?.postMessage(answer);

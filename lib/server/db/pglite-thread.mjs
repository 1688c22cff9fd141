// PGlite in a thread of its own, so that a heavy query never freezes web and ingestion. Speaks PostgreSQL's wire protocol.
// Plain JavaScript, because threads are started by path from bundles and tests alike.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

const { dataDir, template } = workerData;
const database = await PGlite.create({
  ...(dataDir ? { dataDir } : {}),
  ...(template ? { loadDataDir: new Blob([template]) } : {}),
});
parentPort.postMessage({ kind: 'ready' });

let turn = Promise.resolve();
parentPort.on('message', (message) => {
  turn = turn
    .then(() => answer(message))
    .catch((error) => {
      parentPort.postMessage({ kind: 'failed', reason: String(error) });
    });
});

async function answer(message) {
  if (message.kind === 'wire') {
    const bytes = await database.execProtocolRaw(message.bytes);
    parentPort.postMessage({ kind: 'wire', bytes });
  } else if (message.kind === 'dump') {
    const file = await database.dumpDataDir('none');
    parentPort.postMessage({ kind: 'dump', bytes: new Uint8Array(await file.arrayBuffer()) });
  } else if (message.kind === 'close') {
    await database.close();
    parentPort.postMessage({ kind: 'closed' });
    parentPort.close();
  }
}

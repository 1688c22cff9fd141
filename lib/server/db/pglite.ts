// The embedded database: PGlite behind a stream that the ordinary `pg` driver takes for a socket.
import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { threadFile } from '../thread-file';

interface FromThread {
  kind: 'ready' | 'wire' | 'dump' | 'closed' | 'failed';
  bytes?: Uint8Array;
  reason?: string;
}

export interface Embedded {
  /** A fresh stream for one connection; PGlite has one session, so only one connection may be open. */
  stream(): Duplex;
  /** The whole data folder as a tar, to start other databases from. */
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a data folder, or an in-memory database when `dataDir` is null; `template` is a dump to start from. */
export async function openPglite(dataDir: string | null, template?: Uint8Array): Promise<Embedded> {
  const thread = new Worker(threadFile('lib/server/db/pglite-thread.mjs'), {
    workerData: { dataDir, template },
  });
  await next(thread, 'ready');
  return {
    stream: () => new Wire(thread),
    dump: async () => {
      thread.postMessage({ kind: 'dump' });
      return (await next(thread, 'dump')).bytes ?? new Uint8Array();
    },
    close: async () => {
      thread.postMessage({ kind: 'close' });
      await next(thread, 'closed');
      await thread.terminate();
    },
  };
}

function next(thread: Worker, kind: FromThread['kind']): Promise<FromThread> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      thread.off('message', onMessage);
      thread.off('error', onError);
      act();
    };
    const onError = (error: unknown) => settle(() => reject(error));
    const onMessage = (message: FromThread) => {
      if (message.kind === kind) settle(() => resolve(message));
      else if (message.kind === 'failed') settle(() => reject(new Error(message.reason)));
    };
    thread.on('message', onMessage);
    thread.on('error', onError);
  });
}

/** A duplex stream in place of a socket; the extra methods are the ones `pg` calls on sockets. */
class Wire extends Duplex {
  private readonly onMessage = (message: FromThread) => {
    if (message.kind === 'failed') this.destroy(new Error(message.reason));
    else if (message.kind === 'wire' && message.bytes) this.push(message.bytes);
  };

  constructor(private readonly thread: Worker) {
    super();
    thread.on('message', this.onMessage);
  }

  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    // A plain copy: the driver reuses its buffer, and a pooled Buffer cannot be cloned cheaply.
    this.thread.postMessage({ kind: 'wire', bytes: new Uint8Array(chunk) });
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.thread.off('message', this.onMessage);
    done(error);
  }

  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}
}

// `npm run import -- orders.csv`: customers and orders from a CSV file into a running server. Speaks HTTP like any shop,
// because two programs on one embedded database would destroy it.
import { parseArgs } from 'node:util';
import { readCredentials } from '@/lib/server/demo/credentials';
import { ImportError, type RowProblem } from '@/lib/server/import/import-error';
import { type Progress, runImport, type Summary } from '@/lib/server/import/run-import';
import { sendBatch, type Target } from './send-batch';

const USAGE = `Usage: npm run import -- FILE.csv[.gz] [options]

  --dry-run            read and judge the file, send nothing
  --map FIELD=COLUMN   what a column means, where its name does not tell; may be repeated
                       fields: order_id, kind, ordered_at, total, currency, customer_id, email, phone, name,
                       first_name, last_name, language, city, country
  --url URL            the server (otherwise from DATA_DIR/credentials.json)
  --key WRITE_KEY      its write key (otherwise from there as well)`;

/** More would bury the first ones, which mostly tell what is wrong with the others. */
const SHOWN_PROBLEMS = 1_000;
const PROGRESS_EVERY_ROWS = 5_000;

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  if (values.help || file === undefined || positionals.length > 1) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const target = values['dry-run'] ? null : targetOf(values.url, values.key);
  let shown = 0;
  const summary = await runImport({
    file,
    map: new Map(values.map?.map(pairOf)),
    send: target && ((calls) => sendBatch(target, calls)),
    onProblem: (problem) => {
      shown += 1;
      if (shown <= SHOWN_PROBLEMS) console.error(sentence(problem));
    },
    onProgress: progressPrinter(),
  });
  if (shown > SHOWN_PROBLEMS) console.error(`… and ${shown - SHOWN_PROBLEMS} more.`);
  console.log(closing(summary, target === null));
  if (summary.problems > 0) process.exitCode = 1;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        map: { type: 'string', multiple: true },
        url: { type: 'string' },
        key: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new ImportError(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

function pairOf(pair: string): [string, string] {
  const at = pair.indexOf('=');
  if (at < 1) throw new ImportError(`--map ${pair}: write FIELD=COLUMN, such as order_id=Invoice.`);
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function targetOf(url: string | undefined, key: string | undefined): Target {
  const dataDir = process.env.DATA_DIR || './data';
  const known = url && key ? null : readCredentials(dataDir, 'finished');
  const target = { url: url ?? known?.url, writeKey: key ?? known?.writeKey };
  if (!target.url || !target.writeKey) {
    throw new ImportError(
      `There is no credentials.json in ${dataDir}: start the server first (npm run up), or give --url and --key.`,
    );
  }
  if (!URL.canParse(target.url)) throw new ImportError(`--url ${target.url} is not an address.`);
  return { url: target.url, writeKey: target.writeKey };
}

function sentence({ line, field, message }: RowProblem): string {
  return `line ${line}${field === null ? '' : `, ${field}`}: ${message}`;
}

function progressPrinter(): (progress: Progress) => void {
  let next = PROGRESS_EVERY_ROWS;
  return ({ rows, share }) => {
    const text = `${rows.toLocaleString('en')} rows read (${Math.floor(share * 100)} %)`;
    if (process.stdout.isTTY) process.stdout.write(`\r${text}`);
    else if (rows >= next) {
      console.log(text);
      next = rows + PROGRESS_EVERY_ROWS;
    }
  };
}

function closing(summary: Summary, isDryRun: boolean): string {
  const count = (number: number) => number.toLocaleString('en');
  const { rows, orders, customers, accepted, duplicates, problems } = summary;
  const read = `${count(rows)} rows: ${count(orders)} orders and ${count(customers)} customer updates.`;
  const sent = isDryRun
    ? 'Dry run: nothing was sent.'
    : `${count(accepted)} events stored, ${count(duplicates)} were there already.`;
  return `${process.stdout.isTTY ? '\n' : ''}${read}\n${sent}\nProblems: ${count(problems)}.`;
}

main().catch((error: unknown) => {
  if (!(error instanceof ImportError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});

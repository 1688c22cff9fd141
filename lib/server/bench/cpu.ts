// Processor time, in seconds, of everything a measurement involves: this process with its threads, and the database server's processes.
import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

export function cpuSeconds(databasePid: number | null): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + (databasePid === null ? 0 : familySeconds(databasePid));
}

/** Of a process, its living children, and the children it has already buried. */
export function familySeconds(pid: number): number {
  const own = statOf(pid);
  if (!own) return 0;
  const children = readdirSync('/proc')
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === pid);
  return own.self + own.buried + children.reduce((sum, child) => sum + (child?.self ?? 0), 0);
}

function statOf(pid: number): { parent: number; self: number; buried: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number) ?? [];
    const ticks = (index: number) => (fields[index] ?? 0) / TICKS_PER_SECOND;
    return { parent: fields[1] ?? 0, self: ticks(11) + ticks(12), buried: ticks(13) + ticks(14) };
  } catch {
    return null;
  }
}

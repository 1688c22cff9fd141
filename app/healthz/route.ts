// Says that the process lives. Asks nobody else, so that a database that is away does not get it restarted.

export const dynamic = 'force-dynamic';

export function GET(): Response {
  return Response.json({ status: 'alive' }, { headers: { 'cache-control': 'no-store' } });
}

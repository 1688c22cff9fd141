// The import fence: imports run one way (ARCHITECTURE.md). `lib/fence/fence.test.ts` proves that it bites.
const layer = (name) => `^(lib/fence/planted/)?(?!lib/fence/planted/)${name}/`;
const test = '\\.test\\.tsx?$|/testing/';

/** What a layer may not import: everything of ours except the layers named. */
const only = (from, allowed, comment) => ({
  name: `${from.replaceAll('/', '-')}-imports`,
  comment,
  severity: 'error',
  from: { path: layer(from), pathNot: test },
  to: {
    path: layer('(app|components|lib|drizzle|e2e)'),
    pathNot: [from, ...allowed].map(layer),
  },
});

module.exports = {
  forbidden: [
    only('lib/core', [], 'The core is pure: it imports itself, zod and the named pure libraries.'),
    {
      name: 'lib-core-packages',
      comment: 'The core may use zod and the named pure libraries; no Node built-ins, no React, no Next.',
      severity: 'error',
      from: { path: layer('lib/core'), pathNot: test },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown', 'core'],
        pathNot: 'node_modules/(zod|temporal-polyfill|temporal-spec|@stdlib)/',
      },
    },
    only('lib/queries', ['lib/core'], 'Queries are isomorphic: core and TanStack Query only.'),
    only('drizzle', ['lib/core'], 'The schema knows the core and nothing else of ours.'),
    only('lib/server', ['lib/core', 'lib/i18n', 'drizzle'], 'The shell does not know pages.'),
    only('lib/actions', ['lib/server', 'lib/core'], 'An action is one line over a verb.'),
    only(
      'components',
      ['lib/core', 'lib/queries', 'lib/actions', 'lib/i18n'],
      'Components never see the server or the tables, not even as types.',
    ),
    only('app', ['components', 'lib'], 'Routes load, choose and compose; tables are the server’s.'),
    only('e2e', ['lib/core', 'drizzle'], 'A browser test is a browser.'),
    {
      name: 'sockets',
      comment:
        'Outgoing requests go through lib/server/outgoing, which checks where they lead; the entries only listen.',
      severity: 'error',
      from: {
        path: layer('lib'),
        pathNot: `${test}|/(outgoing|chaos|bench|cli)/|server/((main|ingest)\\.ts$|demo/traffic/)`,
      },
      to: {
        path: '^(node:)?(http|https|http2|net|tls|dgram|dns|dns/promises)$|node_modules/undici/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'provider-sdks',
      comment: 'A provider’s SDK opens sockets of its own: only its adapter, which guards them, may hold it.',
      severity: 'error',
      from: { path: layer('lib'), pathNot: `${test}|server/channels/` },
      to: { path: 'node_modules/(nodemailer|twilio)/' },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files are one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.build)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};

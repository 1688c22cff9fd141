// Renders Liquid away from everything else: a thread that can be killed, with no files and no prototypes to reach.
// Plain JavaScript, because threads are started by path from bundles and tests alike.
import { parentPort } from 'node:worker_threads';
import { Liquid } from 'liquidjs';

const LONGEST_ARRAY = 1000;

/** Everything that only turns a value into another value. No `raw`: nothing may leave unescaped. */
const FILTERS =
  `abs append at_least at_most capitalize ceil compact concat date date_to_string default divided_by
  downcase escape escape_once find find_index first floor group_by has join json last lstrip map minus modulo
  normalize_whitespace number_of_words plus pop prepend push reject remove remove_first remove_last replace
  replace_first replace_last reverse round rstrip shift size slice sort sort_natural split strip strip_html
  strip_newlines sum times truncate truncatewords uniq unshift upcase uri_escape url_encode where`.split(
    /\s+/,
  );

/** No tag that loads another template: `include`, `render`, `layout` and `block` do not exist here. */
const TAGS =
  `assign break capture case comment continue cycle echo for if liquid raw tablerow unless #`.split(/\s+/);

/** Where a value lands decides how it is made harmless. */
const ESCAPES = {
  // Once, so that text which went through `capture` does not show its entities.
  html: (value) => asHtml(unescaped(shown(value))),
  text: (value) => shown(value),
  json: (value) => JSON.stringify(shown(value)).slice(1, -1),
};

function shown(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };
const CHARACTERS = Object.fromEntries(
  Object.entries(ENTITIES).map(([character, entity]) => [entity, character]),
);

function asHtml(text) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

function unescaped(text) {
  return text.replace(/&(?:amp|lt|gt|#34|#39);/g, (entity) => CHARACTERS[entity]);
}

function engineFor(into) {
  const engine = new Liquid({
    templates: {},
    ownPropertyOnly: true,
    dynamicPartials: false,
    strictFilters: true,
    outputEscape: ESCAPES[into],
    parseLimit: 100_000,
    renderLimit: 250,
    memoryLimit: 1_000_000,
    timezoneOffset: 'Etc/UTC',
    locale: 'en',
  });
  keepOnly(engine.filters, FILTERS);
  keepOnly(engine.tags, TAGS);
  // In a JSON document a whole value may be placed as JSON; it is complete and needs no further escape.
  if (into === 'json') {
    engine.registerFilter('json', { raw: true, handler: (value) => JSON.stringify(value ?? null) });
  }
  return engine;
}

function keepOnly(table, names) {
  for (const name of Object.keys(table)) if (!names.includes(name)) delete table[name];
}

const engines = { html: engineFor('html'), text: engineFor('text'), json: engineFor('json') };

/** A frozen copy without prototypes, with long arrays cut. */
function inert(value) {
  if (Array.isArray(value)) return Object.freeze(value.slice(0, LONGEST_ARRAY).map(inert));
  if (value === null || typeof value !== 'object') return value;
  const copy = Object.create(null);
  for (const key of Object.keys(value)) copy[key] = inert(value[key]);
  return Object.freeze(copy);
}

const answers = {
  render({ parts, data }) {
    const scope = inert(data);
    return parts.map(({ source, into }) => {
      const engine = engines[into];
      return String(engine.renderSync(engine.parse(source), scope));
    });
  },
  check({ source }) {
    engines.html.parse(source);
    return null;
  },
  variables({ source }) {
    return engines.html.globalVariableSegmentsSync(source).map((segments) => segments.map(String));
  },
};

function problemOf(error) {
  const [line = null, column = null] = error?.token?.getPosition?.() ?? [];
  const text = String(error?.originalError?.message ?? error?.message ?? error);
  return { message: text.split('\n')[0].replace(/, line:\d+, col:\d+$/, ''), line, column };
}

parentPort.on('message', (question) => {
  try {
    parentPort.postMessage({ ok: true, value: answers[question.kind](question) });
  } catch (error) {
    parentPort.postMessage({ ok: false, problem: problemOf(error) });
  }
});

parentPort.postMessage('ready');

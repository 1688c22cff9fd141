// No page writes a sentence of its own, nor dates, numbers or an alphabet of one language: all of that is the reader's.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** What a component calls its texts, besides what HTML does. */
const spokenNames =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|hint|description|heading|text|caption|message|summary|submit|empty|error)$/;

/** Two letters make a word; one is a key, a unit or a mark. How an address begins is none. */
const word = /\p{L}\p{L}(?!\p{L}*:\/\/)/u;

function problemsIn(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const report = (node: ts.Node, text: string) => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push(`${file}:${line} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && word.test(node.text)) report(node, node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) reportWords(node.expression, report);
    if (ts.isJsxAttribute(node) && spokenNames.test(node.name.getText()))
      reportWords(node.initializer, report);
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) reportForeignCall(node, report);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

type Report = (node: ts.Node, text: string) => void;

/** Only what is shown itself: not what is compared, called or looked up on the way to it. */
function reportWords(node: ts.Node | undefined, report: Report): void {
  if (!node) return;
  if (ts.isJsxExpression(node)) reportWords(node.expression, report);
  else if (ts.isParenthesizedExpression(node)) reportWords(node.expression, report);
  else if (ts.isConditionalExpression(node)) {
    reportWords(node.whenTrue, report);
    reportWords(node.whenFalse, report);
  } else if (ts.isBinaryExpression(node)) {
    const isChoice = ['&&', '||', '??', '+'].includes(node.operatorToken.getText());
    if (isChoice) reportWords(node.right, report);
    if (isChoice && node.operatorToken.getText() !== '&&') reportWords(node.left, report);
  } else if (ts.isStringLiteralLike(node)) {
    if (word.test(node.text)) report(node, node.text);
  } else if (ts.isTemplateExpression(node)) {
    const text = [node.head, ...node.templateSpans.map(({ literal }) => literal)].map((part) => part.text);
    if (word.test(text.join(' '))) report(node, node.getText());
  }
}

/** `new Intl.NumberFormat('en')`, `a.localeCompare(b)` in whatever language the server has, `date.toLocaleString()`. */
function reportForeignCall(node: ts.CallExpression | ts.NewExpression, report: Report): void {
  if (!ts.isPropertyAccessExpression(node.expression)) return;
  const { expression, name } = node.expression;
  const given = node.arguments ?? [];
  const first = given[0];
  const isOneLanguage = first === undefined || ts.isStringLiteralLike(first);
  const isIntl = expression.getText() === 'Intl' && name.text !== 'supportedValuesOf';
  if (isIntl && isOneLanguage) report(node, node.getText());
  if (/^toLocale(Date|Time)?String$/.test(name.text)) report(node, node.getText());
  if (name.text === 'localeCompare' && given.length < 2) report(node, node.getText());
  const isToast = expression.getText() === 'toast';
  if (isToast) reportWords(first, report);
}

it.each([
  '<p>Hello</p>',
  "<p>{isNew ? 'New' : t('old')}</p>",
  "<p>{name || 'Nobody'}</p>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the code that is looked at.
  '<p>{`${count} people`}</p>',
  '<button aria-label="Close" />',
  "<img alt={'A picture'} />",
  "<Field label={isNew ? 'Name' : t('name')} />",
  "toast.success('Saved')",
  "new Intl.NumberFormat('en-GB')",
  'new Intl.DateTimeFormat()',
  'date.toLocaleString(locale)',
  'one.localeCompare(other)',
])('sees what is wrong with %s', (source) => {
  expect(problemsIn('planted.tsx', source)).toHaveLength(1);
});

it.each([
  "<p className='text-sm'>{t('hello')} · {count} %</p>",
  "<p>{kind === 'new' && <b />}</p>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the code that is looked at.
  '<Chip tone="good" label={t(`kinds.${kind}`)} />',
  'new Intl.NumberFormat(locale)',
  'one.localeCompare(other, locale)',
])('has nothing against %s', (source) => {
  expect(problemsIn('planted.tsx', source)).toEqual([]);
});

it('finds no visible text outside the catalogue', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const files = ['app', 'components'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  expect(files.length).toBeGreaterThan(500);
  expect(files.flatMap((file) => problemsIn(file, readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
});

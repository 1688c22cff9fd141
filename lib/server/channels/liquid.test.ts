// D13 to D15, and the limits a template runs under.
import { afterAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/json';
import { checkTemplate, closeLiquid, renderLiquid, type Target, variablesOf } from './liquid';

afterAll(closeLiquid);

async function render(source: string, data: JsonObject = {}, into: Target = 'html'): Promise<string> {
  const rendered = await renderLiquid([{ source, into }], data);
  return rendered.ok ? rendered.value.join() : `!${rendered.refusal.message}`;
}

describe('renderLiquid', () => {
  it('fills in values and escapes them for where they land', async () => {
    const data = { customer: { name: `<b>"O'Neill" & co` } };
    expect(await render('Hi {{ customer.name }}', data)).toBe('Hi &lt;b&gt;&#34;O&#39;Neill&#34; &amp; co');
    expect(await render('Hi {{ customer.name }}', data, 'text')).toBe(`Hi <b>"O'Neill" & co`);
    expect(await render('{"a":"{{ customer.name }}"}', data, 'json')).toBe(`{"a":"<b>\\"O'Neill\\" & co"}`);
  });

  it('escapes captured text once', async () => {
    const source = '{% capture full %}{{ name }}!{% endcapture %}{{ full }}';
    expect(await render(source, { name: `O'Neill <3` })).toBe('O&#39;Neill &lt;3!');
  });

  it('places whole values in JSON', async () => {
    expect(await render('{{ items | json }} {{ none | json }}', { items: [{ a: '"' }] }, 'json')).toBe(
      '[{"a":"\\""}] null',
    );
  });

  it('escapes what tags print, too', async () => {
    const sources = ['{% echo x %}', '{% liquid echo x %}', '{% cycle x, "a" %}'];
    const printed = await Promise.all(sources.map((source) => render(source, { x: '<i>' })));
    expect(printed).toEqual(['&lt;i&gt;', '&lt;i&gt;', '&lt;i&gt;']);
  });

  it.each([
    '{{ customer.constructor.constructor }}',
    '{{ customer.__proto__ }}',
    '{{ customer.toString }}',
    '{{ constructor }}',
    '{{ customer.items.constructor }}',
    '{{ customer.items.map }}',
  ])('finds nothing behind %s', async (source) => {
    expect(await render(source, { customer: { name: 'Ann', items: [1] } })).toBe('');
  });

  it('renders no output of another render', async () => {
    expect(await render('{{ x }}', { x: '{{ customer.email }}{% include "a" %}' })).toBe(
      '{{ customer.email }}{% include &#34;a&#34; %}',
    );
  });

  it('cuts long arrays', async () => {
    expect(await render('{{ list.size }}', { list: Array.from({ length: 4000 }, (_, index) => index) })).toBe(
      '1000',
    );
  });

  it('keeps one render from changing what the next one sees', async () => {
    await render('{% assign customer = "gone" %}', { customer: { name: 'Ann' } });
    expect(await render('{{ customer.name }}', { customer: { name: 'Ann' } })).toBe('Ann');
  });

  it.each([
    '{% for i in (1..100000000) %}{% endfor %}',
    '{% for i in (1..900) %}{% for j in (1..900) %}{% for k in (1..900) %}x{% endfor %}{% endfor %}{% endfor %}',
    '{% assign s = "aaaaaaaaaa" %}{% for i in (1..40) %}{% assign s = s | append: s %}{% endfor %}',
    '{{ "x" | prepend: "y" | slice: 0 }}'.repeat(5000),
  ])('stops %.60s', async (source) => {
    expect(await render(source)).toMatch(/^!(memory alloc|template render|parse length) limit exceeded$/);
    expect(await render('still {{ alive }}', { alive: 'here' })).toBe('still here');
  });

  it('lives on after a thread that had to be killed', async () => {
    const heavy = Array.from({ length: 1000 }, () => ({
      a: Array.from({ length: 1000 }, () => 'x'.repeat(30)),
    }));
    const attempts = Array.from({ length: 3 }, () =>
      render('{{ heavy | sort | size }}', { heavy, more: heavy }),
    );
    await Promise.all([...attempts, render('{{ 1 }}')]);
    expect(await render('{{ 1 | plus: 1 }}')).toBe('2');
  });
});

describe('checkTemplate', () => {
  it.each([
    '{% include ".env" %}',
    '{% render "../x" %}',
    '{% layout "x" %}',
    '{% block a %}{% endblock %}',
    '{{ x | raw }}',
    '{{ x | where_exp: "a", "b" }}',
    '{% increment x %}',
  ])('refuses %s', async (source) => {
    expect(await checkTemplate(source)).toMatchObject({ code: 'bad-template', line: 1 });
  });

  it('tells where the problem is', async () => {
    expect(await checkTemplate('Hello\n  {{ name | nope }}')).toEqual({
      code: 'bad-template',
      message: 'undefined filter: nope',
      line: 2,
      column: 3,
    });
    expect(await checkTemplate('{% if a %}')).toMatchObject({ message: 'tag {% if a %} not closed' });
  });

  it('accepts what renders', async () => {
    expect(await checkTemplate('{% if a %}{{ b | upcase }}{% else %}-{% endif %}')).toBeNull();
  });
});

describe('variablesOf', () => {
  it('lists what is read from outside', async () => {
    const source = '{{ customer.name }}{% for item in event.items %}{{ item.title }}{% endfor %}';
    expect(await variablesOf(source)).toEqual({
      ok: true,
      value: [
        ['customer', 'name'],
        ['event', 'items'],
      ],
    });
    expect(await variablesOf('{{')).toMatchObject({ ok: false });
  });
});

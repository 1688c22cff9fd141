import { describe, expect, it } from 'vitest';
import { csvOf } from './csv';

describe('a chart’s figures as CSV', () => {
  it('keeps numbers as they are and leaves what is not known empty', () => {
    const csv = csvOf({
      columns: ['Month', 'Share'],
      rows: [
        ['May', 0.25],
        ['June', null],
      ],
    });
    expect(csv).toBe('\uFEFFMonth,Share\r\nMay,0.25\r\nJune,\r\n');
  });

  it('quotes what would break a line', () => {
    expect(csvOf({ columns: ['a,b', 'say "hi"', 'two\nlines'], rows: [] })).toBe(
      '\uFEFF"a,b","say ""hi""","two\nlines"\r\n',
    );
  });

  it('lets no text become a formula, but negative numbers through', () => {
    expect(csvOf({ columns: ['=1+1', '@x'], rows: [['-2+3', -2]] })).toBe("\uFEFF'=1+1,'@x\r\n'-2+3,-2\r\n");
  });
});

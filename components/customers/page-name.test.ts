// The timeline names the page, not the call.
import { describe, expect, it } from 'vitest';
import { pageName } from './page-name';

describe('the name of a visited page', () => {
  it('is what the shop calls it', () => {
    expect(pageName({ name: 'Candles', title: 'Candles, Meadow & Main', path: '/candles' })).toBe('Candles');
  });

  it('is its title, path or address where it has no name', () => {
    expect(pageName({ name: ' ', title: 'Candles, Meadow & Main' })).toBe('Candles, Meadow & Main');
    expect(pageName({ path: '/candles', url: 'https://shop.example/candles' })).toBe('/candles');
    expect(pageName({ url: 'https://shop.example/candles' })).toBe('https://shop.example/candles');
  });

  it('is not known where nothing tells it', () => {
    expect(pageName({ name: 7 })).toBeNull();
  });
});

// "In stock" and "sold out" are numbers of pieces too.
import { expect, test } from 'vitest';
import { ProductTest } from '@/lib/core/condition/condition';
import { stockQuestionOf, stockQuestions, withStockQuestion } from './stock-question';

const tea = ProductTest.parse({ type: 'product', sku: 'TEA' });

test('a new line asks whether the product is in stock', () => {
  expect(stockQuestionOf(tea)).toBe('in-stock');
  expect(stockQuestionOf({ field: 'stock', operator: 'equals', value: 0 })).toBe('sold-out');
  expect(stockQuestionOf({ field: 'stock', operator: 'at-most', value: 0 })).toBe('stock');
  expect(stockQuestionOf({ field: 'price', operator: 'at-least', value: 1 })).toBe('price');
});

test.each(stockQuestions)('%s can be chosen from anywhere and is then what is shown', (question) => {
  for (const before of stockQuestions) {
    const asked = withStockQuestion(withStockQuestion(tea, before), question);
    expect(stockQuestionOf(asked)).toBe(question);
    expect(asked.sku).toBe('TEA');
  }
});

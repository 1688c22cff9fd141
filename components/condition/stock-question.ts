// What is asked of a product, as people say it: "in stock" is at least one piece, "sold out" is none.
import type { ProductTest } from '@/lib/core/condition/condition';

export const stockQuestions = ['in-stock', 'sold-out', 'stock', 'price'] as const;
export type StockQuestion = (typeof stockQuestions)[number];

type Asked = Pick<ProductTest, 'field' | 'operator' | 'value'>;

const plain: Readonly<Record<'in-stock' | 'sold-out', Asked>> = {
  'in-stock': { field: 'stock', operator: 'at-least', value: 1 },
  'sold-out': { field: 'stock', operator: 'equals', value: 0 },
};

export function stockQuestionOf({ field, operator, value }: Asked): StockQuestion {
  if (field === 'price') return 'price';
  if (operator === 'at-least' && value === 1) return 'in-stock';
  return operator === 'equals' && value === 0 ? 'sold-out' : 'stock';
}

/** The test asked another question. A number of pieces or a price means something else, so it starts over. */
export function withStockQuestion(test: ProductTest, question: StockQuestion): ProductTest {
  if (question === 'in-stock' || question === 'sold-out') return { ...test, ...plain[question] };
  if (question === 'stock') return { ...test, field: 'stock', operator: 'at-least', value: 2 };
  return { ...test, field: 'price', operator: 'at-most', value: 0 };
}

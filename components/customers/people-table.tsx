// Customers one below the other, each with what else is told of them.
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Cell, HeaderCell, Row, Table, TableHead } from '@/components/ui/table';
import type { Id } from '@/lib/core/id';

interface Person {
  readonly customerId: Id<'cus'>;
  readonly customerLabel: string;
}

interface PeopleTableProps<Item extends Person> {
  people: readonly Item[];
  /** What stands over the customers. */
  title: string;
  columns: readonly {
    readonly title: string;
    readonly isNumeric?: boolean;
    readonly cell: (item: Item) => ReactNode;
  }[];
}

export function PeopleTable<Item extends Person>({ people, title, columns }: PeopleTableProps<Item>) {
  return (
    <Table>
      <TableHead>
        <Row>
          <HeaderCell>{title}</HeaderCell>
          {columns.map((column) => (
            <HeaderCell key={column.title} isNumeric={column.isNumeric ?? false}>
              {column.title}
            </HeaderCell>
          ))}
        </Row>
      </TableHead>
      <tbody>
        {people.map((item) => (
          <Row key={item.customerId}>
            <Cell className="w-full max-w-0">
              <Link href={`/customers/${item.customerId}`} className="stretched block truncate font-medium">
                {item.customerLabel}
              </Link>
            </Cell>
            {columns.map((column) => (
              <Cell
                key={column.title}
                isNumeric={column.isNumeric ?? false}
                className="whitespace-nowrap text-muted"
              >
                {column.cell(item)}
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

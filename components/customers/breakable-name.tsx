// A name such as average_order_value, which breaks between its words and not within one.
import { Fragment } from 'react';

export function BreakableName({ name }: { name: string }) {
  const words = name.split(/(?<=_)(?=[^_])/);
  return words.map((word, place) => (
    <Fragment key={words.slice(0, place + 1).join('')}>
      {place > 0 && <wbr />}
      {word}
    </Fragment>
  ));
}

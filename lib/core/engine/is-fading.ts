// Whether time alone can only end what a condition says, and never bring it about: then whom it does not hold for now need not
// be looked at again before something happens to them.
import { type Condition, isGroup, type Leaf } from '../condition/condition';
import { isTimed } from './is-timed';

/** Something that must have happened not too long ago, as a rule at least so often. */
function isLeafFading(leaf: Leaf): boolean {
  switch (leaf.type) {
    case 'event':
    case 'message': {
      const isMeasured = leaf.type === 'event' && leaf.measure !== undefined;
      return !isMeasured && (leaf.operator === 'at-least' || leaf.operator === 'greater-than');
    }
    case 'journey':
      return leaf.isSo;
    case 'sequence':
      return leaf.isFollowed;
    default:
      return false;
  }
}

/** May say no where it is so; never yes where time may bring somebody in. */
export function isFading(condition: Condition): boolean {
  if (!isTimed(condition)) return true;
  if (!isGroup(condition)) return isLeafFading(condition);
  return condition.type !== 'none' && condition.of.every(isFading);
}

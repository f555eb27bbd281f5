import { Registry } from '../ledger/registry';
import { normaliseAction } from '../operations/normalise';
import { systems } from '../systems';

/** Every room and every action that works across rooms. Throws at start-up if something is inconsistent. */
export function createRegistry(): Registry {
  return new Registry(systems, [{ system: 'office', action: normaliseAction }]);
}

import type { CallFact, FileFacts } from '../../syntax/fact.js';
import { argumentOf } from './arguments.js';
import { endpointNames } from './clientParts.js';
import type { FileContext } from '../fileContext.js';
import { type Reach, reachOf } from '../reach.js';

/** `super({ baseURL: … })`: the client is made by a parent class that is given an address, and calls on it go there. */
export function parentsReach({ span }: CallFact, context: FileContext): Reach | undefined {
  const { facts } = context;
  let ups = parentCalls.get(facts);
  if (!ups) parentCalls.set(facts, (ups = facts.calls.filter(({ callee }) => isParents.test(callee))));
  const up = ups.findLast((each) => each.span.start < span.start);
  const given = up && argumentOf(up, endpointNames, facts);
  const reach = given && reachOf('openai', given.value, undefined, context);
  return reach?.endpoint?.class === 'unknown' ? undefined : reach;
}

const parentCalls = new WeakMap<FileFacts, CallFact[]>();
const isParents = /^(?:super(?:\.__init__)?|base|parent\.__construct)$/;

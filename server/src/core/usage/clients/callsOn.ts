import type { CallFact } from '../../syntax/fact.js';
import type { Draft } from '../draft.js';
import type { FileContext, TrackedObject } from '../fileContext.js';
import { reachOf } from '../reach.js';
import { argumentOf } from './arguments.js';
import {
  givesClient,
  givesModel,
  hasCall,
  isBuilt,
  opensChat,
  registersOther,
  reshapes,
  resources,
  sending,
  shapes,
} from './callNames.js';
import { chainOf, modelNames, parts, routedBy, textOf } from './clientParts.js';
import { type Reached, sameObject } from './returned.js';
import { isFramework, remember } from './trackedObjects.js';

/** `openrouter('model')`: a provider that is itself called gives a model. */
export function modelOf(call: CallFact, owner: TrackedObject, context: FileContext): Reached {
  const model = call.args.find(({ name }) => name === undefined);
  const value = model && textOf(model.value, context);
  const draft: Draft = {
    kind: 'client',
    provider: owner.provider,
    ...chainOf(call),
    act: 'construct',
    weight: 4,
    ...(owner.endpoint && { endpoint: owner.endpoint }),
    ...(value !== undefined && { model: value }),
  };
  context.drafts.push(draft);
  parts(draft, context, { given: undefined, key: undefined, model });
  return { provider: owner.provider, calls: owner.calls, draft, ...(owner.endpoint && { endpoint: owner.endpoint }) };
}

/** A call on what is known, if it is one of those that ask, or that give another such object. */
export function callOn(call: CallFact, owner: Reached | TrackedObject, context: FileContext): Reached | undefined {
  const path = call.callee;
  const last = path.slice(path.lastIndexOf('.') + 1);
  const sends =
    (owner.calls.size > 0 && !isFramework(owner.provider, context) && resources.test(path)) ||
    hasCall(owner, call) ||
    (owner.calls.size > 0 && sending.test(last) && !isFramework(owner.provider, context));
  // `client.chat().create(request)`: the verb is what is told.
  if (sends && !(call.args.length === 0 && call.next && hasCall(owner, call.next))) {
    const found = pushCall(call, owner, context);
    // What a client gives goes where the client goes: `model = client.getGenerativeModel(…)`, `chat = model.startChat()`.
    if (call.assignedTo !== undefined && (givesClient.test(last) || opensChat.test(path)))
      remember(call.assignedTo, found, context);
    return found;
  }
  if (!call.receiver && 'isBuilder' in owner && owner.isBuilder === true && isBuilt(call))
    return pushCall(call, owner, context, 'construct');
  // `var kernel = builder.Build();`: a chain that ends so was told as a whole.
  const isGiven = givesClient.test(last) && !registersOther.test(last);
  if (isGiven || reshapes.test(last) || (!call.receiver && last === 'Build')) {
    const found = sameObject(owner);
    if (call.assignedTo !== undefined && owner.calls.size > 0) remember(call.assignedTo, found, context);
    if ((isGiven || shapes.test(last)) && !call.receiver) pushCall(call, owner, context);
    return found;
  }
  // A builder's setters and everything else: the chain goes on with the same object.
  return call.receiver ? sameObject(owner) : undefined;
}

/** Tells a call on a client, with the model that it is given. */
export function pushCall(
  call: CallFact,
  owner: Reached | TrackedObject,
  context: FileContext,
  act: 'construct' | 'call' = 'call',
): Reached {
  // `azure.GetChatClient("deployment")`: what is asked for is the model.
  const names = givesModel.test(call.callee) ? [...modelNames, 0] : modelNames;
  const model = argumentOf(call, names, context.facts);
  const modelValue = model && textOf(model.value, context);
  // A library of many services is told by the call which one it asks: `model="mistral:…"`.
  const isOpen = model && !owner.endpoint && isFramework(owner.provider, context);
  const routed = isOpen ? routedBy(model.value, context) : undefined;
  if (routed !== undefined) owner = { ...owner, ...reachOf(routed, undefined, undefined, context) };
  const draft: Draft = {
    kind: 'client',
    provider: owner.provider,
    ...chainOf(call),
    ...(act === 'construct' && { named: call.span }),
    act,
    weight: 4,
    ...(owner.endpoint ? { endpoint: owner.endpoint } : {}),
    ...(modelValue !== undefined && { model: modelValue }),
    ...(owner.draft && { carrier: owner.draft }),
    ...('declared' in owner && owner.declared !== undefined && { declared: owner.declared }),
  };
  context.drafts.push(draft);
  parts(draft, context, { given: undefined, key: undefined, model });
  return { provider: owner.provider, calls: owner.calls, draft, ...(owner.endpoint && { endpoint: owner.endpoint }) };
}

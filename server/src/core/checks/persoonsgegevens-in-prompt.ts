import { grow } from '../grow.js';
import { offsetAt, rangeOf } from '../place.js';
import { covers, enclosingCalls } from '../syntax/enclosing.js';
import type { CallFact, FileFacts } from '../syntax/fact.js';
import type { Usage } from '../usage/usage.js';
import type { Check, FilePlace } from './place.js';
import { flowsInto } from './prompt/promptFlow.js';
import type { Flow } from './prompt/promptFlow.js';
import { providerName } from './rules.js';

/** More is a list that nobody reads; the first ones tell the story. */
const most = 5;

/** A BSN, or a variable that by its name holds personal data, flows into a prompt. */
export const persoonsgegevensInPrompt: Check = {
  id: 'persoonsgegevens-in-prompt',
  over: 'file',
  *test(place) {
    const told = new Set<string>();
    for (const usage of place.usages) {
      if (usage.kind !== 'client' || usage.endpoint?.class === 'local') continue;
      // Who may use a service, and what it costs, is managed there: no model is asked.
      if (/\/v1\/organizations?\/|\/dashboard\//.test(usage.endpoint?.value ?? '')) continue;
      for (const call of callsOf(usage, place.facts)) {
        for (const flow of flowsInto(call, place.facts)) {
          const key = flow.by === 'number' ? `${flow.span.start}` : flow.name;
          if (told.size === most || told.has(key) || isRecorded(flow, usage, place)) continue;
          told.add(key);
          const variant = flow.by === 'number' ? 'bsn-getal' : flow.kind;
          const values = { naam: flow.name, provider: providerName(usage.provider) };
          const useCase = place.useCaseOf(usage);
          const range = rangeOf(place.facts.lineStarts, flow.span);
          yield { variant, values, range, usage, ...(useCase === undefined ? {} : { useCase }) };
        }
      }
    }
  },
};

/** Other personal data than the BSN is known once the use case says so: then the DPIA is about it. */
function isRecorded(flow: Flow, usage: Usage, place: FilePlace): boolean {
  const data = place.useCaseOf(usage)?.data.gegevens;
  return flow.kind === 'persoonsgegeven' && (data === 'persoonsgegevens' || data === 'bijzondere');
}

/** The call that a usage is, with its chain, and for a model that is handed to a call that call. */
function callsOf(usage: Usage, facts: FileFacts): CallFact[] {
  const { lineStarts } = facts;
  const start = offsetAt(lineStarts, usage.range.start);
  const end = offsetAt(lineStarts, usage.range.end);
  const own = startingAt(start, facts).find(({ span }) => span.end === end);
  if (usage.act === 'call') return own === undefined ? [] : [own];
  if (own === undefined) return [];
  return [...enclosingCalls(facts, own)].filter((call) => call.args.some((one) => covers(one, own.span)));
}

const byStart = new WeakMap<FileFacts, Map<number, CallFact[]>>();

function startingAt(offset: number, facts: FileFacts): readonly CallFact[] {
  let index = byStart.get(facts);
  if (!index) {
    index = new Map();
    for (const call of facts.calls) index.set(call.span.start, grow(index.get(call.span.start) ?? [], call));
    byStart.set(facts, index);
  }
  return index.get(offset) ?? [];
}

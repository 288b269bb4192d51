import type { Catalogue } from '../../catalog/catalogue.js';
import { ownName } from '../../endpoint/bindings.js';
import { Memo } from '../../memo.js';
import { lastName } from '../../names.js';
import { resources } from './callNames.js';
import { mayAsk } from '../requests/requestCalls.js';
import { maySend } from '../requests/sentRequests.js';

/** What the name of a call tells by itself, whatever stands around it. */
export interface CallWords {
  /** Without `self.` or `this.` before it. */
  readonly own: string;
  readonly last: string;
  /** Of `own`, the first name, and the second where another follows: an object may be known by either. */
  readonly root: string;
  readonly second: string | undefined;
  /** A service or framework has a call of that name: it may ask a model, on whatever object. */
  readonly mayTell: boolean;
  /** It may send a request to an address, without an SDK. */
  readonly mayAsk: boolean;
  /** It may send a request that was made before. */
  readonly maySend: boolean;
  /** A part of a service hangs on the first name: `openai.models.list`. */
  readonly isOfResource: boolean;
}

/** The same names are asked in file after file, and at every keystroke. */
export class WordsOfCalls {
  private readonly known = new Memo<CallWords>();

  constructor(private readonly catalogue: Catalogue) {}

  of(callee: string): CallWords {
    return this.known.of(callee, () => {
      const own = ownName(callee);
      const last = lastName(callee);
      const [root = '', second, third] = own.split('.', 3);
      const { calls, distinctiveCalls } = this.catalogue;
      return {
        own,
        last,
        root: rootOf(root),
        second: third === undefined ? undefined : second,
        mayTell: calls.has(last) || distinctiveCalls.has(last) || framework.test(last),
        mayAsk: mayAsk(callee, last),
        maySend: maySend(last),
        isOfResource: third !== undefined && resources.test(callee),
      };
    });
  }
}

/** The verbs of frameworks, on what is named as one of their objects. */
const framework = /^(?:a?(?:invoke|stream|batch|query|chat|stream_chat)|[iI]nvokeAsync|embeddings|completions)$/;

/** `klant()` is what the function gives: it is known by the function's name. */
export function rootOf(name: string): string {
  return name.split(/[.(]/, 1)[0] as string;
}

import assert from 'node:assert/strict';
import { bindingsOf } from '../../../server/src/core/endpoint/bindings.js';
import type { ResolveContext } from '../../../server/src/core/endpoint/resolved.js';
import type { Expr, FileFacts } from '../../../server/src/core/syntax/fact.js';
import { readFacts } from '../../../server/src/core/syntax/readFacts.js';
import { madeBy } from '../../../server/src/core/usage/clients/handedBack.js';

const read = (path: string, text: string): FileFacts => readFacts(path, text) as FileFacts;

/** Two files of which each has what the other imports; counts what is asked. */
function twoFiles(first: FileFacts, second: FileFacts): { resolving: ResolveContext; asked: () => number } {
  let asked = 0;
  const imported = (from: FileFacts, name: string): { facts: FileFacts; name: string } | undefined => {
    asked += 1;
    const facts = from === first ? second : first;
    return bindingsOf(facts, `${name}()`).length > 0 ? { facts, name } : undefined;
  };
  return { resolving: { imported } as unknown as ResolveContext, asked: () => asked };
}

function valueOf(facts: FileFacts, name: string): Expr {
  const value = bindingsOf(facts, name)[0]?.value;
  assert.ok(value);
  return value;
}

describe('what functions hand back', () => {
  it('is followed through names, fields and other files', () => {
    const made = read(
      'maakt.py',
      'def klant():\n    if not kast[1]:\n        kast[1] = Client()\n    return kast[1]\n',
    );
    const asks = read('vraagt.py', 'def standaard():\n    eerste = klant()\n    return eerste\n\nx = standaard()\n');
    const found = [...madeBy(valueOf(asks, 'x'), asks, twoFiles(asks, made).resolving)];
    assert.deepEqual(
      found.map(({ call, facts }) => [call.callee, facts.path]),
      [['Client', 'maakt.py']],
    );
  });

  it('is looked at once, though each function gives all others back', () => {
    const names = [0, 1, 2, 3, 4, 5];
    const mutual = (own: string, other: string): string =>
      names
        .map((name) => `def ${own}${name}():\n${names.map((each) => `    return ${other}${each}()\n`).join('')}`)
        .join('');
    const first = read('een.py', `${mutual('f', 'g')}x = g0()\n`);
    const second = read('twee.py', mutual('g', 'f'));
    const { resolving, asked } = twoFiles(first, second);
    assert.deepEqual([...madeBy(valueOf(first, 'x'), first, resolving)], []);
    assert.ok(asked() <= 2 * names.length * names.length + 1, String(asked()));
  });
});

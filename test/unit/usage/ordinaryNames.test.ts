import assert from 'node:assert/strict';
import { theCatalogue } from '../../../server/src/core/catalog/catalogue.js';
import { modulesOf } from '../../../server/src/core/catalog/modules.js';
import { createProject } from '../../../server/src/core/createProject.js';

/** Names that methods have everywhere, as words: every language writes them in its own way. */
const ordinary = `
  abort, accept, add, aggregate, analyze, append, apply, apply async, arun, acall, ask, assign, attach, await, batch,
  begin, bind, block, broadcast, build, bulk create, call, cancel, change, chain, check, classify, clean,
  clear, clone, close, collect, combine, commit, compare, compile, complete, complete async, compute, configure,
  connect, content, convert, copy, count, create, create async, create image, create response, create stream, debug,
  decode, define, delete, deploy, describe, detect, dispatch, do action, download, draw, dump, edit, emit, enable,
  encode, encrypt, end, enqueue, entity, estimate, eval, evaluate, exec, execute, execute async, execute task, exit,
  expand, export, extend, extract, extract data, fetch, fetch all, fill, filter, find, find all, finish, fire, fit,
  fit transform, flush, focus, fold, follow, format, forward, freeze, generate, generate async, get, get all, get data,
  get item, get message, get or create, get response, get status, get text, group, handle, hash, highlight, hide,
  import, index, init, initialize, insert, inspect, install, invoke, invoke async, iter, join, keep, launch, listen,
  list, load, lock, log, lookup, loop, make, map, mark, match, measure, merge, migrate, mock, moderate, modify, monitor,
  mount, move, network, next, normalize, notify, observe, on message, on messages, open, optimize, order, pack, parse,
  patch, pause, perform, pipe, play, plot, poll, pop, post, post message, prepare, press, print, process, prompt,
  publish, pull, push, put, query, query async, rank, react, read, receive, record, redirect, reduce, refresh, register,
  reject, release, reload, remove, rename, render, repeat, replace, reply, report, request, request stream,
  reset, resize, resolve, respond, restart, restore, retrieve, retry, return, revert, rotate, run, run all, run async,
  run batch, sample, save, say, scan, schedule, score, score all, scroll, search, select, send, send async,
  send message, send message async, serialize, serve, set, setup, show, sign, simulate, sleep, slice, solve, sort,
  speak, speech, split, start, start chat, stop, store, stream, stream async, stream log, submit, subscribe, summarize,
  swap, switch, sync, synthesize, tag, take, test, throw, to cli, to string, to text, toggle, tokenize, trace, track,
  train, transcribe, transform, translate, trigger, trim, truncate, tune, undo, unlock, update, upload,
  use, validate, verify, visit, wait, walk, warn, watch, wrap, write, yield`
  .split(',')
  .map((name) => name.trim().split(' '));

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const snake = (words: readonly string[]) => words.join('_');
const pascal = (words: readonly string[]) => words.map(capital).join('');
const camel = ([first = '', ...rest]: readonly string[]) => first + pascal(rest);
const dotted = (module: string) => module.replace(/\\/g, '.');

interface Writing {
  readonly file: string;
  readonly import: (module: string) => string;
  readonly call: (words: readonly string[]) => string;
  readonly around?: readonly [string, string];
}

const writings: Readonly<Record<string, readonly Writing[]>> = {
  python: [{ file: 'a.py', import: (m) => `import ${m}`, call: (w) => `thing.${snake(w)}(value)` }],
  javascript: [
    {
      file: 'a.ts',
      import: (m) => `import * as imported from '${m}';`,
      call: (w) => `thing.${camel(w)}({ a: value });`,
    },
    { file: 'b.ts', import: (m) => `import { given } from '${m}';`, call: (w) => `thing.${camel(w)}(this, value);` },
  ],
  java: [
    { file: 'A.java', import: (m) => `import ${m}.*;`, call: (w) => `    thing.${camel(w)}(value);` },
    { file: 'a.kt', import: (m) => `import ${m}.*`, call: (w) => `    thing.${camel(w)}(value)` },
    { file: 'a.scala', import: (m) => `import ${m}.*`, call: (w) => `    thing.${camel(w)}(value)` },
  ],
  csharp: [{ file: 'A.cs', import: (m) => `using ${m};`, call: (w) => `thing.${pascal(w)}(value);` }],
  go: [{ file: 'a.go', import: (m) => `import "${m}"`, call: (w) => `\tthing.${pascal(w)}(value)` }],
  php: [{ file: 'a.php', import: (m) => `use ${m}\\Client;`, call: (w) => `$thing->${camel(w)}($value);` }],
  ruby: [{ file: 'a.rb', import: (m) => `require '${m}'`, call: (w) => `thing.${snake(w)}(value)` }],
  rust: [{ file: 'a.rs', import: (m) => `use ${m}::*;`, call: (w) => `    thing.${snake(w)}(value);` }],
  r: [{ file: 'a.R', import: (m) => `library(${m})`, call: (w) => `thing$${snake(w)}(value)` }],
  swift: [{ file: 'a.swift', import: (m) => `import ${m}`, call: (w) => `    thing.${camel(w)}(value)` }],
  dart: [{ file: 'a.dart', import: (m) => `import '${m}/a.dart';`, call: (w) => `  thing.${camel(w)}(value);` }],
};

describe('an ordinary method on an unknown object is no client, whatever the file imports', () => {
  it('has enough names to tell', () => assert.ok(ordinary.length >= 150));

  for (const [language, forms] of Object.entries(writings)) {
    for (const writing of forms) {
      it(`${language}, ${writing.file}`, () => {
        const body = ordinary.map((words) => writing.call(words)).join('\n');
        const wrong = new Set<string>();
        for (const provider of theCatalogue().providers) {
          const modules = Object.entries(modulesOf(provider)).find(([name]) => name === language)?.[1] ?? [];
          const imports = modules
            .filter((module) => !module.startsWith('!') && !module.includes('*'))
            .map((module) => writing.import(language === 'php' ? module : dotted(module)));
          if (imports.length === 0) continue;
          const project = createProject({ language: 'en', checks: {}, today: '2026-06-01' });
          const start = writing.file === 'a.php' ? '<?php\n' : '';
          project.set(writing.file, `${start}${imports.join('\n')}\n\n${body}\n`);
          for (const { kind, token } of project.usages(writing.file)) {
            if (kind === 'client') wrong.add(`${provider.id} ${token}`);
          }
        }
        assert.deepEqual([...wrong], []);
      });
    }
  }
});

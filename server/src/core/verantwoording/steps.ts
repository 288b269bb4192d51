import type { Account } from './account.js';
import { boughtOrBuilt } from './steps/boughtOrBuilt.js';
import { governance } from './steps/governance.js';
import { people } from './steps/people.js';
import { purpose } from './steps/purpose.js';
import { riskAnalyses } from './steps/riskAnalyses.js';

/** One of the five steps of chapter 4 of the handreiking. */
export interface Step {
  /** In the markers around the part that is refreshed. */
  readonly key: string;
  readonly title: string;
  /** Headings that mean this step, however they are worded. */
  readonly heading: RegExp;
  lines(account: Account): readonly string[];
}

export const steps: readonly Step[] = [
  { key: 'doel', title: '1) Doel en toepassingsgebied', heading: /doel\b.*toepassing/i, lines: purpose },
  {
    key: 'mensen',
    title: '2) Zorg voor de juiste mensen en vaardigheden',
    heading: /mensen\b.*vaardigheden/i,
    lines: people,
  },
  {
    key: 'governance',
    title: '3) Creëer een (generatieve) AI-governance structuur',
    heading: /governance/i,
    lines: governance,
  },
  {
    key: 'risicoanalyse',
    title: '4) Risicoanalyse(s) uitvoeren',
    heading: /risico-?analyse/i,
    lines: riskAnalyses,
  },
  { key: 'inkopen', title: '5) Generatieve AI inkopen of bouwen', heading: /inkopen|bouwen/i, lines: boughtOrBuilt },
];

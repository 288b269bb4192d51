import { directivesOf } from '../core/accountability/directives.js';
import { accountabilityName } from '../core/accountability/paths.js';
import { explanationOf, messageOf, passageOf, relatedMessageOf, titleOf } from '../core/checks/message.js';
import { profileFor, useCaseOf } from '../core/checks/run.js';
import { fixesOf } from '../core/fixes/fixesOf.js';
import type { Project } from '../core/project.js';
import type { Language, Profile } from '../core/settings.js';
import type { Usage } from '../core/usage/usage.js';
import type { CheckWords, FindingWords } from '../report/words.js';
import type { TextOf } from './textsOf.js';

/** The policy in force for the root; single findings may fall under another accountability file. */
export function profileOf({ accountability, settings }: Project): Profile {
  return profileFor(accountabilityName, accountability, settings);
}

/** What `rules/` says of the findings of a project. */
export function findingWords(project: Project, text: TextOf): FindingWords {
  const { language } = project.settings;
  const profile = profileOf(project);
  return {
    message: (finding) => messageOf(finding, language),
    related: (place) => relatedMessageOf(place, language),
    fixes: (finding) => {
      const fixes = fixesOf(finding, { project, text }).filter(({ shows }) => shows === undefined);
      // Silencing is never the next step; whoever wants it finds it last.
      const order = (fix: (typeof fixes)[number]) => (fix.preferred ? 0 : fix.id === silences ? 2 : 1);
      return fixes.sort((a, b) => order(a) - order(b)).map(({ title }) => title);
    },
    step: (finding) => {
      const fixes = fixesOf(finding, { project, text }).filter(
        ({ id, shows }) => id !== silences && shows === undefined,
      );
      return (fixes.find(({ preferred }) => preferred) ?? fixes[0])?.title;
    },
    passage: (check) => passageOf(check, profile, language),
  };
}

const silences = 'suppress-finding';

/** What `rules/` says of the checks themselves. */
export function checkWords(language: Language, profile: Profile): CheckWords {
  return {
    passage: (check) => passageOf(check, profile, language),
    title: (check) => titleOf(check, language),
    explanation: (check) => explanationOf(check, language, profile),
  };
}

/** Which use case covers a usage, by the comments in its file or by the paths of the accountability file. */
export function useCaseIn(project: Project): (usage: Usage) => string | undefined {
  return (usage) => {
    const { path } = usage;
    const governing = project.accountability.governing(path);
    const facts = project.facts(path);
    if (!governing || !facts) return undefined;
    return useCaseOf({ path, governing, directives: directivesOf(facts) }, usage)?.id;
  };
}

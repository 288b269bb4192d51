import type { Accountability, Reference } from '../accountability.js';
import { folderOf } from '../paths.js';
import { accountabilityReport } from './accountabilityReport.js';
import { address } from './address.js';
import { card } from './card.js';
import { document } from './document.js';
import type { Evidence, EvidenceReader, Target } from './evidence.js';
import { formExport } from './formExport.js';
import { belongsToAnother, isAboutAnother } from './otherProject.js';
import { register } from './register.js';
import { isInTestFolder, isNoReference, isOtherKindOfFile, localPathOf } from './target.js';
import { urn } from './urn.js';

/** Best first; the first that knows the form decides. */
const readers: readonly EvidenceReader[] = [urn, register, address, formExport, card, accountabilityReport, document];

/** A reference is made anew with its accountability, and every file of a use case asks for the same ones. */
const known = new WeakMap<Reference, Evidence>();

/** What a reference points to; undefined while its document has not been loaded. */
export function evidenceOf(reference: Reference, accountability: Accountability): Evidence | undefined {
  const before = known.get(reference);
  if (before !== undefined) return before;
  const evidence = readReference(reference, accountability);
  if (evidence !== undefined) known.set(reference, evidence);
  return evidence;
}

function readReference(reference: Reference, accountability: Accountability): Evidence | undefined {
  if (isNoReference(reference.written)) return { found: false, why: 'telt-niet' };
  const path = localPathOf(reference);
  const loaded = path === undefined ? undefined : accountability.document(path);
  if (path !== undefined && loaded === undefined) return undefined;
  const isNone = (one: string): boolean =>
    isOtherKindOfFile(one) ||
    isInTestFolder(one, folderOf(reference.path)) ||
    belongsToAnother(reference, one, accountability);
  if (path !== undefined && loaded?.state !== 'missing' && isNone(path)) return { found: false, why: 'telt-niet' };
  const evidence = readTarget({
    kind: reference.kind,
    written: reference.written.trim(),
    ...(path === undefined ? {} : { path }),
    ...(loaded === undefined ? {} : { document: loaded }),
    load: (other) => accountability.document(other),
  });
  if (!evidence.found) return evidence;
  return isAboutAnother(reference, evidence.covers, accountability)
    ? { found: false, why: 'telt-niet' }
    : withRecord(evidence, reference);
}

/** What the record says of a document, beside what the document says itself: a concept stays one. */
function withRecord(evidence: Evidence & { found: true }, { data }: Reference): Evidence {
  const status = evidence.status === 'concept' ? 'concept' : (data.status ?? evidence.status);
  const date = data.datum ?? evidence.date;
  const covers = data.hergebruik?.van ?? evidence.covers;
  return {
    ...evidence,
    ...(status === undefined ? {} : { status }),
    ...(date === undefined ? {} : { date }),
    ...(covers === undefined ? {} : { covers }),
  };
}

/** The same for a document that no accountability file names yet. */
export function readTarget(target: Target): Evidence {
  for (const reader of readers) {
    const evidence = reader.read(target);
    if (evidence !== undefined) return fits(target, evidence);
  }
  return { found: false, why: 'buiten-map' };
}

/** A document that says what it is has to be what the reference says. A pre-scan and a DPIA stand in for each other. */
function fits(target: Target, evidence: Evidence): Evidence {
  if (!evidence.found || evidence.kind === undefined || target.kind === 'anders') return evidence;
  const same = (kind: string): string => (kind === 'prescan' ? 'dpia' : kind);
  return same(evidence.kind) === same(target.kind)
    ? evidence
    : { found: false, why: 'andere-soort', actual: evidence.kind };
}

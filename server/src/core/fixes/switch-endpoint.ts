import type { RecordedEndpoint } from '../accountability/accountability.js';
import { textOf } from '../checks/message.js';
import type { Finding } from '../checks/finding.js';
import type { FixContext } from './fix.js';
import type { FixMaker } from './fixMaker.js';
import { addressEdit } from './switch/addressEdit.js';

const checks = new Set(['endpoint-zonder-contract', 'consumentendienst', 'doorgifte-buiten-eer', 'open-source-tenzij']);
const most = 3;

/**
 * Lets a client go to an endpoint that the organisation has recorded: the address changes where its value comes from, in
 * code or in a setting. The key of that endpoint has to be set by a person.
 */
export const switchEndpoint: FixMaker = {
  id: 'switch-endpoint',
  offer(finding, context) {
    if (!checks.has(finding.check) || finding.usage?.endpoint === undefined) return [];
    const { language } = context.project.settings;
    return targets(finding, context).flatMap(({ id, data }) => {
      const url = data.url ?? '';
      if (addressEdit(finding, url, context) === undefined) return [];
      return [
        {
          id: this.id,
          title: textOf('fix-stap-over', language, { naam: id }),
          preferred: false,
          edits: () => addressEdit(finding, url, context),
        },
      ];
    });
  },
};

/** Recorded endpoints with an address of their own, those without a supplier first. */
function targets({ path, usage }: Finding, { project }: FixContext): RecordedEndpoint[] {
  const { today } = project.settings;
  const usable = (project.accountability.governing(path)?.endpoints ?? []).filter(({ data }) => {
    const until = data.contract?.['geldig-tot'];
    const isAddress = data.url !== undefined && !data.url.includes('*');
    return isAddress && (until === undefined || until >= today) && !usage?.endpoint?.value.startsWith(data.url ?? '');
  });
  return usable
    .sort((a, b) => Number(a.data.grondslag === 'contract') - Number(b.data.grondslag === 'contract'))
    .slice(0, most);
}

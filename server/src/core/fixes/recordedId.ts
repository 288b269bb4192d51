import type { AccountabilityFile } from '../accountability/accountability.js';
import { recordedEndpointFor } from '../accountability/matchEndpoint.js';
import type { Finding } from '../checks/finding.js';

/** The id under which the endpoint of a finding stands in the accountability file. */
export function recordedIdOf({ usage }: Finding, file: AccountabilityFile): string | undefined {
  return usage?.endpoint === undefined ? undefined : recordedEndpointFor(usage.endpoint, file.endpoints)?.id;
}

import licences from 'spdx-license-list';

/** SPDX ids of the licences that the Open Source Initiative approved. */
export function osiApproved(): string[] {
  return Object.entries(licences)
    .filter(([, licence]) => licence.osiApproved)
    .map(([id]) => id)
    .sort();
}

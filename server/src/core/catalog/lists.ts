import rules from 'handreiking:rules';

/** The short lists of `rules/lists.yaml`, and the SPDX ids of open licences. */
export const { lists } = rules;

const approved = new Set(rules.licences.map((id) => id.toLowerCase()));

/** Whether the Open Source Initiative approved a licence, by its SPDX id. */
export function isOpenLicence(id: string): boolean {
  return approved.has(id.toLowerCase().replace(/\+$/, '-or-later'));
}

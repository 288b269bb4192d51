import { version } from '../../../package.json';

/** The build puts the one field in, not the file. */
export const productVersion: string = version;

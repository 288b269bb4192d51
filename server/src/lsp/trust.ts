import type { Server } from './server.js';

/** Own notification: the user came to trust the workspace. It is never taken back while a server runs. */
export const trustNotification = 'handreiking/trusted';

export function onTrust({ connection, session }: Server): void {
  connection.onNotification(trustNotification, () => {
    session.trusted = true;
  });
}

import type { ExtensionContext } from 'vscode';
import { activateExtension, deactivateExtension } from './extension.js';
import { createNodeClient } from './nodeClient.js';

export function activate(context: ExtensionContext): Promise<void> {
  return activateExtension(context, createNodeClient);
}

export const deactivate = deactivateExtension;

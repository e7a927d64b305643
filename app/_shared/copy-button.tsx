'use client';

import { Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { announce } from './shell/announce';

/** Puts a text on the clipboard; only shown where scripts run. */
export const CopyButton = ({ text, children }: { text: string; children: ReactNode }) => {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    announce('Copied');
    setTimeout(() => {
      setCopied(false);
    }, 2000);
  };
  return (
    <button type="button" className="button button-quiet button-small" onClick={() => void copy()}>
      <Copy aria-hidden size={14} strokeWidth={1.75} />
      {copied ? 'Copied' : children}
    </button>
  );
};

/**
 * Personal text that only its reader can open: `key` names the person whose key sealed it,
 * `box` is base64url of nonce, ciphertext and tag (AES-256-GCM). The domain never looks inside.
 */
export type Sealed = { readonly key: string; readonly box: string };

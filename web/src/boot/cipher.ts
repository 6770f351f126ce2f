/** Encrypts what a `gr.BrowserState(secret=…)` stores: AES-GCM, a fresh IV for each text. */
export interface Cipher {
  encrypt: (text: string) => Promise<string>;
  /** The text; null if it was encrypted with another secret, or not at all. */
  decrypt: (stored: string) => Promise<string | null>;
}

const IV_BYTES = 12;
const PREFIX = "pyblocks-aes-gcm:";

/** A cipher whose key is derived from `secret` with PBKDF2. */
export function makeCipher(secret: string): Cipher {
  const key = deriveKey(secret);
  return {
    async encrypt(text) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const encrypted = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key, new TextEncoder().encode(text));
      return PREFIX + toBase64(new Uint8Array([...iv, ...new Uint8Array(encrypted)]));
    },
    async decrypt(stored) {
      if (!stored.startsWith(PREFIX)) return null;
      try {
        const bytes = fromBase64(stored.slice(PREFIX.length));
        const iv = bytes.slice(0, IV_BYTES);
        const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await key, bytes.slice(IV_BYTES));
        return new TextDecoder().decode(text);
      } catch {
        return null; // another secret, or damaged: there is no telling which
      }
    },
  };
}

async function deriveKey(secret: string): Promise<CryptoKey> {
  const encoder = new TextEncoder();
  const material = await crypto.subtle.importKey("raw", encoder.encode(secret), "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt: encoder.encode(PREFIX), iterations: 100_000 };
  return crypto.subtle.deriveKey(derivation, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

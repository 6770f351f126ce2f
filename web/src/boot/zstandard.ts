import { Decompress } from "fzstd";

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];

/** Whether these bytes are the beginning of something compressed with Zstandard. */
export function isZstandard(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

/** Decompress Zstandard while it arrives. */
export async function decompress({ body }: Response): Promise<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const stream = new Decompress((part) => parts.push(part as Uint8Array<ArrayBuffer>));
  const reader = (body ?? new Blob().stream()).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) stream.push(read.value);
  stream.push(new Uint8Array(), true);
  return new Blob(parts).arrayBuffer();
}

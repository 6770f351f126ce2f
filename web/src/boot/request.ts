import { Patience } from "./patience";

/** What came back for a request of Python's; headers as JSON, since they are read there. */
export interface Answer {
  url: string;
  status: number;
  reason: string;
  headers: string;
  body: Uint8Array;
}

/**
 * Make a request while Python waits and the page goes on.
 *
 * @param headers a JSON object
 * @param timeout for how many seconds nothing may come, as with sockets: a long answer may take longer
 */
export async function request(
  method: string,
  url: string,
  headers: string,
  body?: BodyInit,
  timeout?: number,
): Promise<Answer> {
  const patience = new Patience(timeout);
  try {
    const response = await fetch(url, {
      method,
      headers: JSON.parse(headers) as Record<string, string>,
      ...(body !== undefined && { body }),
      signal: patience.signal,
    });
    return {
      url: response.url,
      status: response.status,
      reason: response.statusText,
      headers: JSON.stringify([...response.headers]),
      body: await bytes(response, patience),
    };
  } catch (error) {
    patience.signal.throwIfAborted(); // not every browser says why it stopped
    throw error;
  } finally {
    patience.end();
  }
}

async function bytes(response: Response, patience: Patience): Promise<Uint8Array> {
  const parts: BlobPart[] = [];
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    patience.begin();
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The same while the page stands still, where Python can't wait: browsers without stack switching. */
export function requestNow(method: string, url: string, headers: string, body?: XMLHttpRequestBodyInit): Answer {
  const xhr = new XMLHttpRequest();
  xhr.open(method, url, false);
  for (const [name, value] of Object.entries(JSON.parse(headers) as Record<string, string>))
    xhr.setRequestHeader(name, value);
  xhr.overrideMimeType("text/plain; charset=x-user-defined"); // its characters are the bytes
  xhr.send(body ?? null);
  const lines = xhr.getAllResponseHeaders().trim().split("\r\n").filter(Boolean);
  return {
    url: xhr.responseURL,
    status: xhr.status,
    reason: xhr.statusText,
    headers: JSON.stringify(lines.map((line) => line.split(/:\s*(.*)/s, 2))),
    body: Uint8Array.from(xhr.responseText, (char) => char.charCodeAt(0) & 0xff),
  };
}
